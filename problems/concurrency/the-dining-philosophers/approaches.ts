import type { Approaches } from "#lab/problem/index.ts";
import {
  Cond,
  type Go,
  makeChan,
  Mutex,
  type Operation,
  unit,
} from "../../../patterns/go/runtime/runtime.ts";
import type * as stub from "./stub.ts";

type Does = () => Operation<void>;

/** A mutex for each fork; everybody takes the one with the smaller number first. */
export class OrderedForks {
  private readonly forks = Array.from({ length: 5 }, () => new Mutex());

  *wantsToEat(
    philosopher: number,
    pickLeft: Does,
    pickRight: Does,
    eat: Does,
    putLeft: Does,
    putRight: Does,
  ): Go {
    const left = this.forks[philosopher]!;
    const right = this.forks[(philosopher + 1) % 5]!;
    // The last one's right fork is number 0.
    const [first, second] = philosopher < 4 ? [left, right] : [right, left];
    yield* first.lock();
    yield* second.lock();
    yield* pickLeft();
    yield* pickRight();
    yield* eat();
    yield* putLeft();
    yield* putRight();
    yield* second.unlock();
    yield* first.unlock();
  }
}

/** A mutex for each fork, and a room for four: one of them always finds both forks. */
export class RoomOfFour {
  private readonly room = makeChan(unit, 4);
  private readonly forks = Array.from({ length: 5 }, () => new Mutex());

  *wantsToEat(
    philosopher: number,
    pickLeft: Does,
    pickRight: Does,
    eat: Does,
    putLeft: Does,
    putRight: Does,
  ): Go {
    const left = this.forks[philosopher]!;
    const right = this.forks[(philosopher + 1) % 5]!;
    yield* this.room.send();
    yield* left.lock();
    yield* pickLeft();
    yield* right.lock();
    yield* pickRight();
    yield* eat();
    yield* putRight();
    yield* right.unlock();
    yield* putLeft();
    yield* left.unlock();
    yield* this.room.recv();
  }
}

/** One lock for the table; whoever wants to eat waits until both forks are free, and takes both at once. */
export class Waiter {
  private readonly mu = new Mutex();
  private readonly freed = new Cond(this.mu);
  private readonly taken = new Array<boolean>(5).fill(false);

  *wantsToEat(
    philosopher: number,
    pickLeft: Does,
    pickRight: Does,
    eat: Does,
    putLeft: Does,
    putRight: Does,
  ): Go {
    const left = philosopher;
    const right = (philosopher + 1) % 5;
    yield* this.mu.lock();
    while (this.taken[left]! || this.taken[right]!) yield* this.freed.wait();
    this.taken[left] = this.taken[right] = true;
    yield* this.mu.unlock();
    yield* pickLeft();
    yield* pickRight();
    yield* eat();
    yield* putLeft();
    yield* putRight();
    yield* this.mu.lock();
    this.taken[left] = this.taken[right] = false;
    yield* this.freed.broadcast();
    yield* this.mu.unlock();
  }
}

export default {
  waiter: { growth: "1", DiningPhilosophers: Waiter },
  "ordered forks": { growth: "1", DiningPhilosophers: OrderedForks },
  "room of four": { growth: "1", DiningPhilosophers: RoomOfFour },
} satisfies Approaches<typeof stub>;
