/**
 * The works of timers and tickers that give the time through a channel. As since Go 1.23, they are on the agenda only
 * while somebody waits at the channel, so a ticker that nobody waits for does not hide a deadlock.
 */
import { Chan } from "./channel.ts";
import { Timer as Alarm } from "../timers.ts";
import { current } from "../world.ts";

export class ChannelClock {
  /** Holds one time at most, and looks unbuffered. */
  readonly channel: Chan<number>;
  /** When the next time is due; Infinity when it is stopped. */
  private when = Infinity;
  /** 0 for a timer, which gives the time once. */
  period: number;
  private readonly alarm: Alarm;

  constructor(period: number) {
    this.period = period;
    this.channel = new Chan(0, 0, { clock: this });
    this.alarm = new Alarm(() => {
      this.catchUp();
      this.someoneWaits();
    });
  }

  /** Sets it to `when` and forgets a time that nobody has taken; whether it was set, or had such a time. */
  set(when: number): boolean {
    const world = current();
    this.catchUp();
    world.races?.release(world.running, this.channel);
    const pending = this.when < Infinity;
    const drained = this.channel.drain();
    this.when = when;
    world.timers.stop(this.alarm);
    this.someoneWaits();
    return pending || drained;
  }

  /** Gives the time that has become due meanwhile; a ticker's missed ticks are one. */
  catchUp(): void {
    const world = current();
    const { when, period } = this;
    if (when > world.now) return;
    this.when = period === 0 ? Infinity : when + period * (1 + Math.floor((world.now - when) / period));
    this.channel.offer(world, when);
  }

  someoneWaits(): void {
    const { timers } = current();
    if (this.when === Infinity || !this.channel.receivers.hasAny()) timers.stop(this.alarm);
    else if (this.alarm.place < 0) timers.start(this.alarm, this.when);
  }
}
