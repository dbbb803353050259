export class MinStack {
  constructor() {}

  push(val: number): void {
    throw new Error("not implemented");
  }

  pop(): void {
    throw new Error("not implemented");
  }

  top(): number {
    throw new Error("not implemented");
  }

  getMin(): number {
    throw new Error("not implemented");
  }
}
