export class Trie {
  constructor() {}

  insert(word: string): void {
    throw new Error("not implemented");
  }

  search(word: string): boolean {
    throw new Error("not implemented");
  }

  startsWith(prefix: string): boolean {
    throw new Error("not implemented");
  }
}
