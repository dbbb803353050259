import { comparison } from "#bench/comparison.ts";
import {
  type Chan,
  go,
  type Go,
  gosched,
  int,
  makeChan,
  nilChan,
  range,
  run,
  unit,
} from "../runtime/runtime.ts";
import { displace, offer, put, Semaphore, TokenBucket } from "./backpressure.ts";

const never = nilChan<unknown>();

/** Sends n values to somebody who reads them all, and counts the sends. */
function sending(
  cap: number,
  send: (queue: Chan<number>, value: number) => Go<unknown>,
): (n: number) => number {
  return (n) => {
    const { value, errors } = run(function* () {
      const queue = makeChan(int, cap);
      const done = makeChan(unit);
      go(function* receiver() {
        for (const each = range(queue); yield* each.next(););
        yield* done.close();
      });
      for (let i = 0; i < n; i++) {
        yield* send(queue, i);
        // On one P a sender who never waits would be alone.
        if (i % 32 === 31) yield* gosched();
      }
      yield* queue.close();
      yield* done.recv();
      return n;
    });
    if (value === undefined) throw new Error(errors);
    return value;
  };
}

function asking(ask: () => () => Go<unknown>): (n: number) => number {
  return (n) => {
    const { value, errors } = run(function* () {
      const one = ask();
      for (let i = 0; i < n; i++) yield* one();
      return n;
    });
    if (value === undefined) throw new Error(errors);
    return value;
  };
}

const sizes = [1000, 10_000];
const input = (n: number): number => n;

export default [
  comparison({
    title: "n values for a queue of 16 that is read in turns of 32",
    sizes,
    input,
    contenders: {
      put: sending(16, (queue, value) => put(never, queue, value)),
      offer: sending(16, offer),
      displace: sending(16, displace),
      "a plain send": sending(16, function* (queue, value) {
        yield* queue.send(value);
      }),
      "a plain send, unbuffered": sending(0, function* (queue, value) {
        yield* queue.send(value);
      }),
    },
  }),
  comparison({
    title: "n times asked for leave, which is given or refused at once",
    sizes,
    input,
    contenders: {
      "ours: TokenBucket.allow": asking(() => {
        const bucket = new TokenBucket(1000, 10);
        return () => bucket.allow();
      }),
      "ours: Semaphore.tryAcquire": asking(() => {
        const semaphore = new Semaphore(10);
        return () => semaphore.tryAcquire();
      }),
    },
  }),
];
