/** What holds for every program and every schedule; what single parts promise is tried beside them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programs } from "./trace/random-program.ts";
import {
  awaiting,
  explore,
  go,
  goLike,
  int,
  makeChan,
  type Outcome,
  type Policy,
  println,
  run,
  runAsync,
  seeded,
  shared,
  WaitGroup,
} from "./runtime.ts";

const policies: fc.Arbitrary<() => Policy> = fc.oneof(
  fc
    .record({ procs: fc.integer({ min: 1, max: 4 }), seed: fc.nat(99), lockTime: fc.constantFrom(0, 200) })
    .chain((options) => fc.boolean().map((localQueues) => () => goLike({ ...options, localQueues }))),
  fc.nat(99).map((seed) => () => seeded(seed)),
);

/** All but places, in which the call of `run` may stand. */
function toldBy({ ending, message, output, time, switches, goroutines, log }: Outcome): unknown {
  const states = goroutines.map(({ id, state }) => `${id} ${state}`);
  return { ending, message, output, time, switches, states, events: [...log!] };
}

describe("a run is repeated by its token, event by event", () => {
  test("whatever the program and the policy", () => {
    fc.assert(
      fc.property(programs, policies, (main, policy) => {
        const outcome = run(main, { policy: policy(), record: true });
        const again = run(main, { replay: outcome.token, record: true });
        expect(toldBy(again)).toEqual(toldBy(outcome));
        expect(again.token).toBe(outcome.token);
      }),
    );
  });

  test("also the failure that a search has found", () => {
    const main = function* () {
      const n = shared(0, "n");
      const wg = new WaitGroup();
      for (let i = 0; i < 2; i++) {
        yield* wg.go(function* () {
          yield* n.update((value) => value + 1);
        });
      }
      yield* wg.wait();
      return yield* n.get();
    };
    const wanted = ({ value }: Outcome): string | undefined =>
      value === 2 ? undefined : `n is ${String(value)}`;
    const { failure } = explore(main, { check: wanted });
    const again = run(main, { replay: failure!.token });
    expect(again.errors).toBe(failure!.outcome.errors);
    expect(again.value).toBe(failure!.outcome.value);
  });

  test("also when promises settled in another order the first time", async () => {
    const ordered = (delays: readonly number[]) =>
      function* () {
        const wg = new WaitGroup();
        for (const [i, delay] of delays.entries()) {
          yield* wg.go(function* () {
            yield* awaiting(new Promise((resolve) => setTimeout(resolve, delay)));
            println(i);
          });
        }
        yield* wg.wait();
      };
    const slowFirst = await runAsync(ordered([20, 1, 10]));
    const again = await runAsync(ordered([1, 20, 10]), { replay: slowFirst.token });
    expect(slowFirst.output).toBe("1\n2\n0\n");
    expect(again.output).toBe(slowFirst.output);
  });
});

describe("the log of every run makes sense", () => {
  const after: Readonly<Record<string, readonly string[]>> = {
    runnable: ["resumed", "stolen"],
    running: ["resumed", "blocked", "preempted", "yielded", "ended", "syscall"],
    waiting: ["unblocked"],
  };
  const state: Readonly<Record<string, string>> = {
    created: "runnable",
    unblocked: "runnable",
    preempted: "runnable",
    yielded: "runnable",
    stolen: "runnable",
    resumed: "running",
    blocked: "waiting",
    syscall: "waiting",
  };

  test("time goes forwards, nobody acts before it is created or after its end, or runs while it waits", () => {
    fc.assert(
      fc.property(programs, policies, (main, policy) => {
        const states = new Map<number, string | undefined>();
        let now = 0;
        for (const { kind, g, time } of run(main, { policy: policy(), record: true }).log!) {
          expect(time).toBeGreaterThanOrEqual(now);
          now = time;
          if (kind === "created") expect(states.has(g)).toBe(false);
          else expect(after[states.get(g) ?? "nowhere"]).toContain(kind);
          states.set(g, state[kind]);
        }
      }),
    );
  });

  test("with one P, one goroutine runs at a time", () => {
    fc.assert(
      fc.property(programs, fc.nat(99), (main, seed) => {
        let running = 0;
        for (const { kind, g } of run(main, { policy: goLike({ seed }), record: true }).log!) {
          if (kind === "resumed") {
            expect(running).toBe(0);
            running = g;
          } else if (g === running && kind !== "created" && kind !== "unblocked") running = 0;
        }
      }),
    );
  });
});

test("a program may run a program", () => {
  const { value, time } = run(function* () {
    const inner = run(function* () {
      const c = makeChan(int);
      go(() => c.send(7));
      return yield* c.recv();
    });
    const c = makeChan(int, 1);
    yield* c.send(inner.value! + 1);
    return yield* c.recv();
  });
  expect([value, time]).toEqual([8, 0]);
});
