/** Contexts of a program's own among those of the runtime. Ideas: Go 1.23, context/context_test.go, x_test.go. */
import { describe, expect, test } from "vitest";
import { Custom } from "./custom-context.ts";
import { background, cause, go, numGoroutine, sleep, withCancel, withValue } from "../runtime.ts";
import { everywhere } from "../seeds.ts";

const boom = new Error("boom");

describe("a context of the program's own", () => {
  test("passes its end on, with its error as the cause", () => {
    everywhere(
      function* () {
        const custom = new Custom();
        const [child] = withCancel(withValue(custom, "k", 1));
        go(() => custom.cancel(boom));
        yield* child.done().recv();
        const [late] = withCancel(custom);
        return [child.err(), cause(child), late.err(), cause(custom)];
      },
      (value) => expect(value).toEqual([boom, boom, boom, boom]),
    );
  });

  test("is watched by a goroutine, which goes when the child is cancelled; our own need none", () => {
    everywhere(
      function* () {
        const counts = [numGoroutine()];
        const [own, cancelOwn] = withCancel(background());
        withCancel(own);
        counts.push(numGoroutine());
        const [child, cancel] = withCancel(new Custom());
        withCancel(child);
        counts.push(numGoroutine());
        yield* cancel();
        yield* cancelOwn();
        yield* sleep(1);
        return [...counts, numGoroutine()];
      },
      (value) => expect(value).toEqual([1, 1, 2, 1]),
    );
  });

  test("with a done of its own is not passed over for the one above it", () => {
    everywhere(
      function* () {
        const [above, cancelAbove] = withCancel(background());
        const custom = new Custom();
        custom.value = (key?: unknown) => above.value(key) as null;
        const [child] = withCancel(custom);
        yield* cancelAbove();
        yield* sleep(1);
        const early = child.err();
        yield* custom.cancel(boom);
        yield* child.done().recv();
        return [early, child.err()];
      },
      (value) => expect(value).toEqual([null, boom]),
    );
  });
});
