/**
 * Who gets a mutex that is held across sleeps, normal and starving, in the order a real Go 1.19.8 with GOMAXPROCS=1 gave
 * it (the program stands beside the data; the algorithm is the same in 1.23).
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Go, go, Millisecond, Mutex, run, sleep, WaitGroup } from "../runtime.ts";

const lines = readFileSync(new URL("../golden/go1.19.8-mutex-holders.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

test.each(lines)("%s", (line) => {
  const [, n, rounds, holds, pause, order] = /^(\d+) (\d+) \[(.*)\] (\d+) \[(.*)\]$/.exec(line)!;
  const held = holds!.split(" ").map(Number);
  const holders: number[] = [];
  run(function* () {
    const m = new Mutex();
    const wg = new WaitGroup();
    let turn = 0;
    for (let id = 0; id < Number(n); id++) {
      yield* wg.add(1);
      go(function* () {
        for (let k = 0; k < Number(rounds); k++) {
          yield* m.lock();
          holders.push(id);
          yield* sleep(held[turn++ % held.length]! * Millisecond);
          yield* m.unlock();
          yield* sleep(Number(pause) * (id + 1) * Millisecond);
        }
        yield* wg.done();
      });
    }
    yield* wg.wait();
  });
  expect(holders.join(" ")).toBe(order);
});

test.each<[number, string]>([
  [0.3, "aaab"],
  [1, "aaab"],
  [1.1, "aaba"],
])("with holds of %d ms, late in a program: %s", (hold, order) => {
  let holders = "";
  run(function* () {
    const m = new Mutex();
    yield* sleep(1000 * Millisecond);
    const holding = (name: string, rounds: number) =>
      function* (): Go {
        for (let k = 0; k < rounds; k++) {
          yield* m.lock();
          holders += name;
          yield* sleep(hold * Millisecond);
          yield* m.unlock();
        }
      };
    const wg = new WaitGroup();
    yield* wg.go(holding("b", 1));
    // Runs first, being started last.
    yield* wg.go(holding("a", 3));
    yield* wg.wait();
  });
  expect(holders).toBe(order);
});
