import type { Mistakes } from "#lab/problem/index.ts";
import {
  Cond,
  go,
  type Go,
  gosched,
  makeChan,
  Millisecond,
  Mutex,
  type Operation,
  shared,
  sleep,
  unit,
} from "../../../patterns/go/runtime/runtime.ts";
import type problem from "./problem.ts";

type Print = () => Operation<void>;

/** Those that take turns: each says how a goroutine waits for its own, and how it hands on. */
abstract class Turns {
  protected turn = 1;
  protected readonly mu = new Mutex();
  protected readonly turned = new Cond(this.mu);

  *first(printFirst: Print): Go {
    yield* this.inTurn(1, printFirst);
  }

  *second(printSecond: Print): Go {
    yield* this.inTurn(2, printSecond);
  }

  *third(printThird: Print): Go {
    yield* this.inTurn(3, printThird);
  }

  protected abstract inTurn(mine: number, print: Print): Go;
}

export default {
  "prints without waiting": {
    law: "they are printed in order",
    input: [[2, 1, 3]],
    Foo: class {
      *first(printFirst: Print): Go {
        yield* printFirst();
      }
      *second(printSecond: Print): Go {
        yield* printSecond();
      }
      *third(printThird: Print): Go {
        yield* printThird();
      }
    },
  },
  "signals before it prints": {
    law: "they are printed in order",
    input: [[1, 2, 3]],
    Foo: class {
      private readonly firstDone = makeChan(unit);
      private readonly secondDone = makeChan(unit);
      *first(printFirst: Print): Go {
        yield* this.firstDone.close();
        yield* printFirst();
      }
      *second(printSecond: Print): Go {
        yield* this.firstDone.recv();
        yield* this.secondDone.close();
        yield* printSecond();
      }
      *third(printThird: Print): Go {
        yield* this.secondDone.recv();
        yield* printThird();
      }
    },
  },
  "uses one channel for both signals": {
    law: "no goroutine waits forever",
    input: [[3, 1, 2]],
    Foo: class {
      private readonly done = makeChan(unit, 1);
      *first(printFirst: Print): Go {
        yield* printFirst();
        yield* this.done.send();
      }
      *second(printSecond: Print): Go {
        yield* this.done.recv();
        yield* printSecond();
        yield* this.done.send();
      }
      *third(printThird: Print): Go {
        yield* this.done.recv();
        yield* printThird();
      }
    },
  },
  "sends to itself": {
    law: "no goroutine waits forever",
    input: [[1, 2, 3]],
    Foo: class {
      private readonly mine = makeChan(unit);
      private readonly firstDone = makeChan(unit);
      private readonly secondDone = makeChan(unit);
      *first(printFirst: Print): Go {
        yield* this.mine.send();
        yield* this.mine.recv();
        yield* printFirst();
        yield* this.firstDone.send();
      }
      *second(printSecond: Print): Go {
        yield* this.firstDone.recv();
        yield* printSecond();
        yield* this.secondDone.send();
      }
      *third(printThird: Print): Go {
        yield* this.secondDone.recv();
        yield* printThird();
      }
    },
  },
  "waits for a signal that may have been given": {
    law: "no goroutine waits forever",
    input: [[1, 2, 3]],
    Foo: class {
      private readonly mu = new Mutex();
      private readonly firstDone = new Cond(this.mu);
      private readonly secondDone = new Cond(this.mu);
      *first(printFirst: Print): Go {
        yield* printFirst();
        yield* this.firstDone.signal();
      }
      *second(printSecond: Print): Go {
        yield* this.mu.lock();
        yield* this.firstDone.wait();
        yield* this.mu.unlock();
        yield* printSecond();
        yield* this.secondDone.signal();
      }
      *third(printThird: Print): Go {
        yield* this.mu.lock();
        yield* this.secondDone.wait();
        yield* this.mu.unlock();
        yield* printThird();
      }
    },
  },
  "wakes one, who may not be next": {
    law: "no goroutine waits forever",
    input: [[3, 2, 1]],
    Foo: class extends Turns {
      protected *inTurn(mine: number, print: Print): Go {
        yield* this.mu.lock();
        while (this.turn !== mine) yield* this.turned.wait();
        yield* print();
        this.turn++;
        yield* this.turned.signal();
        yield* this.mu.unlock();
      }
    },
  },
  "does not look again when it is woken": {
    law: "they are printed in order",
    input: [[3, 2, 1]],
    Foo: class extends Turns {
      protected *inTurn(mine: number, print: Print): Go {
        yield* this.mu.lock();
        if (this.turn !== mine) yield* this.turned.wait();
        yield* print();
        this.turn++;
        yield* this.turned.broadcast();
        yield* this.mu.unlock();
      }
    },
  },
  "waits on the condition without its lock": {
    law: "nothing panics",
    input: [[2, 1, 3]],
    Foo: class extends Turns {
      protected *inTurn(mine: number, print: Print): Go {
        while (this.turn !== mine) yield* this.turned.wait();
        yield* print();
        this.turn++;
        yield* this.turned.broadcast();
      }
    },
  },
  "keeps the lock": {
    law: "no goroutine waits forever",
    input: [[1, 2, 3]],
    Foo: class extends Turns {
      protected *inTurn(mine: number, print: Print): Go {
        yield* this.mu.lock();
        while (this.turn !== mine) yield* this.turned.wait();
        yield* print();
        this.turn++;
        yield* this.turned.broadcast();
      }
    },
  },
  "asks again and again whose turn it is": {
    law: "whoever has to wait sleeps",
    input: [[2, 1, 3]],
    Foo: class extends Turns {
      protected *inTurn(mine: number, print: Print): Go {
        for (let turn = 0; turn !== mine; yield* gosched()) {
          yield* this.mu.lock();
          turn = this.turn;
          yield* this.mu.unlock();
        }
        yield* print();
        yield* this.mu.lock();
        this.turn++;
        yield* this.mu.unlock();
      }
    },
  },
  "sleeps for a while instead": {
    law: "they are printed in order",
    input: [[2, 1, 3]],
    Foo: class {
      *first(printFirst: Print): Go {
        yield* printFirst();
      }
      *second(printSecond: Print): Go {
        yield* sleep(100 * Millisecond);
        yield* printSecond();
      }
      *third(printThird: Print): Go {
        yield* sleep(200 * Millisecond);
        yield* printThird();
      }
    },
  },
  "looks at a flag that another one sets": {
    law: "no data race",
    input: [[1, 2, 3]],
    Foo: class {
      private readonly firstIsDone = shared(false, "firstIsDone");
      private readonly firstDone = makeChan(unit);
      private readonly secondDone = makeChan(unit);
      *first(printFirst: Print): Go {
        yield* printFirst();
        yield* this.firstIsDone.set(true);
        yield* this.firstDone.close();
      }
      *second(printSecond: Print): Go {
        if (!(yield* this.firstIsDone.get())) yield* this.firstDone.recv();
        yield* printSecond();
        yield* this.secondDone.close();
      }
      *third(printThird: Print): Go {
        yield* this.secondDone.recv();
        yield* printThird();
      }
    },
  },
  "leaves a signal to a goroutine that nobody hears": {
    law: "no goroutine is left behind",
    input: [[1, 2, 3]],
    Foo: class {
      private readonly firstDone = makeChan(unit);
      private readonly secondDone = makeChan(unit);
      *first(printFirst: Print): Go {
        yield* printFirst();
        const { firstDone } = this;
        go(function* notify() {
          for (let i = 0; i < 2; i++) yield* firstDone.send();
        });
      }
      *second(printSecond: Print): Go {
        yield* this.firstDone.recv();
        yield* printSecond();
        const { secondDone } = this;
        go(function* notify() {
          yield* secondDone.send();
        });
      }
      *third(printThird: Print): Go {
        yield* this.secondDone.recv();
        yield* printThird();
      }
    },
  },
} satisfies Mistakes<typeof problem>;
