export class RandomizedSet {
  constructor() {}

  insert(val: number): boolean {
    throw new Error("not implemented");
  }

  remove(val: number): boolean {
    throw new Error("not implemented");
  }

  getRandom(): number {
    throw new Error("not implemented");
  }
}
