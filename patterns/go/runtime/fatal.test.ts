/** What ends the program at once: no deferred call runs, and nothing recovers or catches it. */
import { describe, expect, test } from "vitest";
import { deferring, exit, gosched, Mutex, Panic, println, recover, run } from "./runtime.ts";
import { always } from "./many-schedules.ts";

describe("what cannot be recovered", () => {
  test("fatal errors: no deferred call runs, and a catch does not save the program", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        defer(() => println("never", recover()));
        yield* new Mutex().unlock();
      }),
    );
    expect(outcome).toEqual({ lines: [], message: "sync: unlock of unlocked mutex", exitCode: 2 });
    const caught = always(function* () {
      try {
        yield* new Mutex().unlock();
      } catch (thrown) {
        expect(thrown).not.toBeInstanceOf(Panic);
      }
      yield* gosched();
    });
    expect(caught).toEqual(outcome);
  });

  test("a stack overflow, in the body or in a deferred call", () => {
    const deep = (n: number): number => deep(n + 1) + 1;
    for (const where of ["body", "deferred"]) {
      const { message, output, exitCode } = run(() =>
        deferring(function* ({ defer }) {
          defer(() => println("never", recover()));
          if (where === "deferred") defer(() => deep(0));
          yield* gosched();
          if (where === "body") deep(0);
        }),
      );
      expect({ where, message, output, exitCode }).toEqual({
        where,
        message: "stack overflow",
        output: "",
        exitCode: 2,
      });
    }
  });

  test("exit: no deferred call runs", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        defer(() => println("never"));
        yield* gosched();
        exit(3);
      }),
    );
    expect(outcome).toEqual({ lines: [], message: "", exitCode: 3 });
  });
});
