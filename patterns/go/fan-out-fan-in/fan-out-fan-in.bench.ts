import { comparison } from "#bench/comparison.ts";
import {
  go,
  type Go,
  int,
  makeChan,
  nilChan,
  of,
  range,
  type RecvChan,
  run,
  WaitGroup,
} from "../runtime/runtime.ts";
import { fanOut, inTurn } from "./fan-out-fan-in.ts";

const copies = 8;

function square(value: number): number {
  return (value * value) % 1009;
}

/** Runs a program of eight workers on the numbers up to n, and gives the sum of its results. */
function summing(program: (n: number) => Go<RecvChan<number>>): (n: number) => number {
  return (n) => {
    const { value, errors } = run(function* () {
      let sum = 0;
      for (const each = range(yield* program(n)); yield* each.next();) sum += each.value;
      return sum;
    });
    if (value === undefined) throw new Error(errors);
    return value;
  };
}

function upTo(n: number): RecvChan<number> {
  const values = makeChan(int);
  go(function* source() {
    for (let value = 0; value < n; value++) yield* values.send(value);
    yield* values.close();
  });
  return values;
}

function squares(from: RecvChan<number>): RecvChan<number> {
  const to = makeChan(int);
  go(function* worker() {
    for (const each = range(from); yield* each.next();) yield* to.send(square(each.value));
    yield* to.close();
  });
  return to;
}

/** No merging: all workers send to one channel, with `size` values in each message. */
function* shared(n: number, size: number): Go<RecvChan<number>> {
  const batches = makeChan(of<readonly number[]>([]));
  go(function* source() {
    for (let start = 0; start < n; start += size) {
      yield* batches.send(Array.from({ length: Math.min(size, n - start) }, (_, i) => start + i));
    }
    yield* batches.close();
  });
  const sums = makeChan(int);
  const group = new WaitGroup();
  for (let i = 0; i < copies; i++) {
    yield* group.go(function* worker() {
      for (const each = range(batches); yield* each.next();) {
        let sum = 0;
        for (const value of each.value) sum += square(value);
        yield* sums.send(sum);
      }
    });
  }
  go(function* closer() {
    yield* group.wait();
    yield* sums.close();
  });
  return sums;
}

export default [
  comparison({
    title: "n values squared by 8 workers and added up",
    sizes: [100, 1000, 10_000],
    input: (n) => n,
    contenders: {
      "ours: fanOut": summing((n) => fanOut(nilChan(), copies, upTo(n), int, squares)),
      "ours: inTurn": summing((n) => inTurn(nilChan(), copies, upTo(n), int, squares)),
      "one channel for all results": summing((n) => shared(n, 1)),
      "one channel, batches of 64": summing((n) => shared(n, 64)),
    },
  }),
];
