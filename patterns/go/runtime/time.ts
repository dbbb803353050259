/** Go's time package on virtual time: nothing waits for real, and one run is like another. Go 1.23: time/sleep.go, runtime/time.go. */
import type { RecvChan } from "./channels/channel.ts";
import { ChannelClock } from "./channels/channel-clock.ts";
import type { Go, Start } from "./goroutine.ts";
import { point, wait } from "./giving-way.ts";
import { plain } from "./panic.ts";
import type { Ordering } from "./races.ts";
import { Timer as Alarm } from "./timers.ts";
import { current } from "./world.ts";
import { noteMethods, notedFunction } from "./noted.ts";

export const Nanosecond = 1;
export const Microsecond = 1e3;
export const Millisecond = 1e6;
export const Second = 1e9;
export const Minute = 60e9;
export const Hour = 3600e9;

/** Virtual nanoseconds since the program began. */
export function now(): number {
  return current().now;
}

/** Go's time.Sleep: waits `duration` nanoseconds; not at all when that is not positive. */
export const sleep = notedFunction("sleep(d)", function* (duration: number): Go {
  yield* point("sleep(d)");
  requireDuration(duration);
  if (duration <= 0) return;
  const world = current();
  const g = world.running;
  const alarm = new Alarm(() => world.ready(g));
  world.timers.start(alarm, world.now + duration);
  yield* wait("sleep");
});

/** A timer set for NaN would never fire, and nobody would know why. */
function requireDuration(duration: number): void {
  if (Number.isNaN(duration)) throw new RangeError("a duration is NaN: nanoseconds, such as 5 * Millisecond");
}

function fromNow(duration: number): number {
  requireDuration(duration);
  return current().now + Math.max(0, duration);
}

/** Go's time.Timer with a channel: gives the time once, `duration` after it was started or reset. */
export class Timer {
  private readonly clock: ChannelClock;
  /** Where the time arrives. Unbuffered to look at (cap 0): no old time is left there after `stop` or `reset`. */
  readonly c: RecvChan<number>;

  constructor(clock: ChannelClock) {
    this.clock = clock;
    this.c = clock.channel;
  }

  /** Whether it stopped it: false when it had given its time or was stopped. */
  *stop(): Go<boolean> {
    yield* point();
    return this.clock.set(Infinity);
  }

  /** Starts it anew; whether it was still running. */
  *reset(duration: number): Go<boolean> {
    yield* point();
    return this.clock.set(fromNow(duration));
  }
}

noteMethods(Timer, "timer");

/** Go's time.Ticker: gives the time every `period`; ticks that nobody takes are dropped. */
export class Ticker {
  private readonly clock: ChannelClock;
  readonly c: RecvChan<number>;

  constructor(clock: ChannelClock) {
    this.clock = clock;
    this.c = clock.channel;
  }

  *stop(): Go {
    yield* point();
    this.clock.set(Infinity);
  }

  *reset(period: number): Go {
    yield* point();
    if (!(period > 0)) throw plain("non-positive interval for Ticker.Reset");
    this.clock.period = period;
    this.clock.set(current().now + period);
  }
}

noteMethods(Ticker, "ticker");

export function newTimer(duration: number): Timer {
  const clock = new ChannelClock(0);
  clock.set(fromNow(duration));
  return new Timer(clock);
}

/** Go's time.After: the channel of a timer. */
export function after(duration: number): RecvChan<number> {
  return newTimer(duration).c;
}

export function newTicker(period: number): Ticker {
  if (!(period > 0)) throw plain("non-positive interval for NewTicker");
  const clock = new ChannelClock(period);
  clock.set(current().now + period);
  return new Ticker(clock);
}

/** What time.AfterFunc returns. */
export class Callback {
  private readonly alarm: Alarm;
  /** What was known when it was set, which the call knows too. */
  private readonly setting: Ordering = { clock: undefined };

  constructor(f: Start) {
    this.alarm = new Alarm(() => {
      const world = current();
      const g = world.spawn(f, []);
      world.races?.acquire(g, this.setting);
    });
  }

  /** Whether it prevented the call. */
  *stop(): Go<boolean> {
    yield* point();
    return current().timers.stop(this.alarm);
  }

  *reset(duration: number): Go<boolean> {
    yield* point();
    const active = current().timers.stop(this.alarm);
    this.set(duration);
    return active;
  }

  /** Starts it anew, without a point of switching. */
  set(duration: number): void {
    const world = current();
    world.races?.release(world.running, this.setting);
    world.timers.start(this.alarm, fromNow(duration));
  }
}

noteMethods(Callback, "timer");

/** Go's time.AfterFunc: starts `f` in a goroutine of its own after `duration`. */
export function afterFunc(duration: number, f: Start): Callback {
  const callback = new Callback(f);
  callback.set(duration);
  return callback;
}
