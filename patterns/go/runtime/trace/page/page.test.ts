import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Go, go, goLike, int, makeChan, Mutex, run, sleep, work } from "../../runtime.ts";
import { programs } from "../random-program.ts";
import { timeline } from "../timeline.ts";
import { timelinePage } from "../timeline-page.ts";
import { packed, unpacked } from "./data.ts";
import { details } from "./details.ts";
import { duration } from "./duration.ts";
import { firstAfter, rowsOf, sliceAt } from "./rows.ts";
import { found, nextFound } from "./search.ts";
import { closeTo, marks, panned, showing, zoomed } from "./view.ts";

describe("the view", () => {
  const end = fc.integer({ min: 1, max: 1e9 });
  const looks = fc.array(
    fc.record({
      factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 20 },
  );

  test("never leaves the drawing, and never becomes empty, however one zooms and moves", () =>
    fc.assert(
      fc.property(end, looks, (end, looks) => {
        let view = { from: 0, to: end };
        for (const { factor, at } of looks) {
          view = zoomed(view, factor, view.from + at * (view.to - view.from), end);
          view = panned(view, (factor - 1) * (view.to - view.from), end);
          view = showing(view, at * end, end, end);
          view = closeTo(view, at * end, at * end + factor, end);
          expect(view.from).toBeGreaterThanOrEqual(0);
          expect(view.to).toBeLessThanOrEqual(end * (1 + 1e-9));
          expect(view.to).toBeGreaterThan(view.from);
        }
      }),
    ));

  test("zooms about the place that is pointed at", () => {
    const view = zoomed({ from: 1000, to: 9000 }, 0.5, 3000, 10_000);
    expect(view).toEqual({ from: 2000, to: 6000 });
    expect(zoomed(view, 2, 3000, 10_000)).toEqual({ from: 1000, to: 9000 });
  });

  test("stays where it is for a slice that is seen, and moves to one that is not", () => {
    const view = { from: 0, to: 1e6 };
    expect(showing(view, 9e5, 2e6, 1e8)).toBe(view);
    expect(showing(view, 5e6, 5.1e6, 1e8)).toEqual({ from: 4.55e6, to: 5.55e6 });
    expect(showing(view, 1e8 - 10, 1e8, 1e8)).toEqual({ from: 99e6, to: 1e8 });
  });

  test("comes closer only to what would be too narrow to be seen", () => {
    const view = { from: 0, to: 1e6 };
    expect(closeTo(view, 1e5, 2e5, 1e8)).toBe(view);
    expect(closeTo(view, 5000, 5200, 1e8)).toEqual({ from: 3100, to: 7100 });
  });

  test("has marks at whole steps, some hundred pixels apart", () => {
    expect(marks({ from: 150, to: 1150 }, 1000, 110)).toEqual([200, 400, 600, 800, 1000]);
  });
});

test("the data of a page are the events of the log", () =>
  fc.assert(
    fc.property(programs, fc.integer({ min: 1, max: 8 }), (main, procs) => {
      const { log, time } = run(main, { policy: goLike({ procs }), record: true });
      const data = packed(log!, time);
      expect([...unpacked(JSON.parse(JSON.stringify(data)) as typeof data)]).toEqual([...log!]);
      expect(data.goroutines.map(([id, name]) => [id, data.texts[name]])).toEqual(
        [...log!.names].map(([id, { name }]) => [id, name]),
      );
    }),
  ));

describe("of two workers behind one mutex", () => {
  const { log, time } = run(
    function* main() {
      const mutex = new Mutex();
      const done = makeChan(int);
      for (const name of ["first", "second"]) {
        const locks = function* (): Go {
          yield* mutex.lock();
          yield* sleep(1000);
          yield* work(2000);
          yield* mutex.unlock();
          yield* done.send(1);
        };
        go(Object.defineProperty(locks, "name", { value: name }));
      }
      yield* done.recv();
      yield* done.recv();
    },
    { record: true },
  );
  const drawn = timeline(log!, { until: time });
  const titles = new Map([...log!.names].map(([id, { name }]) => [id, `${name} ${id}`]));
  const places = new Map([[18, "main (p.ts:3:5)"]]);
  const rows = rowsOf(drawn, titles);
  const waitsFor = (reason: string) => drawn.goroutines.get(18)!.find((slice) => slice.reason === reason)!;

  test("the one who waits is told who woke it, what was before and after, and where it was started", () => {
    const said = details(waitsFor("sync.Mutex.Lock"), drawn, { titles, places });
    const of = (label: string): unknown => said.find((detail) => detail.label === label);
    expect(of("waited")).toMatchObject({ text: "3 µs of virtual time" });
    expect(of("because")).toMatchObject({ text: "sync.Mutex.Lock" });
    expect(of("woken by")).toMatchObject({ text: "second 19", slice: { g: 19, state: "running" } });
    expect(of("before")).toMatchObject({ text: "running, 0 ns", slice: { g: 18, state: "running" } });
    expect(of("after")).toMatchObject({ slice: { g: 18, state: "runnable", cause: "unblocked" } });
    expect(of("started by")).toMatchObject({ text: "main 1", slice: { g: 1, state: "running" } });
    expect(of("started at")).toMatchObject({ text: "main (p.ts:3:5)" });
  });

  test("a sleeper is woken by a timer, and whoever runs is told whom it woke", () => {
    const sleeps = details(waitsFor("sleep"), drawn, { titles, places });
    expect(sleeps).toContainEqual({ label: "woken by", text: "a timer or the network" });
    const runs = drawn.goroutines.get(19)!.filter(({ state }) => state === "running");
    const woke = runs.flatMap((slice) => details(slice, drawn, { titles, places }));
    expect(woke).toContainEqual(expect.objectContaining({ label: "woke", text: "first 18" }));
    const first = details(runs[0]!, drawn, { titles, places });
    expect(first.map(({ label }) => label)).not.toContain("woke");
  });

  test.each([
    ["19", [19]],
    ["goroutine 19", [19]],
    ["SECOND", [19]],
    ["mutex", [18]],
    ["9", []],
    ["chan receive", [1]],
  ])("the search for %s finds %j", (text, wanted) => {
    expect([...found(text, rows)!.goroutines]).toEqual(wanted);
  });

  test("going from one found slice to the next passes all of them in the order of time, and begins again", () => {
    const all = found("first", rows)!;
    const passed: number[] = [];
    let slice = nextFound(all, rows, undefined, 1)!;
    for (let i = 0; i < all.slices; i++) {
      passed.push(slice.from);
      slice = nextFound(all, rows, slice, 1)!;
    }
    expect(passed).toEqual(drawn.goroutines.get(18)!.map(({ from }) => from));
    expect(slice.from).toBe(passed[0]);
    expect(nextFound(all, rows, slice, -1)!.from).toBe(passed.at(-1));
  });

  test("a slice is found by any time within it, and from a little beside it", () => {
    for (const { slices } of rows) {
      for (const [i, slice] of slices.entries()) {
        expect(sliceAt(slices, slice.from)).toBe(slice);
        expect(sliceAt(slices, slice.to - 1)).toBe(slice);
        expect(firstAfter(slices, slice.from)).toBe(i);
      }
      const last = slices.at(-1)!;
      expect(sliceAt(slices, last.to + 10, 20)).toBe(last);
      expect(sliceAt(slices, last.to + 10, 5)).toBeUndefined();
    }
  });
});

test.each([
  [0, "0 ns"],
  [999, "999 ns"],
  [4400, "4.4 µs"],
  [12_345_678, "12.3 ms"],
  [60e9, "60 s"],
])("%d ns is read as %s", (ns, text) => {
  expect(duration(ns)).toBe(text);
});

test("the page needs nothing from elsewhere, and what a program says does not become markup", async () => {
  const evil = "</script><img src=x onerror=alert(1)>";
  const { log, time } = run(
    function* main() {
      go(Object.defineProperty(() => undefined, "name", { value: evil }));
      yield* work(1);
    },
    { record: true },
  );
  const html = await timelinePage(log!, { title: evil, ending: evil, facts: [["output", evil]], time });
  expect(html).not.toContain(evil);
  const markup = html.replaceAll(/<script\b[^]*?<\/script>/g, "");
  expect(markup).not.toMatch(/<[^>]+ (src|href|action)=|url\(|@import/);
  const scripts = html.match(/<script\b[^]*?<\/script>/g)!;
  expect(scripts).toHaveLength(2);
  for (const script of scripts)
    expect(script).not.toMatch(/^<script[^>]* src=|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(|https?:/);
});
