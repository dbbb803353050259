/** Go's contexts as they are without a deadline or a value. Ideas: Go 1.23, context/context_test.go, x_test.go. */
import { describe, expect, test } from "vitest";
import { CancelContext } from "./cancel-context.ts";
import {
  background,
  Canceled,
  cause,
  type Context,
  contextAfterFunc,
  go,
  gosched,
  type Go,
  Millisecond,
  nilChan,
  now,
  otherwise,
  recv,
  run,
  Second,
  select,
  shared,
  sleep,
  todo,
  WaitGroup,
  withCancel,
  withCancelCause,
  withTimeout,
  withValue,
} from "../runtime.ts";
import { everywhere } from "../seeds.ts";

function childrenOf(context: Context): ReadonlySet<Context> {
  if (!(context instanceof CancelContext)) throw new Error("no children");
  return context.children;
}

function* isDone(context: Context): Go<boolean> {
  return (yield* select(recv(context.done()), otherwise)).index === 0;
}

const boom = new Error("boom");

describe("background and todo", () => {
  test("are never done, and have nothing", () => {
    for (const root of [background(), todo()]) {
      expect([root.deadline(), root.done(), root.err(), root.value("k")]).toEqual([
        [0, false],
        nilChan(),
        null,
        null,
      ]);
      expect(root.done()).toBe(nilChan());
    }
  });

  test("waiting for the background is a deadlock", () => {
    const { errors } = run(function* () {
      yield* background().done().recv();
    });
    expect(errors).toContain("goroutine 1 [chan receive (nil chan)]");
  });
});

describe("withCancel", () => {
  test("is done when it is cancelled, and stays as it was cancelled first", () => {
    everywhere(
      function* () {
        const [ctx, cancel] = withCancelCause(background());
        const before = [yield* isDone(ctx), ctx.err(), cause(ctx)];
        const done = ctx.done();
        yield* cancel(boom);
        yield* cancel(new Error("later"));
        return [...before, yield* isDone(ctx), ctx.err(), cause(ctx), done === ctx.done()];
      },
      (value) => expect(value).toEqual([false, null, null, true, Canceled, boom, true]),
    );
  });

  test("the cause is the error where none was given", () => {
    const { value } = run(function* () {
      const [ctx, cancel] = withCancelCause(background());
      yield* cancel(null);
      return cause(ctx);
    });
    expect(value).toBe(Canceled);
  });

  test("everybody below is cancelled with the same cause, nobody above", () => {
    everywhere(
      function* () {
        const [top] = withCancel(background());
        const [middle, cancel] = withCancelCause(withValue(top, "k", 1));
        const below = [
          withCancel(middle)[0],
          withValue(withCancel(withValue(middle, "a", 1))[0], "b", 2),
          withTimeout(middle, Second)[0],
        ];
        const wg = new WaitGroup();
        for (const ctx of below) {
          yield* wg.go(function* () {
            yield* ctx.done().recv();
            expect(ctx.err()).toBe(Canceled);
            // The parent was done before.
            expect(yield* isDone(middle)).toBe(true);
            expect(middle.err()).toBe(Canceled);
          });
        }
        yield* cancel(boom);
        yield* wg.wait();
        return [top.err(), ...below.map(cause), now()];
      },
      (value) => expect(value).toEqual([null, boom, boom, boom, 0]),
    );
  });

  test("others can see the parent done before its children are", () => {
    const seen = new Set<string>();
    everywhere(
      function* () {
        const [parent, cancel] = withCancel(background());
        const [child] = withCancel(parent);
        go(cancel);
        yield* parent.done().recv();
        return `${parent.err()?.message}, ${child.err()?.message}`;
      },
      (value) => seen.add(value),
    );
    expect(seen).toEqual(new Set(["context canceled, undefined", "context canceled, context canceled"]));
  });

  test("children are woken in any order", () => {
    const orders = new Set<string>();
    everywhere(
      function* () {
        const [parent, cancel] = withCancel(background());
        const wg = new WaitGroup();
        let order = "";
        for (let i = 0; i < 3; i++) {
          const [child] = withCancel(parent);
          yield* wg.go(function* () {
            yield* child.done().recv();
            order += String(i);
          });
        }
        yield* cancel();
        yield* wg.wait();
        return order;
      },
      (order) => orders.add(order),
    );
    expect(orders.size).toBe(6);
  });

  test("a child of a parent that is done is done at once, with its cause", () => {
    everywhere(
      function* () {
        const [parent, cancel] = withCancelCause(background());
        yield* cancel(boom);
        const children = [
          withCancel(parent)[0],
          withTimeout(parent, Second)[0],
          withCancel(withValue(parent, "k", 1))[0],
        ];
        return children.flatMap((child) => [child.err(), cause(child)]);
      },
      (value) => expect(value).toEqual([Canceled, boom, Canceled, boom, Canceled, boom]),
    );
  });

  test("a child made while the parent is being cancelled is cancelled under every schedule", () => {
    everywhere(
      function* () {
        const [parent, cancel] = withCancel(background());
        withCancel(parent);
        go(cancel);
        yield* isDone(parent);
        const [child] = withCancel(parent);
        yield* child.done().recv();
        return child.err();
      },
      (value) => expect(value).toBe(Canceled),
    );
  });

  test("the parent holds its children until they, or it, are cancelled", () => {
    const { value } = run(function* () {
      const [parent, cancelParent] = withCancel(background());
      const children = childrenOf(parent);
      const [, cancel] = withCancel(parent);
      const [, stopTimer] = withTimeout(withValue(parent, "k", 1), Second);
      const stop = contextAfterFunc(parent, () => undefined);
      withTimeout(parent, 5 * Millisecond);
      const sizes = [children.size];
      for (const end of [cancel, stopTimer, stop, () => sleep(10 * Millisecond)]) {
        yield* end();
        sizes.push(children.size);
      }
      withCancel(parent);
      yield* cancelParent();
      return [...sizes, children.size];
    });
    expect(value).toEqual([4, 3, 2, 1, 0, 0]);
  });

  test("cancelling orders what was done before it before what others do then", () => {
    everywhere(function* () {
      const [parent, cancel] = withCancel(background());
      const [child] = withCancel(parent);
      const x = shared(0);
      const y = shared(0);
      go(function* () {
        yield* x.set(1);
        yield* y.set(1);
        yield* cancel();
      });
      yield* child.done().recv();
      yield* x.get();
      if (parent.err() !== null) yield* y.get();
    });
  });

  test.each([
    ["err", (context: Context) => context.err()],
    ["cause", cause],
  ])("so does looking: %s", (_, look) => {
    everywhere(function* () {
      const [context, cancel] = withCancel(background());
      const x = shared(0);
      go(function* () {
        yield* x.set(1);
        yield* cancel();
      });
      while (look(context) === null) yield* gosched();
      yield* x.get();
    });
  });
});
