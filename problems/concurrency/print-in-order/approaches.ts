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

type Print = () => Operation<void>;

/** Two channels: each is closed when the word before has been printed. */
export class ClosedChannels {
  private readonly firstDone = makeChan(unit);
  private readonly secondDone = makeChan(unit);

  *first(printFirst: Print): Go {
    yield* printFirst();
    yield* this.firstDone.close();
  }

  *second(printSecond: Print): Go {
    yield* this.firstDone.recv();
    yield* printSecond();
    yield* this.secondDone.close();
  }

  *third(printThird: Print): Go {
    yield* this.secondDone.recv();
    yield* printThird();
  }
}

/** Two semaphores that begin at zero: channels with room for the one unit that is ever given. */
export class Semaphores {
  private readonly secondMay = makeChan(unit, 1);
  private readonly thirdMay = makeChan(unit, 1);

  *first(printFirst: Print): Go {
    yield* printFirst();
    yield* this.secondMay.send();
  }

  *second(printSecond: Print): Go {
    yield* this.secondMay.recv();
    yield* printSecond();
    yield* this.thirdMay.send();
  }

  *third(printThird: Print): Go {
    yield* this.thirdMay.recv();
    yield* printThird();
  }
}

/** A number that says whose turn it is, a mutex that guards it, and a condition for those who wait for theirs. */
export class Turns {
  private turn = 1;
  private readonly mu = new Mutex();
  private readonly turned = new Cond(this.mu);

  *first(printFirst: Print): Go {
    yield* this.inTurn(1, printFirst);
  }

  *second(printSecond: Print): Go {
    yield* this.inTurn(2, printSecond);
  }

  *third(printThird: Print): Go {
    yield* this.inTurn(3, printThird);
  }

  private *inTurn(mine: number, print: Print): Go {
    yield* this.mu.lock();
    while (this.turn !== mine) yield* this.turned.wait();
    yield* print();
    this.turn++;
    // Two may wait, and a signal might wake the one whose turn it is not.
    yield* this.turned.broadcast();
    yield* this.mu.unlock();
  }
}

export default {
  "closed channels": { growth: "1", Foo: ClosedChannels },
  semaphores: { growth: "1", Foo: Semaphores },
  turns: { growth: "1", Foo: Turns },
} satisfies Approaches<typeof stub>;
