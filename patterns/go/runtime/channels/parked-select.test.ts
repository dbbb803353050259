/** What becomes of a select that had to wait. */
import { describe, expect, test } from "vitest";
import {
  type Chan,
  go,
  gosched,
  int,
  makeChan,
  nilChan,
  recv,
  run,
  seeded,
  select,
  type SelectCase,
  send,
} from "../runtime.ts";

describe("a select that waits", () => {
  test("panics when the channel it sends to is closed, and not when one it receives from is", () => {
    const ended = (closing: "out" | "in") =>
      run(function* () {
        const channels = { out: makeChan(int), in: makeChan(int) };
        go(function* () {
          yield* channels[closing].close();
        });
        const s = yield* select(send(channels.out, 1), recv(channels.in));
        return s.index === 1 ? [s.value, s.ok] : s.index;
      });
    expect(ended("out").message).toBe("send on closed channel");
    expect(ended("in").value).toEqual([0, false]);
  });

  test("is served at the channel that was used, also when another stands in it twice", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { value } = run(
        function* () {
          const a = makeChan(int);
          const b = makeChan(int);
          const seen: number[] = [];
          for (const c of [b, a]) {
            go(function* () {
              yield* c.send(c === a ? 1 : 2);
            });
            const s = yield* select(recv(b), recv(a), recv(a));
            seen.push(s.index === 0 ? s.value : -s.value);
          }
          return seen;
        },
        { policy: seeded(seed) },
      );
      expect(value).toEqual([2, -1]);
    }
  });

  test.each<[string, (c: Chan<number>, d: Chan<number>) => SelectCase[]]>([
    ["chan receive", (c) => [recv(c)]],
    ["chan send", (c) => [send(c, 1)]],
    ["chan receive (nil chan)", () => [recv(nilChan())]],
    ["chan send (nil chan)", () => [send(nilChan<number>(), 1)]],
    ["select", (c, d) => [recv(c), send(d, 1)]],
    ["select", () => [recv(nilChan()), recv(nilChan())]],
    ["select (no cases)", () => []],
  ])("is reported as %s", (reason, cases) => {
    const { goroutines } = run(function* () {
      yield* select(...cases(makeChan(int), makeChan(int)));
    });
    expect(goroutines.map(({ state }) => state)).toEqual([reason]);
  });

  test("has left all other queues when it goes on", () => {
    const { value } = run(function* () {
      const [a, b] = [makeChan(int), makeChan(int)];
      go(function* () {
        yield* a.send(1);
      });
      yield* select(recv(a), recv(b));
      go(function* () {
        yield* b.send(2);
      });
      yield* gosched();
      return yield* b.recv();
    });
    expect(value).toBe(2);
  });
});
