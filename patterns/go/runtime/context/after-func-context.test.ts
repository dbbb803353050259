/** What is done after a context. Ideas: Go 1.23, context/context_test.go, x_test.go, afterfunc_test.go. */
import { describe, expect, test } from "vitest";
import {
  background,
  type Context,
  contextAfterFunc,
  go,
  type Go,
  makeChan,
  otherwise,
  recv,
  select,
  shared,
  sleep,
  unit,
  withCancel,
} from "../runtime.ts";
import { everywhere } from "../seeds.ts";

function* isDone(context: Context): Go<boolean> {
  return (yield* select(recv(context.done()), otherwise)).index === 0;
}

describe("contextAfterFunc", () => {
  test("starts once, when the context is done or already was, in a goroutine of its own", () => {
    everywhere(
      function* () {
        const [ctx, cancel] = withCancel(background());
        const calls = makeChan(unit, 9);
        function* call(): Go {
          yield* calls.send();
        }
        const stop = contextAfterFunc(ctx, call);
        yield* cancel();
        yield* cancel();
        contextAfterFunc(ctx, call);
        yield* calls.recv();
        yield* calls.recv();
        yield* sleep(1);
        return [calls.len, yield* stop()];
      },
      (value) => expect(value).toEqual([0, false]),
    );
  });

  test("stopped and called exclude each other", () => {
    const seen = new Set<boolean>();
    everywhere(
      function* () {
        const [ctx, cancel] = withCancel(background());
        let called = false;
        const stop = contextAfterFunc(ctx, () => {
          called = true;
        });
        go(cancel);
        yield* isDone(ctx);
        const stopped = yield* stop();
        const again = yield* stop();
        yield* sleep(1);
        return [stopped, called, again] as const;
      },
      ([stopped, called, again]) => {
        expect([called, again]).toEqual([!stopped, false]);
        seen.add(stopped);
      },
    );
    expect(seen.size).toBe(2);
  });

  test("knows what was done before it was set", () => {
    everywhere(function* () {
      const [ctx, cancel] = withCancel(background());
      const x = shared(0);
      const done = makeChan(unit);
      yield* x.set(1);
      go(cancel);
      yield* x.set(2);
      contextAfterFunc(ctx, function* () {
        yield* x.get();
        yield* done.close();
      });
      yield* done.recv();
    });
  });
});
