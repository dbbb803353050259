import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  go,
  goLike,
  int,
  makeChan,
  type Outcome,
  panic,
  type Policy,
  run,
  seeded,
  work,
} from "../runtime.ts";
import { type ChromeTrace, chromeTrace, processes, type TraceEvent } from "./chrome-trace.ts";
import { programs } from "./random-program.ts";
import { timeline } from "./timeline.ts";

const policies: fc.Arbitrary<() => Policy> = fc.oneof(
  fc
    .record({ procs: fc.integer({ min: 1, max: 8 }), seed: fc.nat(1000) })
    .map((options) => () => goLike(options)),
  fc.nat(1000).map((seed) => () => seeded(seed)),
);

function forEveryRun(holds: (outcome: Outcome) => void): void {
  fc.assert(
    fc.property(programs, policies, (main, policy) => holds(run(main, { policy: policy(), record: true }))),
    { numRuns: 120 },
  );
}

/** What a viewer takes for granted; throws where it does not hold. Times are compared in whole nanoseconds. */
function expectValid({ traceEvents }: ChromeTrace): void {
  const ns = (us: number): number => Math.round(us * 1000);
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const dated = traceEvents.filter(({ ph }) => ph !== "M");
  const named = traceEvents.filter(({ name }) => name === "thread_name").map(threadOf);
  const namedProcesses = traceEvents.filter(({ name }) => name === "process_name").map(({ pid }) => pid);
  expect(new Set(named).size).toBe(named.length);
  expect(namedProcesses).toEqual(Object.values(processes));
  const ends = new Map<string, number>();
  const slices = new Map<string, TraceEvent[]>();
  const arrows = new Map<number, TraceEvent[]>();
  let now = 0;
  for (const event of dated) {
    const { ph, ts, dur, id } = event;
    if (!slices.has(threadOf(event))) expect(named).toContain(threadOf(event));
    expect(ns(ts!)).toBeGreaterThanOrEqual(now);
    now = ns(ts!);
    if (ph === "X") {
      // No slice of ours lies in another, so none may begin before its track's last one ends.
      expect(now).toBeGreaterThanOrEqual(ends.get(threadOf(event)) ?? 0);
      expect(dur).toBeGreaterThanOrEqual(0);
      ends.set(threadOf(event), ns(ts! + dur!));
      slices.set(threadOf(event), [...(slices.get(threadOf(event)) ?? []), event]);
    }
    if (ph === "s" || ph === "f") arrows.set(id!, [...(arrows.get(id!) ?? []), event]);
  }
  const encloses = (end: TraceEvent) => (slice: TraceEvent) =>
    ns(slice.ts!) <= ns(end.ts!) && ns(slice.ts! + slice.dur!) >= ns(end.ts!);
  for (const ends of arrows.values()) {
    expect(ends.map(({ ph }) => ph)).toEqual(["s", "f"]);
    for (const end of ends) expect(slices.get(threadOf(end))!.some(encloses(end))).toBe(true);
  }
}

describe("the trace of any program on 1 to 8 Ps", () => {
  test("is sorted, its slices do not overlap, its arrows have both ends in slices, and all its tracks have names", () =>
    forEveryRun(({ log, time }) => {
      expectValid(chromeTrace(log!, { until: time }));
      expectValid(chromeTrace(log!, { until: time, step: 0 }));
    }));

  test("shows every switch as a slice that can be seen, in the order of the events, never before its time", () =>
    forEveryRun(({ log, time }) => {
      const { goroutines, procs, end } = timeline(log!, { until: time });
      const slices = [...goroutines.values()].flat();
      for (const { from, to, began } of slices) {
        expect(to - from).toBeGreaterThanOrEqual(200);
        expect(from).toBeGreaterThanOrEqual(Math.round(began));
        expect(to).toBeLessThanOrEqual(end);
      }
      const order = [...log!].filter(({ kind }) => kind === "blocked").map(({ g }) => g);
      const waiting = slices.filter(({ state }) => state === "waiting").sort((a, b) => a.from - b.from);
      expect(waiting.map(({ g }) => g)).toEqual(order);
      expect([...procs.values()].flat()).toHaveLength(
        slices.filter(({ state }) => state === "running").length,
      );
    }));

  test("follows every goroutine from its creation to its end, or to the program's, without gaps", () =>
    forEveryRun(({ log, goroutines: alive, time }) => {
      const { goroutines, end } = timeline(log!, { until: time });
      expect([...goroutines.keys()]).toEqual([...log!.names.keys()]);
      const over = new Set([...log!].filter(({ kind }) => kind === "ended").map(({ g }) => g));
      for (const [g, slices] of goroutines) {
        expect(slices[0]!.cause).toBe("created");
        for (const [i, slice] of slices.entries()) {
          if (i === 0) continue;
          const before = slices[i - 1]!;
          expect([slice.from, slice.began]).toEqual([before.to, before.ended]);
          expect([slice.state, before.state]).not.toEqual(["running", "running"]);
        }
        if (!over.has(g)) expect(slices.at(-1)!.to).toBe(end);
      }
      for (const { id, state } of alive) {
        const { state: last, reason } = goroutines.get(id)!.at(-1)!;
        // Whoever computes can go on at once, and Go would call it running.
        if (last !== "running") expect(last === "waiting" ? reason : last).toBe(state);
      }
    }));

  test("on one P the time in which somebody runs is the time that was computed", () =>
    fc.assert(
      fc.property(programs, (main) => {
        const { log, procs, time } = run(main, { record: true });
        const running = [...timeline(log!, { until: time }).procs.values()].flat();
        const total = running.reduce((sum, { began, ended }) => sum + ended - began, 0);
        expect(total).toBe(procs[0]!.worked);
      }),
    ));
});

describe("a worker that is asked for one result", () => {
  const { log, time } = run(
    function* main() {
      const c = makeChan(int);
      go(function* worker() {
        yield* work(5000);
        yield* c.send(42);
      });
      yield* c.recv();
    },
    { record: true },
  );
  const { traceEvents } = chromeTrace(log!, { until: time }, { token: "t" });
  const slices = (pid: number, tid: number): unknown[] =>
    traceEvents
      .filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid)
      .map(({ name, ts, dur }) => [name, ts, dur]);

  test("is drawn with a fifth of a microsecond for what takes no time, of which its work makes up", () => {
    expect(slices(processes.Goroutines, 1)).toEqual([
      ["runnable", 0, 0.2],
      ["running", 0.2, 0.4],
      ["chan receive", 0.6, 4.4],
      ["runnable", 5, 0.4],
      ["running", 5.4, 0.2],
    ]);
    expect(slices(processes.Goroutines, 18)).toEqual([
      ["runnable", 0.4, 0.4],
      ["running", 0.8, 4.4],
    ]);
    expect(slices(processes.Ps, 1_000_000)).toEqual([
      ["main 1", 0.2, 0.4],
      ["worker 18", 0.8, 4.4],
      ["main 1", 5.4, 0.2],
    ]);
  });

  test("has an arrow from main to the worker it creates, and one back to main when it is woken", () => {
    expect(
      traceEvents
        .filter(({ ph }) => ph === "s" || ph === "f")
        .map(({ ph, name, id, tid, ts }) => [ph, name, id, tid, ts]),
    ).toEqual([
      ["s", "created", 1, 1, 0.4],
      ["f", "created", 1, 18, 0.4],
      ["s", "unblocked", 2, 18, 5],
      ["f", "unblocked", 2, 1, 5],
    ]);
  });
});

test("who still runs when the program ends has run until then", () => {
  const { log, time } = run(
    function* main() {
      yield* work(5000);
      panic("at the end");
    },
    { policy: seeded(1), record: true },
  );
  const { goroutines, end } = timeline(log!, { until: time });
  expect(goroutines.get(1)!.at(-1)).toMatchObject({ state: "running", began: 0, ended: 5000, to: 5000 });
  expect(end).toBe(5000);
});

test("steals and time slices that are over stand as instants on the P where they happen", () => {
  const { log, procs } = run(
    function* main() {
      for (let i = 0; i < 4; i++)
        go(function* computes() {
          yield* work(25e6);
        });
      yield* work(60e6);
    },
    { policy: goLike({ procs: 3 }), record: true },
  );
  const instants = chromeTrace(log!).traceEvents.filter(({ ph }) => ph === "i");
  const count = (kind: string): number => instants.filter(({ cat }) => cat === kind).length;
  expect(count("stolen")).toBe(procs.reduce((sum, { steals }) => sum + steals, 0));
  expect(count("preempted")).toBe(procs.reduce((sum, { preempted }) => sum + preempted, 0));
  expect(count("stolen") * count("preempted")).toBeGreaterThan(0);
  expect(instants.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^\w+ \d+ stolen from P\d$/));
});
