/** Sending and receiving as operations: at once where that can be done, else by waiting in the channel's queue. */
import type { Chan, RecvChan } from "./channel.ts";
import { Fresh, type Goroutine, type Operation, Parked } from "../goroutine.ts";
import { SharedOperation, type Step, suspended } from "../operation.ts";
import { plain } from "../panic.ts";
import { current } from "../world.ts";

class Sending extends SharedOperation<void> {
  protected readonly text = "c.send(v)";
  private channel: Chan<unknown> | undefined = undefined;
  private value: unknown = undefined;

  of(channel: Chan<unknown>, value: unknown): this {
    this.calling();
    this.channel = channel;
    this.value = value;
    return this;
  }

  protected override described({ waiter }: Goroutine): string {
    return `c.send(${String(waiter.value)})`;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    const { waiter } = g;
    if (g.stage === Parked) {
      if (waiter.success) return this.finished(g, undefined);
      g.stage = Fresh;
      world.races?.acquire(g, waiter.channel!);
      throw plain("send on closed channel");
    }
    if (g.stage === Fresh) {
      waiter.channel = this.channel;
      waiter.value = this.value;
      if (this.givesWay(world, g)) return suspended;
    }
    const channel = waiter.channel!;
    g.stage = Fresh;
    if (channel.trySend(world, g, waiter.value)) return this.finished(g, undefined);
    if (!channel.isNil) channel.senders.add(waiter);
    world.park(g, channel.isNil ? "chan send (nil chan)" : "chan send");
    return this.waits(g);
  }
}

/** What the ways to receive share. */
abstract class Receive<T> extends SharedOperation<T> {
  private channel: Chan<unknown> | undefined = undefined;
  protected abstract outcome(g: Goroutine): T;

  /** Every end of a channel is a channel: there is one class. */
  of(channel: RecvChan<unknown>): this {
    this.calling();
    this.channel = channel as unknown as Chan<unknown>;
    return this;
  }

  next(): Step<T> {
    const world = current();
    const g = world.running;
    const { waiter } = g;
    if (g.stage === Parked) {
      g.value = waiter.value;
      g.ok = waiter.success;
      waiter.value = undefined;
      if (!g.ok) world.races?.acquire(g, waiter.channel!);
      return this.finished(g, this.outcome(g));
    }
    if (g.stage === Fresh) {
      waiter.channel = this.channel;
      if (this.givesWay(world, g)) return suspended;
    }
    const channel = waiter.channel!;
    if (channel.tryRecv(world, g)) return this.finished(g, this.outcome(g));
    if (!channel.isNil) channel.receivers.add(waiter);
    if (channel.clockwork !== undefined) channel.clockwork.someoneWaits();
    world.park(g, channel.isNil ? "chan receive (nil chan)" : "chan receive");
    return this.waits(g);
  }
}

class Receiving extends Receive<unknown> {
  protected readonly text = "c.recv()";

  protected outcome(g: Goroutine): unknown {
    return g.value;
  }
}

class ReceivingOk extends Receive<[unknown, boolean]> {
  protected readonly text = "c.recvOk()";

  protected outcome(g: Goroutine): [unknown, boolean] {
    return [g.value, g.ok];
  }
}

class RangeStep extends Receive<boolean> {
  protected readonly text = "each.next()";
  last: unknown = undefined;

  protected outcome(g: Goroutine): boolean {
    this.last = g.value;
    return g.ok;
  }
}

/** Go's `for v := range c`. One for each goroutine that loops. */
export class Range<T> {
  private readonly from: RecvChan<T>;
  private readonly step = new RangeStep();

  constructor(from: RecvChan<T>) {
    this.from = from;
  }

  /** Receives the next value; false once the channel is closed and empty. */
  next(): Operation<boolean> {
    return this.step.of(this.from);
  }

  /** The value that `next` has received. */
  get value(): T {
    return this.step.last as T;
  }
}

/** `for (const each = range(c); yield* each.next(); ) use(each.value);` */
export function range<T>(from: RecvChan<T>): Range<T> {
  return new Range(from);
}

class Closing extends SharedOperation<void> {
  protected readonly text = "c.close()";
  private channel: Chan<unknown> | undefined = undefined;

  of(channel: Chan<unknown>): this {
    this.calling();
    this.channel = channel;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Fresh) {
      g.waiter.channel = this.channel;
      if (this.givesWay(world, g)) return suspended;
    }
    g.stage = Fresh;
    g.waiter.channel!.shut(world);
    return this.finished(g, undefined);
  }
}

export const closing = new Closing();
export const sending = new Sending();
export const receiving = new Receiving();
export const receivingOk = new ReceivingOk();
