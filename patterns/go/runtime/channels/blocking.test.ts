/** Which channel operations wait and which do not, alone, in a select, and polled. After Go's test/chan/select3.go. */
import { describe, expect, test } from "vitest";
import {
  type Chan,
  type Go,
  int,
  makeChan,
  nilChan,
  otherwise,
  recv,
  run,
  select,
  type SelectCase,
  send,
} from "../runtime.ts";
import { manySchedules } from "../many-schedules.ts";

const closed = function* (cap = 0): Go<Chan<number>> {
  const c = makeChan(int, cap);
  yield* c.close();
  return c;
};
const full = function* (): Go<Chan<number>> {
  const c = makeChan(int, 1);
  yield* c.send(5);
  return c;
};

/** Whether a single operation blocks, by kind of channel; true: forever. */
const blocking: [string, () => Go<SelectCase>, boolean][] = [
  ["send to nil", plain(() => send(nilChan<number>(), 1)), true],
  ["receive from nil", plain(() => recv(nilChan<number>())), true],
  ["send, unbuffered, nobody there", plain(() => send(makeChan(int), 1)), true],
  ["receive, unbuffered, nobody there", plain(() => recv(makeChan(int))), true],
  ["receive from an empty buffer", plain(() => recv(makeChan(int, 10))), true],
  ["send to an empty buffer", plain(() => send(makeChan(int, 10), 1)), false],
  [
    "send to a full buffer",
    function* () {
      return send(yield* full(), 1);
    },
    true,
  ],
  [
    "receive from a full buffer",
    function* () {
      return recv(yield* full());
    },
    false,
  ],
  [
    "receive from a closed channel",
    function* () {
      return recv(yield* closed());
    },
    false,
  ],
  [
    "receive from a closed buffer",
    function* () {
      return recv(yield* closed(3));
    },
    false,
  ],
];

describe("which operations block", () => {
  test.each(blocking)("%s", (_, make, blocks) => {
    for (const { policy } of manySchedules) {
      const polled = run(
        function* () {
          return (yield* select(yield* make(), otherwise)).index;
        },
        { policy: policy() },
      );
      expect(polled.value).toBe(blocks ? 1 : 0);
      for (const cases of [1, 2]) {
        const { message } = run(
          function* () {
            const one = yield* make();
            yield* cases === 1 ? select(one) : select(one, recv(nilChan<number>()));
          },
          { policy: policy() },
        );
        expect(message).toBe(blocks ? "all goroutines are asleep - deadlock!" : "");
      }
    }
  });
});

function plain(make: () => SelectCase): () => Go<SelectCase> {
  return function* () {
    return make();
  };
}
