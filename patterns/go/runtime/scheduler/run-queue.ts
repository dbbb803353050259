/** A queue of goroutines, linked through the goroutines themselves; each can stand in one such queue only. */
import type { Goroutine } from "../goroutine.ts";

export class RunQueue {
  private first: Goroutine | undefined = undefined;
  private last: Goroutine | undefined = undefined;
  size = 0;

  add(g: Goroutine): void {
    if (this.last === undefined) this.first = g;
    else this.last.link = g;
    this.last = g;
    this.size++;
  }

  /** Puts `g` before all others. */
  addFirst(g: Goroutine): void {
    g.link = this.first;
    this.first = g;
    this.last ??= g;
    this.size++;
  }

  take(): Goroutine | undefined {
    const g = this.first;
    if (g === undefined) return undefined;
    this.first = g.link;
    if (this.first === undefined) this.last = undefined;
    g.link = undefined;
    this.size--;
    return g;
  }
}
