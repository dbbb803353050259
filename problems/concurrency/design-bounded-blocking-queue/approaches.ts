import type { Approaches } from "#lab/problem/index.ts";
import {
  type Chan,
  Cond,
  type Go,
  int,
  makeChan,
  Mutex,
  unit,
} from "../../../patterns/go/runtime/runtime.ts";
import type * as stub from "./stub.ts";

/** A buffered channel is this queue. O(1) per call. */
export class BufferedChannel {
  private readonly elements: Chan<number>;

  constructor(capacity: number) {
    this.elements = makeChan(int, capacity);
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
}

/** A ring that a mutex guards, and two conditions: there is room, there is an element. O(1) per call. */
export class TwoConditions {
  private readonly ring: number[];
  private head = 0;
  private count = 0;
  private readonly mu = new Mutex();
  private readonly hasRoom = new Cond(this.mu);
  private readonly hasElement = new Cond(this.mu);

  constructor(capacity: number) {
    this.ring = new Array<number>(capacity).fill(0);
  }

  *enqueue(element: number): Go {
    yield* this.mu.lock();
    while (this.count === this.ring.length) yield* this.hasRoom.wait();
    this.ring[(this.head + this.count++) % this.ring.length] = element;
    yield* this.hasElement.signal();
    yield* this.mu.unlock();
  }

  *dequeue(): Go<number> {
    yield* this.mu.lock();
    while (this.count === 0) yield* this.hasElement.wait();
    const element = this.ring[this.head]!;
    this.head = (this.head + 1) % this.ring.length;
    this.count--;
    yield* this.hasRoom.signal();
    yield* this.mu.unlock();
    return element;
  }

  *size(): Go<number> {
    yield* this.mu.lock();
    const { count } = this;
    yield* this.mu.unlock();
    return count;
  }
}

/** Two semaphores count the free places and the elements; a mutex guards the ring itself. O(1) per call. */
export class Semaphores {
  private readonly ring: number[];
  private head = 0;
  private count = 0;
  private readonly mu = new Mutex();
  /** What stands in it is taken: sending takes a place, receiving frees one. */
  private readonly places: Chan<void>;
  /** A unit for each element that may be taken out. */
  private readonly ready: Chan<void>;

  constructor(capacity: number) {
    this.ring = new Array<number>(capacity).fill(0);
    this.places = makeChan(unit, capacity);
    this.ready = makeChan(unit, capacity);
  }

  *enqueue(element: number): Go {
    yield* this.places.send();
    yield* this.mu.lock();
    this.ring[(this.head + this.count++) % this.ring.length] = element;
    yield* this.mu.unlock();
    yield* this.ready.send();
  }

  *dequeue(): Go<number> {
    yield* this.ready.recv();
    yield* this.mu.lock();
    const element = this.ring[this.head]!;
    this.head = (this.head + 1) % this.ring.length;
    this.count--;
    yield* this.mu.unlock();
    yield* this.places.recv();
    return element;
  }

  *size(): Go<number> {
    yield* this.mu.lock();
    const { count } = this;
    yield* this.mu.unlock();
    return count;
  }
}

export default {
  "two conditions": { growth: "n", BoundedBlockingQueue: TwoConditions },
  semaphores: { growth: "n", BoundedBlockingQueue: Semaphores },
  "buffered channel": { growth: "n", BoundedBlockingQueue: BufferedChannel },
} satisfies Approaches<typeof stub>;
