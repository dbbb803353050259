/** Deferred calls, panics and Goexit, as the Go specification and runtime/panic.go have them. */
import { describe, expect, test } from "vitest";
import {
  call,
  deferring,
  type Go,
  go,
  gosched,
  int,
  makeChan,
  Mutex,
  onceValue,
  panic,
  println,
  recover,
  run,
  sleep,
} from "./runtime.ts";
import { always, manySchedules } from "./many-schedules.ts";

const fine = { message: "", exitCode: 0 };

describe("defer", () => {
  test("the last deferred runs first, with what was known when it was deferred", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        for (let i = 0; i < 3; i++) defer(() => println(i));
        yield* gosched();
        println("body");
      }),
    );
    expect(outcome).toEqual({ ...fine, lines: ["body", "2", "1", "0"] });
  });

  test("what deferred calls defer in the same frame is run too", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        defer(() => println("last"));
        defer(() => {
          defer(() => println("deferred by a deferred call"));
          println("first");
        });
        yield* gosched();
      }),
    );
    expect(outcome.lines).toEqual(["first", "deferred by a deferred call", "last"]);
  });

  test("a deferred call sees the result and may change it", () => {
    const outcome = always(function* () {
      const value = yield* deferring(function* (frame) {
        frame.defer(() => (frame.result *= 2));
        yield* gosched();
        return 21;
      }, 0);
      println(value);
    });
    expect(outcome).toEqual({ ...fine, lines: ["42"] });
  });

  test("operations can be deferred, and may wait", () => {
    const outcome = always(function* () {
      const m = new Mutex();
      const c = makeChan(int);
      yield* deferring(function* ({ defer }) {
        yield* m.lock();
        defer(() => m.unlock());
        defer(() => c.recv());
        defer(() => sleep(5));
        go(() => call(() => c.send(1)));
      });
      println(yield* m.tryLock());
    });
    expect(outcome).toEqual({ ...fine, lines: ["true"] });
  });
});

describe("panic and recover", () => {
  test("a function that recovered returns its result as it stood, and its caller goes on", () => {
    const outcome = always(function* () {
      const value = yield* deferring(function* (frame) {
        frame.defer(() => println("recovered", recover()));
        frame.result = 7;
        yield* fails("x");
        return 8;
      }, 0);
      println(value);
    });
    expect(outcome).toEqual({ ...fine, lines: ["recovered x", "7"] });
  });

  test("recover gives nil when nothing panics, outside of deferred functions, and the second time", () => {
    const outcome = always(function* () {
      println(recover());
      yield* deferring(function* ({ defer }) {
        defer(() => println(recover(), recover()));
        println(recover());
        yield* fails("x");
      });
      yield* deferring(function* ({ defer }) {
        defer(() => println(recover()));
        yield* gosched();
      });
    });
    expect(outcome).toEqual({ ...fine, lines: ["<nil>", "<nil>", "x <nil>", "<nil>"] });
  });

  test("the frames between the panic and the recover run their deferred calls, innermost first", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        defer(() => println("outer", recover()));
        yield* deferring(function* (middle) {
          middle.defer(() => println("middle"));
          yield* deferring(function* (inner) {
            inner.defer(() => println("inner"));
            yield* fails("x");
          });
          println("never");
        });
        println("never");
      }),
    );
    expect(outcome).toEqual({ ...fine, lines: ["inner", "middle", "outer x"] });
  });

  test("a panic in a deferred call replaces the one before, and the remaining calls see the new one", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        defer(() => println(recover()));
        defer(() => panic("second"));
        yield* fails("first");
      }),
    );
    expect(outcome).toEqual({ ...fine, lines: ["second"] });
  });

  test("a panic recovered inside of a deferred call leaves the outer one as it was", () => {
    const outcome = always(() =>
      deferring(function* ({ defer }) {
        defer(() => println("outer", recover()));
        defer(() =>
          deferring(function* (inner) {
            inner.defer(() => println("inner", recover()));
            yield* fails("second");
          }),
        );
        yield* fails("first");
      }),
    );
    expect(outcome).toEqual({ ...fine, lines: ["inner second", "outer first"] });
  });

  test("a panic in one goroutine ends the program, though main would recover", () => {
    for (const { policy } of manySchedules) {
      const { message, exitCode, errors } = run(
        () =>
          deferring(function* ({ defer }) {
            defer(() => println("main", recover()));
            go(() => panic("elsewhere"));
            yield* makeChan(int).recv();
          }),
        { policy: policy() },
      );
      expect({ message, exitCode }).toEqual({ message: "elsewhere", exitCode: 2 });
      expect(errors).toContain("goroutine 18 [running]:");
    }
  });

  test("each goroutine recovers its own panics only", () => {
    const outcome = always(function* () {
      const c = makeChan(int);
      for (const i of [1, 2]) {
        go(() =>
          deferring(function* ({ defer }) {
            defer(() => c.send(recover() as number));
            defer(() => gosched());
            yield* fails(i);
          }),
        );
      }
      println((yield* c.recv()) + (yield* c.recv()));
    });
    expect(outcome).toEqual({ ...fine, lines: ["3"] });
  });

  test("onceValue panics again with the same value, however often that was recovered", () => {
    const outcome = always(function* () {
      const value = onceValue((): number => panic("broken"));
      for (let i = 0; i < 3; i++) {
        yield* deferring(function* ({ defer }) {
          defer(() => println(recover()));
          yield* value();
        });
      }
      yield* value();
    });
    expect(outcome).toEqual({ lines: ["broken", "broken", "broken"], message: "broken", exitCode: 2 });
  });

  test("onceValue's last panic is reported as a new one, which nobody has recovered", () => {
    const { errors } = run(function* () {
      const value = onceValue((): number => panic("broken"));
      yield* deferring(function* ({ defer }) {
        defer(() => recover());
        yield* value();
      });
      yield* value();
    });
    expect(errors.split("\n")[0]).toBe("panic: broken");
  });
});

function* fails(value: unknown): Go<never> {
  yield* gosched();
  panic(value);
}
