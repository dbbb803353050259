import { describe, expect, test } from "vitest";
import * as runtime from "../../patterns/go/runtime/runtime.ts";
import type { Module } from "./problem.ts";
import { underSchedules } from "./schedules.ts";

const { gosched, makeChan, Mutex, operation, unit } = runtime;

/** Two goroutines that call `a` and `b` of one object, and the order in which those act. */
const { call, symptoms } = underSchedules(runtime, {
  program: ({ Pair }: Module, _: [], callMethod) => {
    const pair = new (Pair as new () => object)();
    const acted: string[] = [];
    const acting = (name: string) => () => operation(name, () => void acted.push(name));
    return {
      seen: { acted },
      goroutines: ["a", "b"].map((name) => [name, () => callMethod(pair, name, acting(name))] as const),
    };
  },
  laws: { "a before b": ({ acted }) => acted.join("") === "ab" },
});

type Act = () => runtime.Operation<void>;
type Methods = Partial<Record<"a" | "b", (this: { c: runtime.Chan<void> }, act: Act) => unknown>>;

/** As it is right, but for the methods given. */
function outputOf(wrong: Methods = {}) {
  class Pair {
    readonly c = makeChan(unit);
    *a(act: Act) {
      yield* act();
      yield* this.c.close();
    }
    *b(act: Act) {
      yield* this.c.recv();
      yield* act();
    }
  }
  Object.assign(Pair.prototype, wrong);
  return call({ Pair }, []);
}

test("a right solution has no schedule to show", () => {
  expect(outputOf()).toEqual({ acted: ["a", "b"], ending: "all goroutines have ended", schedule: [] });
});

test("the schedule is as short as it gets, and tells the solution's steps alone", () => {
  const { schedule, acted } = outputOf({
    *a(act) {
      yield* this.c.close();
      yield* act();
    },
  });
  expect(acted).toEqual(["b", "a"]);
  expect(schedule.map((row) => row.slice(0, 3))).toEqual([
    ["a", "a()", ""],
    ["a", "  c.close()", ""],
    ["b", "b()", ""],
    ["b", "  c.recv()", ""],
    ["b", "  b", "returns"],
    ["a", "  a", "returns"],
  ]);
});

test("who solves it by guessing times is found out: goroutines also come late", () => {
  const { acted } = outputOf({
    *b(act) {
      yield* runtime.sleep(runtime.Second);
      yield* act();
    },
  });
  expect(acted).toEqual(["b", "a"]);
});

describe("endings are told in words:", () => {
  test.each<[string, Methods, RegExp]>([
    [
      "a deadlock",
      {
        *a(act) {
          yield* act();
        },
      },
      /^waits forever: b \(chan receive\)$/,
    ],
    [
      "a panic",
      {
        *a(act) {
          yield* act();
          yield* this.c.close();
          yield* this.c.close();
        },
      },
      /^panic: close of closed channel$/,
    ],
    [
      "a fatal error",
      {
        *a(act) {
          yield* act();
          yield* new Mutex().unlock();
        },
      },
      /^panic: fatal error: sync: unlock of unlocked mutex$/,
    ],
    [
      "polling",
      {
        *b() {
          for (;;) yield* gosched();
        },
      },
      /^polls: b$/,
    ],
    [
      "a leak",
      {
        *a(act) {
          const { c } = this;
          yield* act();
          runtime.go(function* lost() {
            yield* makeChan(unit).recv();
          });
          yield* c.close();
        },
      },
      /^left behind: lost \(chan receive\)$/,
    ],
  ])("%s", (_, wrong, ending) => {
    expect(outputOf(wrong).ending).toMatch(ending);
  });
});

describe("what is no fault of scheduling is thrown:", () => {
  test.each<[string, Methods, RegExp]>([
    [
      "a slip",
      {
        a: () => {
          throw new ReferenceError("x is not defined");
        },
      },
      /x is not defined/,
    ],
    [
      "an async method",
      {
        a: async () => {
          await Promise.resolve();
        },
      },
      /a is async, but a goroutine is a generator function/,
    ],
    [
      "a forgotten yield*",
      {
        *a(act) {
          act();
        },
      },
      /a was called without yield\* and did nothing/,
    ],
  ])("%s", (_, wrong, message) => {
    expect(() => outputOf(wrong)).toThrow(message);
  });
});

test("a method that never waits may be a plain function", () => {
  expect(
    outputOf({
      b(act) {
        return act();
      },
    }).acted,
  ).toEqual(["b", "a"]);
});

test("solutions that are wrong in the same way have the same symptoms, whatever their steps", () => {
  const { acted, ending } = outputOf();
  expect(symptoms({ acted, ending, schedule: [["a", "x", "", ""]] })).toEqual({ acted, ending });
});
