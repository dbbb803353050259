/** WaitGroup, tried under many schedules. After Go's sync/waitgroup_test.go. */
import { describe, expect, test } from "vitest";
import { go, int, makeChan, run, sleep, WaitGroup } from "../runtime.ts";
import { everywhere, manySchedules } from "../many-schedules.ts";

describe("WaitGroup", () => {
  test("all who wait go on when the count is zero, and it can be used again", () => {
    everywhere(function* () {
      const wg = new WaitGroup();
      const woken = makeChan(int, 3);
      let sum = 0;
      for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 4; i++) {
          yield* wg.go(() => {
            sum++;
          });
        }
        for (let i = 0; i < 3; i++) {
          go(function* () {
            yield* wg.wait();
            yield* woken.send(sum);
          });
        }
        for (let i = 0; i < 3; i++) if ((yield* woken.recv()) !== 4 * (round + 1)) return "too early";
      }
      return "";
    }, "");
  });

  test("used again before those who waited have gone on: a panic that says so, under some schedules", () => {
    const messages = manySchedules.map(
      ({ policy }) =>
        run(
          function* () {
            const wg = new WaitGroup();
            yield* wg.add(1);
            go(function* () {
              yield* wg.wait();
            });
            yield* sleep(1);
            yield* wg.done();
            yield* wg.add(1);
            yield* sleep(1);
          },
          { policy: policy() },
        ).message,
    );
    expect(new Set(messages)).toEqual(
      new Set(["", "sync: WaitGroup is reused before previous Wait has returned"]),
    );
  });

  test("a function started by it keeps its name, whatever is started later", () => {
    const { goroutines } = run(function* () {
      const wg = new WaitGroup();
      yield* wg.go(function* first() {
        yield* makeChan(int).recv();
      });
      yield* wg.go(function* second() {
        yield* makeChan(int).recv();
      });
      yield* wg.wait();
    });
    expect(goroutines.slice(1).map(({ name }) => name)).toEqual(["first", "second"]);
  });
});
