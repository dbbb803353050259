/** Real asynchronous work that goroutines wait for. */
import type { Goroutine as G } from "./goroutine.ts";

/** A promise that a goroutine waits for has settled. */
export interface Settled {
  /** The how-manieth the program has waited for, from 0: what replays refer to. */
  readonly number: number;
  readonly g: G;
  readonly ok: boolean;
  readonly value: unknown;
}

export class Outside {
  /** Promises that goroutines wait for now. */
  pending = 0;
  /** Those that have settled and whose goroutines have not been told, in the order in which they settled. */
  readonly settled: Settled[] = [];
  onSettled: () => void = () => undefined;
  private awaited = 0;

  /** Tells when `promise` settles, outside of the run loop. */
  watch(g: G, promise: PromiseLike<unknown>): void {
    const number = this.awaited++;
    this.pending++;
    const settle = (ok: boolean) => (value: unknown) => {
      this.settled.push({ number, g, ok, value });
      this.onSettled();
    };
    promise.then(settle(true), settle(false));
  }

  /** Takes out one that has settled; what came of it is in its goroutine then. */
  take(one: Settled): void {
    this.settled.splice(this.settled.indexOf(one), 1);
    this.pending--;
    one.g.ok = one.ok;
    one.g.value = one.value;
  }
}
