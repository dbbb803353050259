export class LRUCache {
  constructor(capacity: number) {}

  get(key: number): number {
    throw new Error("not implemented");
  }

  put(key: number, value: number): void {
    throw new Error("not implemented");
  }
}
