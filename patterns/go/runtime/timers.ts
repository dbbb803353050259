/** Virtual time's agenda: a binary heap ordered by time, then by age, so that equal times fire in the order they were set. */

export class Timer {
  readonly fire: () => void;
  when = 0;
  /** Ties are decided by this; every start gives a new one. */
  order = 0;
  /** Its index in the heap; -1 when it is not set. */
  place = -1;

  constructor(fire: () => void) {
    this.fire = fire;
  }
}

export class Timers {
  private readonly heap: Timer[] = [];
  private started = 0;
  /** The earliest time, Infinity when none is set: what the run loop compares with the clock. */
  earliest = Infinity;

  get size(): number {
    return this.heap.length;
  }

  /** O(log n). */
  start(timer: Timer, when: number): void {
    this.stop(timer);
    timer.when = when;
    timer.order = this.started++;
    this.up(this.heap.push(timer) - 1, timer);
    this.note();
  }

  /** Whether it was still to fire. O(log n). */
  stop(timer: Timer): boolean {
    const { place } = timer;
    if (place < 0) return false;
    timer.place = -1;
    const last = this.heap.pop()!;
    if (last !== timer) {
      this.up(place, last);
      this.down(last.place, last);
    }
    this.note();
    return true;
  }

  /** Those that are due at `now`, in order, taken out. */
  due(now: number): Timer[] {
    const due: Timer[] = [];
    while (this.earliest <= now) {
      const first = this.heap[0]!;
      this.stop(first);
      due.push(first);
    }
    return due;
  }

  /** All that are set for the earliest time, in the order they were set. O(n). */
  tied(): Timer[] {
    return this.heap.filter(({ when }) => when === this.earliest).sort((a, b) => a.order - b.order);
  }

  private note(): void {
    this.earliest = this.heap.length === 0 ? Infinity : this.heap[0]!.when;
  }

  private up(place: number, timer: Timer): void {
    const { heap } = this;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above]!;
      if (before(parent, timer)) break;
      heap[place] = parent;
      parent.place = place;
      place = above;
    }
    heap[place] = timer;
    timer.place = place;
  }

  private down(place: number, timer: Timer): void {
    const { heap } = this;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && before(heap[below + 1]!, heap[below]!)) below++;
      const child = heap[below]!;
      if (before(timer, child)) break;
      heap[place] = child;
      child.place = place;
      place = below;
    }
    heap[place] = timer;
    timer.place = place;
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.when < b.when || (a.when === b.when && a.order < b.order);
}
