/** A naive twin: channels as plain arrays. What a schedule let happen, in that order, must be what the model allows and gives. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Go, go, int, makeChan, otherwise, recv, run, seeded, select, send } from "../runtime.ts";

type Action =
  { readonly kind: "send" | "recv"; readonly c: number } | { readonly kind: "close"; readonly c: number };
/** What an attempt that never waits came to. */
type Result = "full" | "empty" | "sent" | "closed" | "panic" | number;

/** A buffered channel of which nobody waits. */
class Model {
  private readonly values: number[] = [];
  private closed = false;
  private readonly cap: number;

  constructor(cap: number) {
    this.cap = cap;
  }

  send(value: number): Result {
    if (this.closed) return "panic";
    if (this.values.length === this.cap) return "full";
    this.values.push(value);
    return "sent";
  }

  recv(): Result {
    return this.values.shift() ?? (this.closed ? "closed" : "empty");
  }

  close(): Result {
    if (this.closed) return "panic";
    this.closed = true;
    return "closed";
  }
}

const caps = [0, 1, 3];
const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom("send", "send", "send", "recv", "recv", "recv", "close" as const),
  c: fc.nat(caps.length - 1),
});

test("attempts of many goroutines that never wait give what the model gives in the same order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(action, { maxLength: 12 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (programs, seed) => {
        const happened: [Action, number, Result][] = [];
        const outcome = run(
          function* () {
            const channels = caps.map((cap) => makeChan(int, cap));
            let value = 0;
            const one = function* (actions: readonly Action[]): Go {
              for (const act of actions) {
                const c = channels[act.c]!;
                const v = ++value;
                // Nothing comes between an operation and the line after it, so this is the order in which they were done.
                try {
                  if (act.kind === "close") {
                    yield* c.close();
                    happened.push([act, v, "closed"]);
                  } else if (act.kind === "send") {
                    const { index } = yield* select(send(c, v), otherwise);
                    happened.push([act, v, index === 0 ? "sent" : "full"]);
                  } else {
                    const s = yield* select(recv(c), otherwise);
                    happened.push([act, v, s.index === 1 ? "empty" : s.ok ? s.value : "closed"]);
                  }
                } catch {
                  happened.push([act, v, "panic"]);
                }
              }
            };
            for (const actions of programs) go(one, actions);
            yield* makeChan(int).recv();
          },
          { policy: seeded(seed) },
        );
        expect(outcome.message).toBe("all goroutines are asleep - deadlock!");
        const models = caps.map((cap) => new Model(cap));
        for (const [{ kind, c }, v, result] of happened) expect(result).toBe(models[c]![kind](v));
        expect(happened).toHaveLength(programs.flat().length);
      },
    ),
    { numRuns: 200 },
  );
});

test("goroutines that wait: nothing is received twice, and as many are done at the end as the counts say", () => {
  const shape = fc.record({
    cap: fc.nat(4),
    senders: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
    receivers: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(shape, ({ cap, senders, receivers, seed }) => {
      const got: number[] = [];
      let [sent, received] = [0, 0];
      run(
        function* () {
          const c = makeChan(int, cap);
          senders.forEach((n, who) => {
            go(function* () {
              for (let i = 0; i < n; i++) {
                yield* c.send(100 * who + i);
                sent++;
              }
            });
          });
          for (const n of receivers) {
            go(function* () {
              for (let i = 0; i < n; i++) {
                got.push(yield* c.recv());
                received++;
              }
            });
          }
          yield* makeChan(int).recv();
        },
        { policy: seeded(seed) },
      );
      const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
      const [offered, wanted] = [sum(senders), sum(receivers)];
      expect(received).toBe(Math.min(offered, wanted));
      expect(sent).toBe(Math.min(offered, wanted + cap));
      expect(new Set(got).size).toBe(got.length);
    }),
    { numRuns: 200 },
  );
});
