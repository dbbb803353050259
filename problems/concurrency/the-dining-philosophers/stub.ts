import type { Go, Operation } from "../../../patterns/go/runtime/runtime.ts";

export class DiningPhilosophers {
  constructor() {}

  *wantsToEat(
    philosopher: number,
    pickLeftFork: () => Operation<void>,
    pickRightFork: () => Operation<void>,
    eat: () => Operation<void>,
    putLeftFork: () => Operation<void>,
    putRightFork: () => Operation<void>,
  ): Go {
    throw new Error("not implemented");
  }
}
