import type { Go, Operation } from "../../../patterns/go/runtime/runtime.ts";

export class Foo {
  constructor() {}

  *first(printFirst: () => Operation<void>): Go {
    throw new Error("not implemented");
  }

  *second(printSecond: () => Operation<void>): Go {
    throw new Error("not implemented");
  }

  *third(printThird: () => Operation<void>): Go {
    throw new Error("not implemented");
  }
}
