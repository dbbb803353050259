/** What contexts hold, how they are printed, and what they refuse. Ideas: Go 1.23, context/context_test.go, x_test.go. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Custom } from "./custom-context.ts";
import { durationText } from "../duration.ts";
import {
  background,
  cause,
  type Context,
  nilChan,
  run,
  Second,
  todo,
  withCancel,
  withCancelCause,
  withoutCancel,
  withTimeout,
  withValue,
} from "../runtime.ts";

const boom = new Error("boom");

describe("values", () => {
  test("the nearest counts, and keys are their identity", () => {
    const key = Symbol("user");
    const { value } = run(function* () {
      const [ctx, cancel] = withCancel(withValue(withValue(background(), key, 1), "user", 2));
      const below = withValue(withValue(ctx, key, 3), NaN, 4);
      yield* cancel();
      return [key, "user", Symbol("user"), NaN].map((k) => [ctx.value(k), below.value(k)]);
    });
    expect(value).toEqual([
      [1, 3],
      [2, 2],
      [null, null],
      [null, null],
    ]);
  });

  test("a long chain is climbed", () => {
    let ctx = withValue(background(), "top", "found");
    for (let i = 0; i < 100_000; i++) ctx = withValue(ctx, i, i);
    expect([ctx.value("top"), ctx.value("no")]).toEqual(["found", null]);
  });

  test("withoutCancel keeps the values and nothing else", () => {
    const { value } = run(function* () {
      const [parent, cancel] = withCancelCause(withTimeout(withValue(background(), "k", 1), Second)[0]);
      const free = withoutCancel(parent);
      const [child] = withCancel(free);
      yield* cancel(boom);
      return [
        free.value("k"),
        free.err(),
        cause(free),
        free.deadline(),
        free.done() === nilChan(),
        child.err(),
      ];
    });
    expect(value).toEqual([1, null, null, [0, false], true, null]);
  });
});

describe("texts", () => {
  class User {
    readonly id = 1;
  }

  test("a context is printed as it was made", () => {
    const { value } = run(() => {
      const bg = background() as Context & { string(): string };
      const made = [
        bg,
        todo(),
        withCancel(bg)[0],
        withTimeout(withCancel(todo())[0], 1.5 * Second)[0],
        withValue(bg, Symbol("user"), "me"),
        withValue(withValue(bg, { string: () => "key(1)" }, 1), new User(), null),
        withoutCancel(withValue(bg, "k", new User())),
        withCancel(new Custom())[0],
      ];
      return made.map((ctx) => (ctx as typeof bg).string());
    });
    expect(value).toEqual([
      "context.Background",
      "context.TODO",
      "context.Background.WithCancel",
      "context.TODO.WithCancel.WithDeadline(1.5s [1.5s])",
      "context.Background.WithValue(main.user, me)",
      "context.Background.WithValue(key(1), int).WithValue(*main.User, <nil>)",
      "context.Background.WithValue(k, *main.User).WithoutCancel",
      "*main.Custom.WithCancel",
    ]);
  });

  test("durations", () => {
    const printed = [0, 1, 1100, 2.2e6, 3.3e9, 245e9, 245001e6, 18367001000000, 8, -1500, 3600e9, 59e9 + 1];
    expect(printed.map(durationText)).toEqual(
      "0s 1ns 1.1µs 2.2ms 3.3s 4m5s 4m5.001s 5h6m7.001s 8ns -1.5µs 1h0m0s 59.000000001s".split(" "),
    );
  });

  const golden = readFileSync(new URL("../golden/go1.23.5-panics.txt", import.meta.url), "utf8");
  const none = null as unknown as Context;

  test.each([
    ["nilparent", () => withCancel(none)],
    ["nilparent", () => withTimeout(none, 1)],
    ["nilparent", () => withValue(none, "k", 1)],
    ["nilparent", () => withoutCancel(none)],
    ["nilkey", () => withValue(background(), null, 1)],
    ["badkey", () => withValue(background(), [], 1)],
    ["badkey", () => withValue(background(), () => 1, 1)],
  ])("panics as Go does: ctx.%s", (name, act) => {
    const { errors } = run(() => void act());
    const recorded = new RegExp(`--- ctx.${name}\\nrc=2\\n(.*)\\n`).exec(golden)![1]!;
    expect(errors.split("\n")[0]).toBe(recorded);
  });
});
