import type { Go } from "../../../patterns/go/runtime/runtime.ts";

export class BoundedBlockingQueue {
  constructor(capacity: number) {}

  *enqueue(element: number): Go {
    throw new Error("not implemented");
  }

  *dequeue(): Go<number> {
    throw new Error("not implemented");
  }

  *size(): Go<number> {
    throw new Error("not implemented");
  }
}
