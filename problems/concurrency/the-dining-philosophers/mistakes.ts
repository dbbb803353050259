import type { Mistakes } from "#lab/problem/index.ts";
import {
  Cond,
  go,
  type Go,
  gosched,
  makeChan,
  Mutex,
  type Operation,
  shared,
  unit,
} from "../../../patterns/go/runtime/runtime.ts";
import type problem from "./problem.ts";

type Does = () => Operation<void>;

/** Five mutexes for five forks. */
class Forks {
  protected readonly forks = Array.from({ length: 5 }, () => new Mutex());

  protected beside(philosopher: number): [left: Mutex, right: Mutex] {
    return [this.forks[philosopher]!, this.forks[(philosopher + 1) % 5]!];
  }
}

export default {
  "takes the forks without asking": {
    law: "nobody picks up a fork that somebody holds",
    input: [[1, 1, 0, 0, 0]],
    DiningPhilosophers: class {
      *wantsToEat(_: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* putRight();
      }
    },
  },
  "takes the left fork first, like everybody": {
    law: "no goroutine waits forever",
    input: [[1, 1, 1, 1, 1]],
    DiningPhilosophers: class extends Forks {
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const [left, right] = this.beside(i);
        yield* left.lock();
        yield* pickLeft();
        yield* right.lock();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* left.unlock();
        yield* putRight();
        yield* right.unlock();
      }
    },
  },
  "lets all five into the room": {
    law: "no goroutine waits forever",
    input: [[1, 1, 1, 1, 1]],
    DiningPhilosophers: class extends Forks {
      private readonly room = makeChan(unit, 5);
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const [left, right] = this.beside(i);
        yield* this.room.send();
        yield* left.lock();
        yield* pickLeft();
        yield* right.lock();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* left.unlock();
        yield* putRight();
        yield* right.unlock();
        yield* this.room.recv();
      }
    },
  },
  "puts the fork down after it has unlocked it": {
    law: "nobody picks up a fork that somebody holds",
    input: [[1, 1, 0, 0, 0]],
    DiningPhilosophers: class extends Forks {
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const [left, right] = this.beside(i);
        const [first, second] = i < 4 ? [left, right] : [right, left];
        yield* first.lock();
        yield* second.lock();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* second.unlock();
        yield* first.unlock();
        yield* putLeft();
        yield* putRight();
      }
    },
  },
  "lets the lock of the right fork go unopened": {
    law: "no goroutine waits forever",
    input: [[1, 1, 0, 0, 0]],
    DiningPhilosophers: class extends Forks {
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const [left, right] = this.beside(i);
        const [first, second] = i < 4 ? [left, right] : [right, left];
        yield* first.lock();
        yield* second.lock();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* putRight();
        yield* first.unlock();
      }
    },
  },
  "unlocks the left fork twice": {
    law: "nothing panics",
    input: [[1, 0, 0, 0, 0]],
    DiningPhilosophers: class extends Forks {
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const [left, right] = this.beside(i);
        const [first, second] = i < 4 ? [left, right] : [right, left];
        yield* first.lock();
        yield* second.lock();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* left.unlock();
        yield* putRight();
        yield* left.unlock();
      }
    },
  },
  "tries again and again until it has both": {
    law: "whoever has to wait sleeps",
    input: [[1, 1, 1, 1, 1]],
    DiningPhilosophers: class extends Forks {
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const [left, right] = this.beside(i);
        for (;;) {
          yield* left.lock();
          if (yield* right.tryLock()) break;
          yield* left.unlock();
          yield* gosched();
        }
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* left.unlock();
        yield* putRight();
        yield* right.unlock();
      }
    },
  },
  "looks whether the forks are free, then takes them": {
    law: "no data race",
    input: [[1, 1, 0, 0, 0]],
    DiningPhilosophers: class {
      private readonly taken = Array.from({ length: 5 }, (_, i) => shared(false, `taken[${i}]`));
      private readonly mu = new Mutex();
      private readonly freed = new Cond(this.mu);
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const left = this.taken[i]!;
        const right = this.taken[(i + 1) % 5]!;
        yield* this.mu.lock();
        while ((yield* left.get()) || (yield* right.get())) yield* this.freed.wait();
        yield* this.mu.unlock();
        yield* left.set(true);
        yield* right.set(true);
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* putRight();
        yield* this.mu.lock();
        yield* left.set(false);
        yield* right.set(false);
        yield* this.freed.broadcast();
        yield* this.mu.unlock();
      }
    },
  },
  "wakes only one of two neighbours": {
    law: "no goroutine waits forever",
    input: [[1, 1, 0, 0, 1]],
    DiningPhilosophers: class {
      private readonly mu = new Mutex();
      private readonly freed = new Cond(this.mu);
      private readonly taken = new Array<boolean>(5).fill(false);
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const right = (i + 1) % 5;
        yield* this.mu.lock();
        while (this.taken[i]! || this.taken[right]!) yield* this.freed.wait();
        this.taken[i] = this.taken[right] = true;
        yield* this.mu.unlock();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* putRight();
        yield* this.mu.lock();
        this.taken[i] = this.taken[right] = false;
        if (i !== 0) yield* this.freed.signal();
        yield* this.mu.unlock();
      }
    },
  },
  "does not look again when it is woken": {
    law: "nobody picks up a fork that somebody holds",
    input: [[1, 1, 1, 0, 0]],
    DiningPhilosophers: class {
      private readonly mu = new Mutex();
      private readonly freed = new Cond(this.mu);
      private readonly taken = new Array<boolean>(5).fill(false);
      *wantsToEat(i: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        const right = (i + 1) % 5;
        yield* this.mu.lock();
        if (this.taken[i]! || this.taken[right]!) yield* this.freed.wait();
        this.taken[i] = this.taken[right] = true;
        yield* this.mu.unlock();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* putRight();
        yield* this.mu.lock();
        this.taken[i] = this.taken[right] = false;
        yield* this.freed.broadcast();
        yield* this.mu.unlock();
      }
    },
  },
  "hires a waiter who never goes home": {
    law: "no goroutine is left behind",
    input: [[1, 0, 0, 0, 0]],
    DiningPhilosophers: class {
      private readonly wishes = makeChan(unit);
      private readonly thanks = makeChan(unit);
      constructor() {
        const { wishes, thanks } = this;
        go(function* waiter() {
          for (;;) {
            yield* wishes.recv();
            yield* thanks.recv();
          }
        });
      }
      *wantsToEat(_: number, pickLeft: Does, pickRight: Does, eat: Does, putLeft: Does, putRight: Does): Go {
        yield* this.wishes.send();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* putLeft();
        yield* putRight();
        yield* this.thanks.send();
      }
    },
  },
  "eats with one fork": {
    law: "everybody eats with both forks in their hands",
    input: [[1, 0, 0, 0, 0]],
    DiningPhilosophers: class extends Forks {
      *wantsToEat(i: number, pickLeft: Does, _: Does, eat: Does, putLeft: Does): Go {
        const [left] = this.beside(i);
        yield* left.lock();
        yield* pickLeft();
        yield* eat();
        yield* putLeft();
        yield* left.unlock();
      }
    },
  },
  "keeps the forks": {
    law: "the forks are put back by those who hold them",
    input: [[1, 0, 0, 0, 0]],
    DiningPhilosophers: class {
      private readonly mu = new Mutex();
      *wantsToEat(_: number, pickLeft: Does, pickRight: Does, eat: Does): Go {
        yield* this.mu.lock();
        yield* pickLeft();
        yield* pickRight();
        yield* eat();
        yield* this.mu.unlock();
      }
    },
  },
} satisfies Mistakes<typeof problem>;
