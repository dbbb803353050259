import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Counts, at each meeting's start, the meetings that are held then. O(n²) time, O(1) space. */
export function overlapsAtEachStart(intervals: number[][]): number {
  let rooms = 0;
  for (const [moment] of intervals) {
    let held = 0;
    for (const [start, end] of intervals) {
      if (start! <= moment! && moment! < end!) held++;
    }
    rooms = Math.max(rooms, held);
  }
  return rooms;
}

/** Walks through the starts in order, and through the ends beside them. O(n log n) time, O(n) space. */
export function sortedStartsAndEnds(intervals: number[][]): number {
  const starts = intervals.map(([start]) => start!).sort((a, b) => a - b);
  const ends = intervals.map(([, end]) => end!).sort((a, b) => a - b);
  let ended = 0;
  for (const start of starts) {
    // A room is free again: it takes this meeting. Otherwise a room is opened.
    if (ends[ended]! <= start) ended++;
  }
  return intervals.length - ended;
}

/** Gives each meeting, in order of starts, the room that is free first. O(n log n) time, O(n) space. */
export function heapOfEndTimes(intervals: number[][]): number {
  const byStart = [...intervals].sort(([a], [b]) => a! - b!);
  const rooms = new MinHeap();
  for (const [start, end] of byStart) {
    if (rooms.size > 0 && rooms.least <= start!) rooms.replaceLeast(end!);
    else rooms.add(end!);
  }
  return rooms.size;
}

/** No element is less than its parent; the parent of place i is place (i - 1) >> 1. */
class MinHeap {
  private readonly values: number[] = [];

  get size(): number {
    return this.values.length;
  }

  get least(): number {
    return this.values[0]!;
  }

  add(value: number): void {
    const { values } = this;
    let at = values.length;
    while (at > 0 && values[(at - 1) >> 1]! > value) {
      values[at] = values[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    values[at] = value;
  }

  replaceLeast(value: number): void {
    const { values } = this;
    let at = 0;
    for (let child = 1; child < values.length; child = 2 * at + 1) {
      if (values[child + 1]! < values[child]!) child++;
      if (values[child]! >= value) break;
      values[at] = values[child]!;
      at = child;
    }
    values[at] = value;
  }
}

export default {
  "overlaps at each start": { growth: "n²", minMeetingRooms: overlapsAtEachStart },
  "sorted starts and ends": { growth: "n log n", minMeetingRooms: sortedStartsAndEnds },
  "heap of end times": { growth: "n log n", minMeetingRooms: heapOfEndTimes },
} satisfies Approaches<typeof stub>;
