import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everySchedule } from "../schedules.ts";
import {
  type Chan,
  explore,
  go,
  type Go,
  int,
  makeChan,
  Millisecond,
  nilChan,
  now,
  panic,
  range,
  run,
  seeded,
  sleep,
  unit,
  WaitGroup,
} from "../runtime/runtime.ts";
import {
  displace,
  offer,
  offerWithin,
  overloaded,
  put,
  Semaphore,
  shedding,
  TokenBucket,
} from "./backpressure.ts";

const never = nilChan<unknown>();

interface Seen {
  /** Values in the order in which they were received. */
  readonly received: readonly number[];
  /** Those refused or displaced. */
  readonly lost: readonly number[];
  /** The longest that one received has waited, from when it was offered, and that a sender was held up. */
  readonly latency: number;
  readonly heldUp: number;
  readonly longestQueue: number;
}

type Way = (queue: Chan<number>, value: number) => Go<readonly number[]>;

/** 40 values, one each millisecond, for a receiver that needs 3 ms for each. */
function overload(cap: number, way: Way): () => Go<Seen> {
  return function* () {
    const queue = makeChan(int, cap);
    const offered: number[] = [];
    const lost: number[] = [];
    let [latency, heldUp, longestQueue] = [0, 0, 0];
    go(function* sender() {
      for (let value = 0; value < 40; value++) {
        offered[value] = now();
        lost.push(...(yield* way(queue, value)));
        heldUp = Math.max(heldUp, now() - offered[value]!);
        longestQueue = Math.max(longestQueue, queue.len);
        yield* sleep(Millisecond);
      }
      yield* queue.close();
    });
    const received: number[] = [];
    for (const each = range(queue); yield* each.next();) {
      received.push(each.value);
      latency = Math.max(latency, now() - offered[each.value]!);
      yield* sleep(3 * Millisecond);
    }
    return { received, lost, latency, heldUp, longestQueue };
  };
}

const ways: Readonly<Record<"put" | "offer" | "offerWithin" | "displace", Way>> = {
  put: function* (queue, value) {
    yield* put(never, queue, value);
    return [];
  },
  offer: function* (queue, value) {
    return (yield* offer(queue, value)) ? [] : [value];
  },
  offerWithin: function* (queue, value) {
    return (yield* offerWithin(queue, value, Millisecond)) ? [] : [value];
  },
  displace,
};

const all = [...Array(40).keys()];

describe.each(Object.entries(ways))("%s", (_, way) => {
  test.each([1, 4])("with room for %i: each value is received or lost, none twice, in order", (cap) => {
    everySchedule(overload(cap, way), ({ received, lost, longestQueue }) => {
      expect([...received, ...lost].toSorted((a, b) => a - b)).toEqual(all);
      expect(received).toEqual(received.toSorted((a, b) => a - b));
      expect(longestQueue).toBe(cap);
    });
  });
});

describe("under three times the load that can be borne, with room for 4", () => {
  test("put loses nothing, and holds the sender up", () => {
    everySchedule(overload(4, ways.put), ({ lost, heldUp, latency }) => {
      expect(lost).toEqual([]);
      expect(heldUp).toBe(2 * Millisecond);
      expect(latency).toBeLessThanOrEqual(5 * 3 * Millisecond);
    });
  });

  test("offer holds nobody up, loses what comes while the queue is full, and keeps latency within the queue", () => {
    everySchedule(overload(4, ways.offer), ({ received, lost, heldUp, latency }) => {
      expect(heldUp).toBe(0);
      expect(received.slice(0, 4)).toEqual([0, 1, 2, 3]);
      expect(lost.length).toBeGreaterThanOrEqual(20);
      expect(latency).toBeLessThanOrEqual(4 * 3 * Millisecond);
    });
  });

  test("offerWithin holds up for no longer than it may", () => {
    everySchedule(overload(4, ways.offerWithin), ({ heldUp, latency }) => {
      expect(heldUp).toBe(Millisecond);
      expect(latency).toBeLessThanOrEqual(5 * 3 * Millisecond);
    });
  });

  test("displace holds nobody up, and never loses the newest", () => {
    everySchedule(overload(4, ways.displace), ({ received, lost, heldUp, latency }) => {
      expect(heldUp).toBe(0);
      expect(received.slice(-3)).toEqual([37, 38, 39]);
      expect(lost.length).toBeGreaterThanOrEqual(20);
      expect(latency).toBeLessThanOrEqual(4 * 3 * Millisecond);
    });
  });

  test("a buffer that is large enough for everything only moves the trouble into latency", () => {
    everySchedule(overload(40, ways.put), ({ lost, heldUp, latency }) => {
      expect([lost, heldUp]).toEqual([[], 0]);
      expect(latency).toBe(39 * 2 * Millisecond);
    });
  });
});

describe("the ways by themselves", () => {
  test("put stops waiting when done is closed, and the value is not sent", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        const queue = makeChan(int, 1);
        go(function* () {
          yield* sleep(5);
          yield* done.close();
        });
        const put1 = yield* put(done, queue, 1);
        const put2 = yield* put(done, queue, 2);
        return [put1, put2, now(), queue.len, yield* queue.recv()];
      },
      (value) => expect(value).toEqual([true, false, 5, 1, 1]),
    );
  });

  test("without a buffer, an offer is taken only by somebody who waits", () => {
    everySchedule(
      function* () {
        const queue = makeChan(int);
        const before = yield* offer(queue, 1);
        go(function* () {
          yield* sleep(10);
          yield* offer(queue, 2);
        });
        return [before, yield* queue.recv()];
      },
      (value) => expect(value).toEqual([false, 2]),
    );
  });

  test("an offer with no patience is taken if there is room, on every schedule", () => {
    everySchedule(
      function* () {
        const queue = makeChan(int, 1);
        return [yield* offerWithin(queue, 1, 0), yield* offerWithin(queue, 2, 0)];
      },
      (value) => expect(value).toEqual([true, false]),
    );
  });

  test("two who displace, and one who receives: each value is received or given back, once, on every schedule", () => {
    const found = explore(
      function* () {
        const queue = makeChan(int, 1);
        const group = new WaitGroup();
        const seen: number[] = [];
        for (const value of [1, 2]) {
          yield* group.go(function* () {
            seen.push(...(yield* displace(queue, value)));
          });
        }
        seen.push(yield* queue.recv());
        yield* group.wait();
        while (queue.len > 0) seen.push(yield* queue.recv());
        return seen.sort();
      },
      {
        check({ value }) {
          expect(value).toEqual([1, 2]);
        },
      },
    );
    expect(found.failure?.message).toBeUndefined();
    expect(found.runs).toBeGreaterThan(200);
  });

  test("to displace in a queue without a buffer is refused: it would try for ever", () => {
    const { message } = run(() => displace(makeChan(int), 1));
    expect(message).toBe("displace: the queue has no buffer");
  });

  test("a sender who receives with a plain <- to make room: when the receiver comes first, it waits for ever", () => {
    const makingRoom = function* (): Go {
      const queue = makeChan(int, 1);
      yield* queue.send(1);
      go(function* () {
        yield* queue.recv();
      });
      if (!(yield* offer(queue, 2))) yield* queue.recv();
    };
    const found = explore(makingRoom, { leaks: false });
    expect(found.failure?.message).toBe("fatal error: all goroutines are asleep - deadlock!");
  });
});

describe("Semaphore", () => {
  test("never are more than n inside, and all get in", () => {
    everySchedule(
      function* () {
        const semaphore = new Semaphore(2);
        const group = new WaitGroup();
        let [inside, most] = [0, 0];
        for (let i = 0; i < 6; i++) {
          yield* group.go(function* () {
            yield* semaphore.acquire(never);
            most = Math.max(most, ++inside);
            yield* sleep(Millisecond);
            inside--;
            yield* semaphore.release();
          });
        }
        yield* group.wait();
        return most;
      },
      (most, { time }) => {
        expect(most).toBe(2);
        expect(time).toBe(3 * Millisecond);
      },
    );
  });

  test("shedding: who finds no place hears so at once; a place comes back after results and after panics", () => {
    everySchedule(
      function* () {
        const semaphore = new Semaphore(1);
        const answers: unknown[] = [];
        const slow = function* (): Go<string> {
          yield* sleep(10);
          return "done";
        };
        go(function* () {
          answers.push(yield* shedding(semaphore, slow));
        });
        yield* sleep(5);
        answers.push(yield* shedding(semaphore, () => "never"), now());
        yield* sleep(10);
        try {
          yield* shedding(semaphore, () => panic("oh"));
        } catch (thrown) {
          answers.push((thrown as Error).message);
        }
        answers.push(yield* semaphore.tryAcquire());
        return answers;
      },
      (answers) => expect(answers).toEqual([overloaded, 5, "done", "oh", true]),
    );
  });

  test("who stops waiting has no place, and takes none from others", () => {
    everySchedule(
      function* () {
        const semaphore = new Semaphore(1);
        const done = makeChan(unit);
        yield* done.close();
        yield* semaphore.acquire(never);
        const got = yield* semaphore.acquire(done);
        yield* semaphore.release();
        return [got, yield* semaphore.tryAcquire()];
      },
      (value) => expect(value).toEqual([false, true]),
    );
  });

  test("one release too many panics", () => {
    const { message } = run(() => new Semaphore(1).release());
    expect(message).toBe("semaphore: released without being acquired");
  });

  test.each([0, -1, 1.5, NaN, Infinity])("%s places are refused", (n) => {
    expect(() => new Semaphore(n)).toThrow(
      new RangeError(`a semaphore for ${n}: it must be a whole number of at least 1`),
    );
  });
});

describe("TokenBucket", () => {
  const cases = {
    period: fc.integer({ min: 1, max: 5 }),
    burst: fc.integer({ min: 1, max: 4 }),
    pauses: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 30 }),
  };

  test("allow agrees with a bucket that is filled step by step", () => {
    fc.assert(
      fc.property(cases.period, cases.burst, cases.pauses, (period, burst, pauses) => {
        const { value } = run(function* () {
          const bucket = new TokenBucket(period, burst);
          const allowed: boolean[] = [];
          for (const pause of pauses) {
            yield* sleep(pause);
            allowed.push(yield* bucket.allow());
          }
          return allowed;
        });
        let level = burst * period;
        const expected = pauses.map((pause) => {
          level = Math.min(burst * period, level + pause);
          if (level < period) return false;
          level -= period;
          return true;
        });
        expect(value).toEqual(expected);
      }),
    );
  });

  test("in any span no more than burst + span / period get through, whether they ask or wait", () => {
    fc.assert(
      fc.property(cases.period, cases.burst, cases.pauses, fc.nat(), (period, burst, pauses, seed) => {
        const { value, errors } = run(
          function* () {
            const bucket = new TokenBucket(period, burst);
            const group = new WaitGroup();
            const times: number[] = [];
            for (const [i, pause] of pauses.entries()) {
              yield* group.go(function* () {
                yield* sleep(pause);
                if (yield* i % 3 === 0 ? bucket.allow() : bucket.wait(never)) times.push(now());
              });
            }
            yield* group.wait();
            return times;
          },
          { policy: seeded(seed) },
        );
        expect(errors).toBe("");
        const times = value!;
        for (let i = 0; i < times.length; i++) {
          for (let j = i; j < times.length; j++) {
            const span = times[j]! - times[i]!;
            expect(j - i + 1).toBeLessThanOrEqual(burst + Math.floor(span / period));
          }
        }
      }),
    );
  });

  test("those who wait come through a period apart, after the burst, and nobody later than that", () => {
    everySchedule(
      function* () {
        const bucket = new TokenBucket(10, 2);
        const group = new WaitGroup();
        const times: number[] = [];
        for (let i = 0; i < 5; i++) {
          yield* group.go(function* () {
            yield* bucket.wait(never);
            times.push(now());
          });
        }
        yield* group.wait();
        return times;
      },
      (times) => expect(times).toEqual([0, 0, 10, 20, 30]),
    );
  });

  test("who stops waiting hears so at once; whoever came later waits as before", () => {
    everySchedule(
      function* () {
        const bucket = new TokenBucket(10, 1);
        const done = makeChan(unit);
        yield* bucket.wait(never);
        go(function* () {
          yield* sleep(3);
          yield* done.close();
        });
        const got = yield* bucket.wait(done);
        const at = now();
        yield* bucket.wait(never);
        return [got, at, now()];
      },
      (value) => expect(value).toEqual([false, 3, 20]),
    );
  });

  test("a counter that begins anew with each window lets twice as many through at its border", () => {
    const { value } = run(function* () {
      const [window, limit] = [100, 10];
      let [began, count] = [0, 0];
      const through: number[] = [];
      yield* sleep(99);
      for (let i = 0; i < 40; i++) {
        if (i === 20) yield* sleep(1);
        if (now() - began >= window) [began, count] = [now(), 0];
        if (count++ < limit) through.push(now());
      }
      return through;
    });
    expect(value!.length).toBe(20);
    expect(value!.at(-1)! - value![0]!).toBe(1);
  });

  test.each([
    [0, 1],
    [1, 0],
    [1.5, 1],
    [1, NaN],
  ])("one in %s ns and a burst of %s are refused", (period, burst) => {
    expect(() => new TokenBucket(period, burst)).toThrow(
      new RangeError(
        `a token bucket of ${burst} with one in ${period} ns: both must be whole numbers of at least 1`,
      ),
    );
  });
});
