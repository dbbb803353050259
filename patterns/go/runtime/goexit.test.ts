/** Goexit: deferred calls run, and nothing brings the goroutine back. Go: runtime/panic.go. */
import { describe, expect, test } from "vitest";
import {
  deferring,
  type Go,
  go,
  goexit,
  gosched,
  int,
  makeChan,
  Once,
  panic,
  println,
  recover,
  sleep,
} from "./runtime.ts";
import { always } from "./many-schedules.ts";

const fine = { message: "", exitCode: 0 };

describe("goexit", () => {
  test("runs the deferred calls of all frames and ends this goroutine only", () => {
    const outcome = always(function* () {
      const done = makeChan(int);
      go(() =>
        deferring(function* (outer) {
          outer.defer(() => done.close());
          yield* deferring(function* (inner) {
            inner.defer(() => println("inner", recover()));
            yield* goexit();
          });
          println("never");
        }),
      );
      yield* done.recv();
      yield* gosched();
      println("main");
    });
    expect(outcome).toEqual({ ...fine, lines: ["inner <nil>", "main"] });
  });

  test("its deferred calls may wait and use frames of their own", () => {
    const outcome = always(function* () {
      const c = makeChan(int);
      go(() =>
        deferring(function* ({ defer }) {
          defer(() => c.send(2));
          defer(function* () {
            const value = yield* deferring(function* (inner) {
              inner.defer(() => sleep(1));
              yield* gosched();
              return 1;
            }, 0);
            yield* c.send(value);
          });
          yield* goexit();
        }),
      );
      println(yield* c.recv(), yield* c.recv());
    });
    expect(outcome).toEqual({ ...fine, lines: ["1 2"] });
  });

  test("no frame goes on after it, though deferred calls further in have waited", () => {
    const outcome = always(function* () {
      const done = makeChan(int);
      const once = new Once();
      go(() =>
        deferring(function* (outer) {
          outer.defer(() => done.close());
          yield* once.do(() =>
            deferring(function* (inner) {
              inner.defer(() => sleep(1));
              yield* goexit();
            }),
          );
          println("never");
        }),
      );
      yield* done.recv();
      yield* once.do(() => println("never again"));
    });
    expect(outcome).toEqual({ ...fine, lines: [] });
  });

  test("called by a deferred function, it puts an end to the panic", () => {
    const outcome = always(function* () {
      const done = makeChan(int);
      go(() =>
        deferring(function* ({ defer }) {
          defer(() => done.close());
          defer(() => println(recover()));
          defer(() => goexit());
          yield* fails("x");
        }),
      );
      yield* done.recv();
    });
    expect(outcome).toEqual({ ...fine, lines: ["<nil>"] });
  });

  test("a panic in its deferred calls can be recovered, and the goroutine ends nevertheless", () => {
    const outcome = always(function* () {
      const done = makeChan(int);
      go(() =>
        deferring(function* (outer) {
          outer.defer(() => done.close());
          yield* deferring(function* (middle) {
            middle.defer(function* () {
              yield* gosched();
              println(recover());
            });
            yield* deferring(function* (inner) {
              inner.defer(() => panic("while leaving"));
              yield* goexit();
            });
            println("never");
          });
          println("never");
        }),
      );
      yield* done.recv();
    });
    expect(outcome).toEqual({ ...fine, lines: ["while leaving"] });
  });

  test("called by main, the others go on, and the program ends with theirs in a deadlock", () => {
    const outcome = always(function* () {
      go(function* () {
        yield* sleep(10);
        println("still here");
      });
      yield* goexit();
    });
    expect(outcome).toEqual({
      lines: ["still here"],
      message: "no goroutines (main called runtime.Goexit) - deadlock!",
      exitCode: 2,
    });
  });
});

function* fails(value: unknown): Go<never> {
  yield* gosched();
  panic(value);
}
