import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "keeps a room for a meeting that has just ended": {
    law: "at some moment all rooms are in use",
    input: [
      [
        [0, 1],
        [1, 2],
      ],
    ],
    minMeetingRooms(intervals) {
      const starts = intervals.map(([start]) => start!).sort((a, b) => a - b);
      const ends = intervals.map(([, end]) => end!).sort((a, b) => a - b);
      let ended = 0;
      for (const start of starts) {
        if (ends[ended]! < start) ended++;
      }
      return starts.length - ended;
    },
  },
  "takes the meetings in the order given": {
    law: "at some moment all rooms are in use",
    input: [
      [
        [1, 2],
        [0, 1],
      ],
    ],
    minMeetingRooms(intervals) {
      const freeAt: number[] = [];
      for (const [start, end] of intervals) {
        const room = freeAt.findIndex((free) => free <= start!);
        if (room === -1) freeAt.push(end!);
        else freeAt[room] = end!;
      }
      return freeAt.length;
    },
  },
  "sorts the meetings by their ends": {
    law: "at some moment all rooms are in use",
    input: [
      [
        [0, 1],
        [0, 3],
        [4, 5],
        [2, 6],
      ],
    ],
    minMeetingRooms(intervals) {
      const freeAt: number[] = [];
      for (const [start, end] of [...intervals].sort((a, b) => a[1]! - b[1]!)) {
        const room = freeAt.findIndex((free) => free <= start!);
        if (room === -1) freeAt.push(end!);
        else freeAt[room] = end!;
      }
      return freeAt.length;
    },
  },
  "sorts the times as strings": {
    law: "at some moment all rooms are in use",
    input: [
      [
        [2, 3],
        [10, 11],
      ],
    ],
    minMeetingRooms(intervals) {
      const starts = intervals.map(([start]) => start!).sort();
      const ends = intervals.map(([, end]) => end!).sort();
      let ended = 0;
      for (const start of starts) {
        if (ends[ended]! <= start) ended++;
      }
      return starts.length - ended;
    },
  },
  "asks only the room that was opened last": {
    law: "at some moment all rooms are in use",
    input: [
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    minMeetingRooms(intervals) {
      const freeAt: number[] = [];
      for (const [start, end] of [...intervals].sort((a, b) => a[0]! - b[0]!)) {
        if (freeAt.length > 0 && freeAt.at(-1)! <= start!) freeAt[freeAt.length - 1] = end!;
        else freeAt.push(end!);
      }
      return freeAt.length;
    },
  },
  "counts all that overlap one meeting": {
    law: "at some moment all rooms are in use",
    input: [
      [
        [0, 2],
        [0, 1],
        [1, 2],
      ],
    ],
    minMeetingRooms(intervals) {
      let rooms = 0;
      for (const [start, end] of intervals) {
        const overlapping = intervals.filter(([from, to]) => from! < end! && start! < to!);
        rooms = Math.max(rooms, overlapping.length);
      }
      return rooms;
    },
  },
  "returns the rooms in use at the last start": {
    law: "at every moment there is a room for each meeting",
    input: [
      [
        [0, 1],
        [0, 1],
        [1, 2],
      ],
    ],
    minMeetingRooms(intervals) {
      let held: number[] = [];
      for (const [start, end] of [...intervals].sort((a, b) => a[0]! - b[0]!)) {
        held = held.filter((until) => until > start!);
        held.push(end!);
      }
      return held.length;
    },
  },
  "keeps one change for each time": {
    law: "at every moment there is a room for each meeting",
    input: [
      [
        [0, 1],
        [0, 1],
      ],
    ],
    minMeetingRooms(intervals) {
      const changeAt = new Map<number, number>();
      for (const [start, end] of intervals) {
        changeAt.set(start!, 1);
        changeAt.set(end!, -1);
      }
      let held = 0;
      let rooms = 0;
      for (const [, change] of [...changeAt].sort(([a], [b]) => a - b)) {
        held += change;
        rooms = Math.max(rooms, held);
      }
      return rooms;
    },
  },
} satisfies Mistakes<typeof problem>;
