import type { Mistakes } from "#lab/problem/index.ts";
import {
  type Chan,
  Cond,
  go,
  type Go,
  gosched,
  int,
  makeChan,
  Mutex,
  shared,
  unit,
} from "../../../patterns/go/runtime/runtime.ts";
import type problem from "./problem.ts";

/** The elements behind a mutex, with the conditions to wait for; the mistakes are in how they are used. */
class Guarded {
  protected readonly capacity: number;
  protected readonly elements: number[] = [];
  protected readonly mu = new Mutex();
  protected readonly hasRoom = new Cond(this.mu);
  protected readonly hasElement = new Cond(this.mu);

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  *enqueue(element: number): Go {
    yield* this.mu.lock();
    while (this.elements.length === this.capacity) yield* this.hasRoom.wait();
    this.elements.push(element);
    yield* this.hasElement.signal();
    yield* this.mu.unlock();
  }

  *dequeue(): Go<number> {
    yield* this.mu.lock();
    while (this.elements.length === 0) yield* this.hasElement.wait();
    const element = this.elements.shift()!;
    yield* this.hasRoom.signal();
    yield* this.mu.unlock();
    return element;
  }

  *size(): Go<number> {
    yield* this.mu.lock();
    const { length } = this.elements;
    yield* this.mu.unlock();
    return length;
  }
}

export default {
  "takes from the queue when it is empty": {
    law: "each dequeue gives an element that was put in, and no other gives it again",
    input: [1, [1], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *dequeue(): Go<number> {
        yield* this.mu.lock();
        const element = this.elements.shift()!;
        yield* this.hasRoom.signal();
        yield* this.mu.unlock();
        return element;
      }
    },
  },
  "never waits for room": {
    law: "never more elements than its capacity",
    input: [1, [2], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *enqueue(element: number): Go {
        yield* this.mu.lock();
        this.elements.push(element);
        yield* this.hasElement.signal();
        yield* this.mu.unlock();
      }
    },
  },
  "lets one element too many in": {
    law: "never more elements than its capacity",
    input: [1, [2], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *enqueue(element: number): Go {
        yield* this.mu.lock();
        while (this.elements.length > this.capacity) yield* this.hasRoom.wait();
        this.elements.push(element);
        yield* this.hasElement.signal();
        yield* this.mu.unlock();
      }
    },
  },
  "gives its channel one place too few": {
    law: "no goroutine waits forever",
    input: [1, [1], []],
    BoundedBlockingQueue: class {
      private readonly elements: Chan<number>;
      constructor(capacity: number) {
        this.elements = makeChan(int, capacity - 1);
      }
      *enqueue(element: number): Go {
        yield* this.elements.send(element);
      }
      *dequeue(): Go<number> {
        return yield* this.elements.recv();
      }
      *size(): Go<number> {
        return this.elements.len;
      }
    },
  },
  "does not look again when it is woken": {
    law: "each dequeue gives an element that was put in, and no other gives it again",
    input: [1, [1, 1], [1, 1]],
    BoundedBlockingQueue: class extends Guarded {
      override *dequeue(): Go<number> {
        yield* this.mu.lock();
        if (this.elements.length === 0) yield* this.hasElement.wait();
        const element = this.elements.shift()!;
        yield* this.hasRoom.signal();
        yield* this.mu.unlock();
        return element;
      }
    },
  },
  "wakes one of those who wait for something else": {
    law: "no goroutine waits forever",
    input: [1, [1, 1], [1, 1]],
    BoundedBlockingQueue: class extends Guarded {
      private readonly changed = new Cond(this.mu);
      override *enqueue(element: number): Go {
        yield* this.mu.lock();
        while (this.elements.length === this.capacity) yield* this.changed.wait();
        this.elements.push(element);
        yield* this.changed.signal();
        yield* this.mu.unlock();
      }
      override *dequeue(): Go<number> {
        yield* this.mu.lock();
        while (this.elements.length === 0) yield* this.changed.wait();
        const element = this.elements.shift()!;
        yield* this.changed.signal();
        yield* this.mu.unlock();
        return element;
      }
    },
  },
  "looks and sleeps without the lock in between": {
    law: "no goroutine waits forever",
    input: [1, [1], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *dequeue(): Go<number> {
        while ((yield* this.size()) === 0) {
          yield* this.mu.lock();
          yield* this.hasElement.wait();
          yield* this.mu.unlock();
        }
        yield* this.mu.lock();
        const element = this.elements.shift()!;
        yield* this.hasRoom.signal();
        yield* this.mu.unlock();
        return element;
      }
    },
  },
  "sleeps with the lock in its hands": {
    law: "no goroutine waits forever",
    input: [1, [2], [1]],
    BoundedBlockingQueue: class extends Guarded {
      private readonly places = makeChan(unit, this.capacity);
      override *enqueue(element: number): Go {
        yield* this.mu.lock();
        yield* this.places.send();
        this.elements.push(element);
        yield* this.hasElement.signal();
        yield* this.mu.unlock();
      }
      override *dequeue(): Go<number> {
        yield* this.mu.lock();
        while (this.elements.length === 0) yield* this.hasElement.wait();
        const element = this.elements.shift()!;
        yield* this.places.recv();
        yield* this.mu.unlock();
        return element;
      }
    },
  },
  "keeps the lock when it has had to wait": {
    law: "no goroutine waits forever",
    input: [1, [2], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *enqueue(element: number): Go {
        yield* this.mu.lock();
        if (this.elements.length === this.capacity) {
          while (this.elements.length === this.capacity) yield* this.hasRoom.wait();
          this.elements.push(element);
          yield* this.hasElement.signal();
          return;
        }
        this.elements.push(element);
        yield* this.hasElement.signal();
        yield* this.mu.unlock();
      }
    },
  },
  "unlocks before it waits for room, and again": {
    law: "nothing panics",
    input: [1, [2], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *enqueue(element: number): Go {
        yield* this.mu.lock();
        while (this.elements.length === this.capacity) {
          yield* this.mu.unlock();
          yield* this.hasRoom.wait();
        }
        this.elements.push(element);
        yield* this.hasElement.signal();
        yield* this.mu.unlock();
      }
    },
  },
  "asks again and again whether there is an element": {
    law: "whoever has to wait sleeps",
    input: [1, [1], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *dequeue(): Go<number> {
        for (;;) {
          yield* this.mu.lock();
          const element = this.elements.shift();
          if (element !== undefined) yield* this.hasRoom.signal();
          yield* this.mu.unlock();
          if (element !== undefined) return element;
          yield* gosched();
        }
      }
    },
  },
  "counts without a lock": {
    law: "no data race",
    input: [1, [1], [1]],
    BoundedBlockingQueue: class {
      private readonly elements: Chan<number>;
      private readonly count = shared(0, "count");
      constructor(capacity: number) {
        this.elements = makeChan(int, capacity);
      }
      *enqueue(element: number): Go {
        yield* this.elements.send(element);
        yield* this.count.update((n) => n + 1);
      }
      *dequeue(): Go<number> {
        const element = yield* this.elements.recv();
        yield* this.count.update((n) => n - 1);
        return element;
      }
      *size(): Go<number> {
        return yield* this.count.get();
      }
    },
  },
  "hands each element to a goroutine": {
    law: "no goroutine is left behind",
    input: [1, [1], []],
    BoundedBlockingQueue: class {
      private readonly elements = makeChan(int);
      private readonly mu = new Mutex();
      private count = 0;
      *enqueue(element: number): Go {
        yield* this.changeCount(1);
        const { elements } = this;
        go(function* carrier() {
          yield* elements.send(element);
        });
      }
      *dequeue(): Go<number> {
        const element = yield* this.elements.recv();
        yield* this.changeCount(-1);
        return element;
      }
      *size(): Go<number> {
        return yield* this.changeCount(0);
      }
      private *changeCount(by: number): Go<number> {
        yield* this.mu.lock();
        const count = (this.count += by);
        yield* this.mu.unlock();
        return count;
      }
    },
  },
  "takes the newest first": {
    law: "first in, first out",
    input: [2, [2], [1]],
    BoundedBlockingQueue: class extends Guarded {
      override *dequeue(): Go<number> {
        yield* this.mu.lock();
        while (this.elements.length === 0) yield* this.hasElement.wait();
        const element = this.elements.pop()!;
        yield* this.hasRoom.signal();
        yield* this.mu.unlock();
        return element;
      }
    },
  },
  "counts what has ever been put in": {
    law: "size tells how many are left",
    input: [1, [1], [1]],
    BoundedBlockingQueue: class extends Guarded {
      private total = 0;
      override *enqueue(element: number): Go {
        yield* super.enqueue(element);
        yield* this.mu.lock();
        this.total++;
        yield* this.mu.unlock();
      }
      override *size(): Go<number> {
        return this.total;
      }
    },
  },
} satisfies Mistakes<typeof problem>;
