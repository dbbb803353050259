/** One P of the GMP model: its queues and its time slices. Go 1.23: runtime/proc.go. */
import { describe, expect, test } from "vitest";
import {
  type Go,
  go,
  gosched,
  makeChan,
  Microsecond,
  Millisecond,
  now,
  sleep,
  unit,
  work,
} from "../runtime.ts";
import { many, runWith, total } from "../on-procs.ts";

describe("queues", () => {
  test("when the ring of 256 is full, its first half and the newcomer go to the global queue", () => {
    const order: number[] = [];
    // Each `go` puts its goroutine next and the one before into the ring: the 258th finds it full.
    const outcome = runWith({}, () =>
      many(258, function* (i) {
        order.push(i);
        yield* gosched();
      }),
    );
    expect(outcome.procs[0]!.toGlobal).toBe(129);
    expect(order[0]).toBe(257);
    expect(order.slice(1, 20)).not.toContain(0);
    const few = runWith({}, () => many(257, yielding));
    expect(few.procs[0]!.toGlobal).toBe(0);
  });

  test("every 61st time slice looks at the global queue first, though the ring is not empty", () => {
    let ran = 0;
    const { value } = runWith({}, function* () {
      for (let i = 0; i < 200; i++)
        go(() => {
          ran++;
        });
      yield* gosched();
      const first = ran;
      yield* gosched();
      return [first, ran - first];
    });
    expect(value![0]).toBeLessThan(61);
    expect(value![1]).toBe(60);
  });

  test("a goroutine that was woken goes before those who wait in the ring", () => {
    const order: string[] = [];
    runWith({}, function* () {
      const c = makeChan(unit);
      go(function* () {
        yield* c.recv();
        order.push("woken");
      });
      yield* gosched();
      for (const name of ["a", "b"]) go(() => void order.push(name));
      yield* c.send();
      yield* sleep(1);
    });
    expect(order).toEqual(["woken", "a", "b"]);
  });
});

describe("time slices", () => {
  test("two that wake one another share one slice, so a third runs after 10 ms", () => {
    const { value } = runWith({}, function* () {
      const [ping, pong] = [makeChan(unit), makeChan(unit)];
      let third = -1;
      go(() => {
        third = now();
      });
      go(function* () {
        for (;;) {
          yield* ping.recv();
          yield* work(100 * Microsecond);
          yield* pong.send();
        }
      });
      while (third < 0 && now() < 100 * Millisecond) {
        yield* ping.send();
        yield* work(100 * Microsecond);
        yield* pong.recv();
      }
      return third;
    });
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(10.2 * Millisecond);
  });

  test("computing is broken off after 10 ms, and goes on behind those in the global queue", () => {
    const ends: [string, number][] = [];
    const outcome = runWith({}, () =>
      many(2, function* (i) {
        yield* work(25 * Millisecond);
        ends.push([`${i}`, now() / Millisecond]);
      }),
    );
    // 1 runs first, then they take turns: 1 0 1 0 1 0.
    expect(ends).toEqual([
      ["1", 45],
      ["0", 50],
    ]);
    expect(total(outcome, "preempted")).toBe(4);
    expect(outcome.time).toBe(50 * Millisecond);
    const kinds = [...outcome.log!].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "preempted")).toHaveLength(4);
  });

  test("a slice that is not used up is not broken off", () => {
    const outcome = runWith({}, () => many(5, () => work10()));
    expect(total(outcome, "preempted")).toBe(0);
  });
});

function* yielding(): Go {
  yield* gosched();
}

function* work10(): Go {
  yield* work(9 * Millisecond);
}
