/** Go's select: one case, each ready one as likely, nothing done for the others. Ideas from Go's test/chan/select*.go. */
import { describe, expect, test } from "vitest";
import {
  call,
  type Chan,
  type Go,
  go,
  goLike,
  int,
  makeChan,
  nilChan,
  Misuse,
  otherwise,
  recv,
  run,
  seeded,
  select,
  send,
  sleep,
  unit,
  WaitGroup,
} from "../runtime.ts";
import { everywhere, manySchedules } from "../many-schedules.ts";

const closed = function* (cap = 0): Go<Chan<number>> {
  const c = makeChan(int, cap);
  yield* c.close();
  return c;
};
describe("select", () => {
  test("takes one ready case, and of the others nothing is done", () => {
    everywhere(function* () {
      const [a, b] = [makeChan(int, 1), makeChan(int, 1)];
      yield* a.send(1);
      const { index } = yield* select(recv(a), send(b, 2));
      return index === 0 ? [a.len, b.len].join() === "0,0" : [a.len, b.len].join() === "1,1";
    }, true);
  });

  test("each ready case is taken about as often, with 2 to 5 of them", () => {
    for (const policy of [goLike({ seed: 3 }), goLike({ procs: 4 }), seeded(5)]) {
      const { value } = run(
        function* () {
          const counts: number[][] = [];
          const c = yield* closed();
          for (let n = 2; n <= 5; n++) {
            const taken = new Array<number>(n).fill(0);
            for (let i = 0; i < 1000 * n; i++)
              taken[(yield* select(...taken.map(() => recv(c)), recv(nilChan()))).index]!++;
            counts.push(taken);
          }
          return counts;
        },
        { policy },
      );
      // 1000 expected, a standard deviation under 30: seven of them are 200.
      for (const count of value!.flat()) expect(Math.abs(count - 1000)).toBeLessThan(200);
    }
  });

  test("which ready case is taken is no matter of its place among cases that are not ready", () => {
    const { value } = run(function* () {
      const c = yield* closed();
      const never = makeChan(int);
      const taken = [0, 0, 0, 0, 0, 0];
      for (let i = 0; i < 2000; i++) {
        taken[(yield* select(recv(never), recv(c), recv(never), recv(never), recv(c), otherwise)).index]!++;
      }
      return taken;
    });
    expect(value!.map((count) => count > 800)).toEqual([false, true, false, false, true, false]);
  });

  test("one that is woken by one case is in no queue of the others any more", () => {
    everywhere(
      function* () {
        const [a, b] = [makeChan(int), makeChan(int)];
        const wg = new WaitGroup();
        const got: number[] = [];
        yield* wg.go(function* () {
          const s = yield* select(recv(a), recv(b));
          got.push(s.index);
        });
        yield* sleep(1);
        yield* b.send(1);
        yield* wg.wait();
        // Nobody is left at `a`.
        got.push((yield* select(send(a, 1), otherwise)).index);
        return got;
      },
      [1, 1],
    );
  });

  test("is served once, though several send to it before it runs", () => {
    everywhere(
      function* () {
        const channels = [makeChan(int), makeChan(int), makeChan(int)] as const;
        const got = makeChan(int);
        go(function* () {
          const [a, b, c] = channels;
          yield* got.send((yield* select(recv(a), recv(b), recv(c))).value);
        });
        yield* sleep(1);
        let sent = 0;
        for (const c of channels) if ((yield* select(send(c, 9), otherwise)).index === 0) sent++;
        return [sent, yield* got.recv()];
      },
      [1, 9],
    );
  });

  test("with a channel twice waits in both places and is served once", () => {
    everywhere(
      function* () {
        const c = makeChan(int);
        const got = makeChan(int, 2);
        go(function* () {
          const s = yield* select(recv(c), recv(c), recv(makeChan(int)));
          yield* got.send(s.value);
        });
        yield* sleep(1);
        yield* c.send(4);
        return [(yield* select(send(c, 5), otherwise)).index, yield* got.recv()];
      },
      [1, 4],
    );
  });

  test("a goroutine does not meet itself when it sends and receives on one channel", () => {
    const main = function* (): Go {
      const c = makeChan(int);
      yield* select(send(c, 1), recv(c));
    };
    for (const { policy } of manySchedules) {
      expect(run(main, { policy: policy() }).message).toBe("all goroutines are asleep - deadlock!");
    }
  });

  test("two goroutines that each send or receive on one channel meet", () => {
    everywhere(function* () {
      for (const cap of [0, 10]) {
        const c = makeChan(int, cap);
        const wg = new WaitGroup();
        let [sent, received] = [0, 0];
        for (const who of [0, 1]) {
          yield* wg.go(function* () {
            for (let i = 0; i < 20; i++) {
              const s = yield* who === 0 ? select(recv(c), send(c, who)) : both(c, who);
              if (s.index === 0) received++;
              else sent++;
              // A goroutine meets only the other one at an unbuffered channel.
              if (cap === 0 && s.index === 0 && s.value === who) throw new Error("met itself");
            }
          });
        }
        // One may have ended while the other still wants to meet.
        go(function* () {
          for (;;) {
            yield* sleep(1);
            yield* select(recv(c), send(c, 2), otherwise);
          }
        });
        yield* wg.wait();
        if (sent + received !== 40) throw new Error("lost");
      }
      return true;
    }, true);
  });

  test("values go from selects to selects without loss, over two channels", () => {
    everywhere(function* () {
      const [a, b] = [makeChan(int), makeChan(int, 3)];
      const done = makeChan(unit);
      go(function* () {
        for (let i = 1; i <= 40; i++) yield* select(send(a, i), send(b, i));
        yield* done.close();
      });
      let sum = 0;
      for (let open = true; open;) {
        const s = yield* select(recv(a), recv(b), recv(done));
        if (s.index === 2) open = false;
        else sum += s.value;
      }
      while (b.len > 0) sum += yield* b.recv();
      return sum;
    }, 820);
  });

  test("polling with a default never loses a value that is there", () => {
    everywhere(function* () {
      for (let i = 0; i < 20; i++) {
        const [a, b] = [makeChan(int, 1), makeChan(int, 1)];
        yield* a.send(1);
        const wg = new WaitGroup();
        yield* wg.go(function* () {
          yield* b.send(1);
          yield* select(recv(a), otherwise);
        });
        // At all times one of the two holds a value.
        const { index } = yield* select(recv(a), recv(b), otherwise);
        if (index === 2) return "nothing was there";
        yield* wg.wait();
      }
      return "";
    }, "");
  });

  test("more than one otherwise is refused, as Go's compiler does", () => {
    expect(() => run(() => call(() => select(otherwise, otherwise)))).toThrow(Misuse);
  });
});

function* both(c: Chan<number>, value: number): Go<{ index: number; value: number }> {
  const s = yield* select(send(c, value), recv(c));
  return s.index === 0 ? { index: 1, value } : { index: 0, value: s.value };
}

test("cases at one channel are each as likely, also when the select has to wait", () => {
  const { value } = run(function* () {
    const c = makeChan(int);
    const taken = [0, 0, 0];
    for (let i = 0; i < 300; i++) {
      go(function* () {
        const { index } = yield* select(recv(c), recv(c), recv(c));
        taken[index]!++;
      });
      yield* sleep(1);
      yield* c.send(i);
      const done = makeChan(int);
      go(function* () {
        const s = yield* select(send(done, 0), send(done, 1), send(done, 2));
        taken[s.index]! += 1000;
      });
      yield* sleep(1);
      // The value has to be that of the case.
      const got = yield* done.recv();
      yield* sleep(1);
      taken[got]! += 1_000_000;
    }
    return taken;
  });
  for (const one of value!) {
    expect(one % 1000).toBeGreaterThan(60);
    expect(Math.floor(one / 1000) % 1000).toBeGreaterThan(60);
    expect(Math.floor(one / 1000) % 1000).toBe(Math.floor(one / 1_000_000));
  }
});
