import { comparison } from "#bench/comparison.ts";
import { go, type Go, int, makeChan, of, range, type RecvChan, run } from "../runtime/runtime.ts";
import { Pipeline } from "./pipeline.ts";

const stages = 3;

function step(value: number): number {
  return (value * 5 + 1) % 1009;
}

function resultOf(main: () => Go<number>): number {
  const { value, errors } = run(main);
  if (value === undefined) throw new Error(errors);
  return value;
}

function ours(cap: number): (n: number) => number {
  return (n) =>
    resultOf(function* () {
      const p = new Pipeline();
      let last = yield* p.stage(
        int,
        function* (emit) {
          for (let value = 0; value < n; value++) {
            const err = yield* emit(value);
            if (err !== null) return err;
          }
          return null;
        },
        cap,
      );
      for (let i = 0; i < stages; i++) {
        const from = last;
        last = yield* p.stage(int, (emit) => p.each(from, (value) => emit(step(value))), cap);
      }
      let sum = 0;
      yield* p.drain(last, (value) => {
        sum += value;
        return null;
      });
      return sum;
    });
}

/** Stages that know of no done and no errors. */
function bare(cap: number): (n: number) => number {
  return (n) =>
    resultOf(function* () {
      const source = makeChan(int, cap);
      go(function* () {
        for (let value = 0; value < n; value++) yield* source.send(value);
        yield* source.close();
      });
      let last: RecvChan<number> = source;
      for (let i = 0; i < stages; i++) {
        const [from, to] = [last, makeChan(int, cap)];
        go(function* () {
          for (const each = range(from); yield* each.next();) yield* to.send(step(each.value));
          yield* to.close();
        });
        last = to;
      }
      let sum = 0;
      for (const each = range(last); yield* each.next();) sum += each.value;
      return sum;
    });
}

/** Ours, with `size` values in each message. */
function batched(size: number): (n: number) => number {
  const batch = of<readonly number[]>([]);
  return (n) =>
    resultOf(function* () {
      const p = new Pipeline();
      let last = yield* p.stage(batch, function* (emit) {
        for (let start = 0; start < n; start += size) {
          const length = Math.min(size, n - start);
          const err = yield* emit(Array.from({ length }, (_, i) => start + i));
          if (err !== null) return err;
        }
        return null;
      });
      for (let i = 0; i < stages; i++) last = yield* p.map(last, batch, (values) => [values.map(step), null]);
      let sum = 0;
      yield* p.drain(last, (values) => {
        for (const value of values) sum += value;
        return null;
      });
      return sum;
    });
}

function loop(n: number): number {
  let sum = 0;
  for (let value = 0; value < n; value++) {
    let last = value;
    for (let i = 0; i < stages; i++) last = step(last);
    sum += last;
  }
  return sum;
}

export default [
  comparison({
    title: "n numbers through three stages, and added up",
    sizes: [1000, 10_000],
    input: (n) => n,
    contenders: {
      "ours, unbuffered": ours(0),
      "ours, buffers of 64": ours(64),
      "ours, batches of 64": batched(64),
      "no done, no errors, unbuffered": bare(0),
      "no done, no errors, buffers of 64": bare(64),
      "a loop, no stages": loop,
    },
  }),
];
