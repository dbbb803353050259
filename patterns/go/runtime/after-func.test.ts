/** Go's time.AfterFunc on virtual time. */
import { describe, expect, test } from "vitest";
import { afterFunc, now, run, sleep } from "./runtime.ts";
import { everywhere } from "./many-schedules.ts";

describe("afterFunc", () => {
  test("calls in a goroutine of its own, when it is due; stop prevents that once", () => {
    everywhere(
      function* () {
        const calls: number[] = [];
        const call = (): void => void calls.push(now());
        afterFunc(10, call);
        const prevented = afterFunc(20, call);
        const later = afterFunc(5, call);
        const answers = [yield* prevented.stop(), yield* prevented.stop(), yield* later.reset(40)];
        yield* sleep(100);
        return [calls, answers, yield* later.stop(), yield* later.reset(1)];
      },
      [[10, 40], [true, false, true], false, false],
    );
  });

  test("its panic ends the program", () => {
    const { message, goroutines } = run(function* () {
      afterFunc(10, () => {
        throw new Error("late");
      });
      yield* sleep(20);
    });
    expect([message, goroutines[0]!.state]).toEqual(["late", "sleep"]);
  });
});
