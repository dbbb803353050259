/** Contexts with a deadline, on virtual time. Ideas: Go 1.23, context/context_test.go, x_test.go. */
import { describe, expect, test } from "vitest";
import { CancelContext } from "./cancel-context.ts";
import {
  background,
  cause,
  type Context,
  DeadlineExceeded,
  Millisecond,
  nilChan,
  now,
  run,
  Second,
  sleep,
  withCancel,
  withDeadline,
  withDeadlineCause,
  withTimeout,
  withTimeoutCause,
} from "../runtime.ts";
import { everywhere } from "../seeds.ts";

function childrenOf(context: Context): ReadonlySet<Context> {
  if (!(context instanceof CancelContext)) throw new Error("no children");
  return context.children;
}

const boom = new Error("boom");

describe("deadlines", () => {
  test("at its time it is done by itself, and so are those below", () => {
    everywhere(
      function* () {
        const [ctx] = withTimeoutCause(background(), 50 * Millisecond, boom);
        const [child] = withCancel(ctx);
        yield* child.done().recv();
        return [now(), ctx.deadline(), child.deadline(), child.err(), cause(child)];
      },
      (value) => expect(value).toEqual([5e7, [5e7, true], [5e7, true], DeadlineExceeded, boom]),
    );
  });

  test("the parent's holds when it is earlier, the own when it is", () => {
    const { value } = run(function* () {
      const [parent] = withDeadline(background(), 2 * Second);
      const [later] = withDeadlineCause(parent, 3 * Second, boom);
      const [earlier] = withDeadline(parent, Second);
      const deadlines = [later.deadline()[0], earlier.deadline()[0]];
      yield* earlier.done().recv();
      const first = now();
      yield* later.done().recv();
      return [deadlines, first, now(), cause(later)];
    });
    expect(value).toEqual([[2e9, 1e9], 1e9, 2e9, DeadlineExceeded]);
  });

  test("a time that is over is done at once, and does not stay with the parent", () => {
    const { value } = run(function* () {
      yield* sleep(Second);
      const [parent] = withCancel(background());
      const [ctx, cancel] = withDeadlineCause(parent, Second, boom);
      const ended = [ctx.err(), cause(ctx), childrenOf(parent).size];
      yield* cancel();
      return [...ended, ctx.err()];
    });
    expect(value).toEqual([DeadlineExceeded, boom, 0, DeadlineExceeded]);
  });

  test("who is cancelled before leaves nothing on the agenda", () => {
    const outcome = run(function* () {
      const [parent, cancelParent] = withCancel(background());
      withTimeout(parent, Second);
      const [, cancel] = withTimeout(background(), Second);
      yield* cancel();
      yield* cancelParent();
      withTimeout(parent, Second);
      yield* nilChan<number>().recv();
    });
    expect([outcome.message, outcome.time]).toEqual(["all goroutines are asleep - deadlock!", 0]);
  });

  test("cancelled at the very time: either, but the error fits the cause", () => {
    const seen = new Set<string>();
    everywhere(
      function* () {
        const [ctx, cancel] = withTimeout(background(), Millisecond);
        yield* sleep(Millisecond);
        yield* cancel();
        return [ctx.err(), cause(ctx)];
      },
      ([error, why]) => {
        expect(why).toBe(error);
        seen.add(error!.message);
      },
    );
    expect(seen).toEqual(new Set(["context canceled", "context deadline exceeded"]));
  });

  test("the error says that it is a timeout", () => {
    expect([DeadlineExceeded.timeout(), DeadlineExceeded.temporary()]).toEqual([true, true]);
  });
});
