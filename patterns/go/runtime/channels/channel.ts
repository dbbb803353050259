/** Go's channels: direct hand-off to whoever waits, a ring buffer in between. Go: runtime/chan.go. */
import { closing, receiving, receivingOk, sending } from "./channel-operations.ts";
import type { Goroutine, Operation } from "../goroutine.ts";
import { plain } from "../panic.ts";
import type { ChannelClock } from "./channel-clock.ts";
import type { Clock } from "../races.ts";
import type { Type } from "../types.ts";
import { type Waiter, WaitQueue } from "./wait-queue.ts";
import type { World } from "../world.ts";

/** The end of a channel at which values are received: Go's `<-chan T`. */
export interface RecvChan<out T> {
  /** Go's `<-c`: the zero value once the channel is closed and empty. */
  recv(): Operation<T>;
  /** Go's `v, ok := <-c`: `[zero, false]` once the channel is closed and empty. */
  recvOk(): Operation<[value: T, ok: boolean]>;
  /** Values in the buffer now. */
  readonly len: number;
  readonly cap: number;
  readonly isNil: boolean;
  /** The zero value of T. */
  readonly zero: T;
}

/** The end at which values are sent: Go's `chan<- T`. */
export interface SendChan<in T> {
  /** Go's `c <- v`. Panics when the channel is closed, also while it waits. */
  send(value: T): Operation<void>;
  /** Go's `close(c)`: those who wait to receive get the zero value, those who wait to send panic. */
  close(): Operation<void>;
  readonly len: number;
  readonly cap: number;
  readonly isNil: boolean;
}

export class Chan<in out T> implements RecvChan<T>, SendChan<T> {
  readonly cap: number;
  readonly zero: T;
  readonly isNil: boolean;
  /** Gives the time here, if this is the channel of a timer. */
  readonly clockwork: ChannelClock | undefined;
  /** A ring with `room` places: the oldest of `count` values stands at `head`. */
  private readonly buffer: (T | undefined)[] = [];
  private readonly room: number;
  private head = 0;
  private count = 0;
  closed = false;
  /** At most one of the two holds anybody, but for a select that waits for both on one channel. */
  readonly receivers = new WaitQueue();
  readonly senders = new WaitQueue();
  /** For the race detector: what was known at each slot of the buffer, and at the close. */
  private readonly slots: { clock: Clock | undefined }[] = [];
  clock: Clock | undefined = undefined;

  constructor(
    zero: T,
    cap: number,
    { isNil = false, clock }: { isNil?: boolean; clock?: ChannelClock } = {},
  ) {
    if (!(Number.isSafeInteger(cap) && cap >= 0)) throw plain("makechan: size out of range");
    this.zero = zero;
    this.cap = cap;
    this.room = clock === undefined ? cap : 1;
    this.isNil = isNil;
    this.clockwork = clock;
  }

  get len(): number {
    return this.clockwork === undefined ? this.count : 0;
  }

  send(value: T): Operation<void> {
    return sending.of(this as Chan<unknown>, value);
  }

  recv(): Operation<T> {
    return receiving.of(this) as Operation<T>;
  }

  recvOk(): Operation<[T, boolean]> {
    return receivingOk.of(this) as Operation<[T, boolean]>;
  }

  close(): Operation<void> {
    return closing.of(this as Chan<unknown>);
  }

  /** Closes it here and now. */
  shut(world: World): void {
    if (this.isNil) throw plain("close of nil channel");
    if (this.closed) throw plain("close of closed channel");
    this.closed = true;
    world.races?.release(world.running, this);
    // As in Go, all are taken out first and readied from the last to the first.
    const woken: Waiter[] = [];
    for (let waiter = this.receivers.take(); waiter !== undefined; waiter = this.receivers.take()) {
      waiter.value = this.zero;
      woken.push(waiter);
    }
    for (let waiter = this.senders.take(); waiter !== undefined; waiter = this.senders.take())
      woken.push(waiter);
    for (let i = woken.length - 1; i >= 0; i--) {
      const waiter = woken[i]!;
      waiter.success = false;
      wake(world, waiter);
    }
  }

  /** Sends without waiting, if that can be done. Throws Go's panic on a closed channel. O(1). */
  trySend(world: World, g: Goroutine, value: T): boolean {
    if (this.closed) throw plain("send on closed channel");
    const receiver = this.receivers.take();
    if (receiver !== undefined) {
      receiver.value = this.handed(world, g, receiver.g, value);
      receiver.success = true;
      wake(world, receiver);
      return true;
    }
    if (this.count === this.room) return false;
    this.put(world, g, value);
    return true;
  }

  /** Receives into `g.value` and `g.ok` without waiting, if that can be done. O(1). */
  tryRecv(world: World, g: Goroutine): boolean {
    if (this.clockwork !== undefined) this.clockwork.catchUp();
    if (this.count > 0) {
      g.value = this.takeOldest(world, g);
      g.ok = true;
      if (this.clockwork !== undefined) world.races?.acquire(g, this);
      const sender = this.senders.take();
      if (sender !== undefined) {
        // The sender's value takes the place at the end; Go does both in one slot.
        this.put(world, sender.g, sender.value as T);
        sender.success = true;
        wake(world, sender);
      }
      return true;
    }
    const sender = this.senders.take();
    if (sender !== undefined) {
      world.races?.meet(g, sender.g);
      g.value = sender.value;
      g.ok = true;
      sender.success = true;
      wake(world, sender);
      return true;
    }
    if (!this.closed) return false;
    world.races?.acquire(g, this);
    g.value = this.zero;
    g.ok = false;
    return true;
  }

  /** Whether a receive, or a send, would go through now: for select, which looks before it chooses. */
  get canRecv(): boolean {
    if (this.clockwork !== undefined) this.clockwork.catchUp();
    return this.count > 0 || this.closed || this.senders.hasAny();
  }

  get canSend(): boolean {
    return this.closed || this.count < this.room || this.receivers.hasAny();
  }

  /** Sends on behalf of the clock, if somebody waits or there is room. What was known when it was set becomes known. */
  offer(world: World, value: T): void {
    const receiver = this.receivers.take();
    if (receiver === undefined) {
      this.buffer[0] ??= value;
      this.count = 1;
      return;
    }
    world.races?.acquire(receiver.g, this);
    receiver.value = value;
    receiver.success = true;
    wake(world, receiver);
  }

  /** Forgets what stands in the buffer; whether anything did. */
  drain(): boolean {
    const any = this.count > 0;
    this.buffer.length = this.count = this.head = 0;
    return any;
  }

  /**
   * Hands `value` to one who waits. At an unbuffered channel the two learn what the other knew; at a buffered one the
   * sender learns nothing, so for the race detector the value goes through the buffer.
   */
  private handed(world: World, from: Goroutine, to: Goroutine, value: T): T {
    if (world.races === undefined) return value;
    if (this.room > 0) {
      this.put(world, from, value);
      return this.takeOldest(world, to);
    }
    world.races.meet(from, to);
    return value;
  }

  private put(world: World, g: Goroutine, value: T): void {
    let at = this.head + this.count++;
    if (at >= this.room) at -= this.room;
    this.buffer[at] = value;
    if (world.races !== undefined) world.races.releaseAcquire(g, this.slot(at));
  }

  private takeOldest(world: World, g: Goroutine): T {
    const { head } = this;
    const value = this.buffer[head]!;
    this.buffer[head] = undefined;
    this.head = head + 1 === this.room ? 0 : head + 1;
    this.count--;
    if (world.races !== undefined) world.races.releaseAcquire(g, this.slot(head));
    return value;
  }

  private slot(at: number): { clock: Clock | undefined } {
    return (this.slots[at] ??= { clock: undefined });
  }
}

/** Go's `make(chan T, cap)`: `makeChan(int, 3)`. Panics when `cap` is negative. */
export function makeChan<T>(type: Type<T>, cap = 0): Chan<T> {
  return new Chan(type.zero, cap);
}

const nil = new Chan<never>(undefined as never, 0, { isNil: true });

/** Go's nil channel, which is never ready: a case of a select is switched off with it. There is one, so `===` works. */
export function nilChan<T>(): Chan<T> {
  return nil as unknown as Chan<T>;
}

function wake(world: World, waiter: Waiter): void {
  const { g } = waiter;
  g.chosen = waiter;
  world.ready(g);
}
