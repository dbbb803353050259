export class MedianFinder {
  constructor() {}

  addNum(num: number): void {
    throw new Error("not implemented");
  }

  findMedian(): number {
    throw new Error("not implemented");
  }
}
