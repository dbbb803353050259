import { describe, expect, test } from "vitest";
import { everySchedule } from "../schedules.ts";
import {
  background,
  DeadlineExceeded,
  explore,
  go,
  type Go,
  int,
  makeChan,
  Millisecond,
  now,
  otherwise,
  range,
  recv,
  type RecvChan,
  run,
  select,
  sleep,
  string,
  unit,
  withTimeout,
} from "../runtime/runtime.ts";
import { type Attempt, canceled, enough, Pipeline } from "./pipeline.ts";

const bad = new Error("bad");

/** The numbers 0 to n - 1; with `failing`, an error in the place of that number. */
function numbers(p: Pipeline, n: number, failing = NaN): Go<RecvChan<number>> {
  return p.stage(int, function* (emit) {
    for (let i = 0; i < n; i++) {
      const err = i === failing ? bad : yield* emit(i);
      if (err !== null) return err;
    }
    return null;
  });
}

/** Twice each number; with `failing`, an error in the place of that one. */
function doubled(p: Pipeline, from: RecvChan<number>, failing = NaN): Go<RecvChan<number>> {
  return p.map(from, int, (x): Attempt<number> => (x === failing ? [undefined, bad] : [2 * x, null]));
}

test.each([0, 1, 5])("all of %i values come through all stages, in order", (n) => {
  everySchedule(
    function* () {
      const p = new Pipeline();
      const texts = yield* p.map(yield* doubled(p, yield* numbers(p, n)), string, function* (x) {
        yield* sleep(x % 3);
        return [`<${x}>`, null];
      });
      const got: string[] = [];
      const err = yield* p.drain(texts, (text) => {
        got.push(text);
        return null;
      });
      return { err, got };
    },
    ({ err, got }) => {
      expect(err).toBeNull();
      expect(got).toEqual([...Array(n).keys()].map((i) => `<${2 * i}>`));
    },
  );
});

const failures = ["source", "first", "second", "reader"].flatMap((stage) =>
  [0, 2, 3].map((at) => [stage, at] as const),
);

test.each(failures)("when the %s fails at value %i, so does the whole, and nobody is left", (stage, at) => {
  const where = (one: string, value: number): number => (one === stage ? value : NaN);
  everySchedule(
    function* () {
      const p = new Pipeline();
      const source = yield* numbers(p, 4, where("source", at));
      const first = yield* doubled(p, source, where("first", at));
      const second = yield* doubled(p, first, where("second", 2 * at));
      const got: number[] = [];
      const err = yield* p.drain(second, (x) => {
        if (x === where("reader", 4 * at)) return bad;
        got.push(x);
        return null;
      });
      return { err, got };
    },
    ({ err, got }) => {
      expect(err).toBe(bad);
      expect(got).toEqual([0, 4, 8, 12].slice(0, got.length));
      expect(got.length).toBeLessThanOrEqual(at);
    },
  );
});

test("and when any stage fails, under every schedule with few switches", () => {
  for (const failing of ["source", "stage", "nobody"]) {
    const { failure, runs } = explore(
      function* () {
        const p = new Pipeline();
        const source = yield* numbers(p, 2, failing === "source" ? 1 : NaN);
        const last = yield* doubled(p, source, failing === "stage" ? 1 : NaN);
        return yield* p.drain(last, () => null);
      },
      {
        runs: 1000,
        check({ value }) {
          expect(value).toBe(failing === "nobody" ? null : bad);
        },
      },
    );
    expect(failure?.message).toBeUndefined();
    expect(runs).toBeGreaterThan(100);
  }
});

test("a failure never looks like the end of the data: what comes after it in the line hears that it is canceled", () => {
  const whole = function* (): Go<unknown> {
    const p = new Pipeline();
    const source = yield* numbers(p, 3, 1);
    let committed = false;
    const sums = yield* p.stage(int, function* (emit) {
      let sum = 0;
      const err = yield* p.each(source, (x) => {
        sum += x;
        return null;
      });
      if (err !== null) return err;
      committed = true;
      return yield* emit(sum);
    });
    const err = yield* p.drain(sums, () => null);
    return { err, committed };
  };
  everySchedule(whole, (value) => expect(value).toEqual({ err: bad, committed: false }));
});

describe("a reader who stops early", () => {
  test("with enough: that is no error", () => {
    everySchedule(
      function* () {
        const p = new Pipeline();
        const got: number[] = [];
        const err = yield* p.drain(yield* doubled(p, yield* numbers(p, Infinity)), (x) => {
          got.push(x);
          return got.length === 3 ? enough : null;
        });
        return { err, got };
      },
      (value) => expect(value).toEqual({ err: null, got: [0, 2, 4] }),
    );
  });

  test("a stage that does so ends the data, and those before it are ended too", () => {
    everySchedule(
      function* () {
        const p = new Pipeline();
        const source = yield* numbers(p, Infinity);
        const firstTwo = yield* p.stage(int, function* (emit) {
          for (let i = 0; i < 2; i++) {
            const err = yield* emit(yield* source.recv());
            if (err !== null) return err;
          }
          return null;
        });
        const got: number[] = [];
        const err = yield* p.drain(firstTwo, (x) => {
          got.push(x);
          return null;
        });
        return { err, got };
      },
      (value) => expect(value).toEqual({ err: null, got: [0, 1] }),
    );
  });
});

test("a stage can drain a pipeline of its own: it may have enough of that one, and the others go on", () => {
  everySchedule(
    function* () {
      const outer = new Pipeline();
      const firstTwo = yield* outer.stage(int, function* (emit) {
        const inner = new Pipeline(outer.done);
        return yield* inner.drain(yield* numbers(inner, Infinity), function* (x) {
          const err = yield* emit(x);
          return err ?? (x === 1 ? enough : null);
        });
      });
      const got: number[] = [];
      const err = yield* outer.drain(yield* doubled(outer, firstTwo), (x) => {
        got.push(x);
        return null;
      });
      return { err, got };
    },
    (value) => expect(value).toEqual({ err: null, got: [0, 2] }),
  );
});

test("of two failures the earlier one counts", () => {
  everySchedule(
    function* () {
      const p = new Pipeline();
      const late = yield* p.stage(int, function* () {
        yield* sleep(2 * Millisecond);
        return new Error("late");
      });
      yield* p.stage(int, function* () {
        yield* sleep(Millisecond);
        return new Error("early");
      });
      return yield* p.drain(late, () => null);
    },
    (err) => expect(err).toEqual(new Error("early")),
  );
});

test("when the parent is done, all stop at once, whatever they wait for, and the reader hears why", () => {
  everySchedule(
    function* () {
      const parent = makeChan(unit);
      const p = new Pipeline(parent);
      go(function* canceller() {
        yield* sleep(5 * Millisecond);
        yield* parent.close();
      });
      const silent = yield* p.stage(int, () => p.each(makeChan(int), () => null));
      const last = yield* doubled(p, silent);
      const err = yield* p.drain(last, () => null);
      return { err, at: now() };
    },
    (value) => expect(value).toEqual({ err: canceled, at: 5 * Millisecond }),
  );
});

test("a context is a parent: its deadline ends the pipeline", () => {
  everySchedule(
    function* () {
      const [ctx, cancel] = withTimeout(background(), 5 * Millisecond);
      const p = new Pipeline(ctx.done());
      const last = yield* p.map(yield* numbers(p, Infinity), int, function* (x) {
        yield* sleep(2 * Millisecond);
        return [x, null];
      });
      const err = yield* p.drain(last, () => null);
      yield* cancel();
      return { err, cause: ctx.err(), at: now() };
    },
    (value) => expect(value).toEqual({ err: canceled, cause: DeadlineExceeded, at: 6 * Millisecond }),
  );
});

test("a parent that is never done keeps nobody", () => {
  everySchedule(
    function* () {
      const p = new Pipeline(makeChan(unit));
      return yield* p.drain(yield* numbers(p, 2), () => null);
    },
    (err) => expect(err).toBeNull(),
  );
});

test("while nobody reads, a source with two stages behind it is at its third value", () => {
  everySchedule(
    function* () {
      const p = new Pipeline();
      let emitted = 0;
      const source = yield* p.stage(int, function* (emit) {
        for (;;) {
          const err = yield* emit(emitted);
          if (err !== null) return err;
          emitted++;
        }
      });
      const last = yield* doubled(p, yield* doubled(p, source));
      yield* sleep(Millisecond);
      const ahead = emitted;
      yield* p.drain(last, () => enough);
      return ahead;
    },
    (ahead) => expect(ahead).toBe(2),
  );
});

test("drain returns when the last stage has ended, also one that is at work", () => {
  everySchedule(
    function* () {
      const p = new Pipeline();
      let ended = false;
      yield* p.stage(int, function* () {
        yield* sleep(10 * Millisecond);
        ended = true;
        return null;
      });
      const err = yield* p.drain(yield* numbers(p, 3), () => enough);
      return [err, ended];
    },
    (value) => expect(value).toEqual([null, true]),
  );
});

test("stages work at the same time: n values through three stages of 1 ms each take n + 2 ms", () => {
  everySchedule(
    function* () {
      const p = new Pipeline();
      const slow = (from: RecvChan<number>): Go<RecvChan<number>> =>
        p.map(from, int, function* (x) {
          yield* sleep(Millisecond);
          return [x, null];
        });
      const last = yield* slow(yield* slow(yield* slow(yield* numbers(p, 10))));
      return yield* p.drain(last, () => null);
    },
    (_, { time }) => expect(time).toBe(12 * Millisecond),
  );
});

describe("what the pipeline is protected from", () => {
  test("stages that send without a look at done: the reader leaves, and they wait for ever", () => {
    const outcome = run(function* () {
      const source = makeChan(int);
      go(function* numbers() {
        for (let i = 0; ; i++) yield* source.send(i);
      });
      const squares = makeChan(int);
      go(function* squaring() {
        for (const each = range(source); yield* each.next();) yield* squares.send(each.value ** 2);
      });
      yield* squares.recv();
    });
    expect(outcome.leaks().map(({ name, state }) => `${name}: ${state}`)).toEqual([
      "numbers: chan send",
      "squaring: chan send",
    ]);
  });

  test("a stage that closes before it reports its error: in some schedule half of the data passes for all of it", () => {
    const found = explore(
      function* () {
        const done = makeChan(unit);
        const source = makeChan(int);
        go(function* () {
          yield* source.send(1);
          yield* source.close();
          yield* done.close();
        });
        for (const each = range(source); yield* each.next(););
        const { index } = yield* select(recv(done), otherwise);
        return index === 0 ? canceled : null;
      },
      { check: ({ value }) => (value === null ? "committed half of the data" : undefined) },
    );
    expect(found.failure?.message).toBe("committed half of the data");
  });
});
