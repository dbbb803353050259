/** What Go promises of channels, tried under many schedules. The programs follow the ideas of Go's test/chan and chan_test.go. */
import { describe, test } from "vitest";
import {
  call,
  type Chan,
  type Go,
  go,
  int,
  makeChan,
  otherwise,
  range,
  type RecvChan,
  select,
  send,
  type SendChan,
  unit,
  WaitGroup,
} from "../runtime.ts";
import { everywhere } from "../many-schedules.ts";

/** The numbers from 2 on. */
function* generate(to: SendChan<number>): Go {
  for (let i = 2; ; i++) yield* to.send(i);
}

function* filter(from: RecvChan<number>, to: SendChan<number>, prime: number): Go {
  for (;;) {
    const i = yield* from.recv();
    if (i % prime !== 0) yield* to.send(i);
  }
}

describe("values", () => {
  test.each([0, 1, 3, 10])("arrive in the order in which they were sent, capacity %i", (cap) => {
    everywhere(
      function* () {
        const c = makeChan(int, cap);
        go(function* () {
          for (let i = 0; i < 20; i++) yield* c.send(i);
          yield* c.close();
        });
        const got: number[] = [];
        for (const each = range(c); yield* each.next();) got.push(each.value);
        return got;
      },
      Array.from({ length: 20 }, (_, i) => i),
    );
  });

  test.each([0, 1, 4])(
    "are neither lost nor doubled among many senders and receivers, capacity %i",
    (cap) => {
      everywhere(function* () {
        const c = makeChan(int, cap);
        const sums = makeChan(int);
        const senders = new WaitGroup();
        for (let s = 0; s < 4; s++) {
          yield* senders.go(function* () {
            for (let i = 0; i < 10; i++) yield* c.send(10 * s + i);
          });
          go(function* () {
            const got: number[] = [];
            for (const each = range(c); yield* each.next();) got.push(each.value);
            // Those of one sender keep their order whoever receives them.
            for (let of = 0; of < 4; of++) {
              const its = got.filter((value) => Math.floor(value / 10) === of);
              if (its.some((value, i) => i > 0 && value < its[i - 1]!)) yield* sums.send(NaN);
            }
            yield* sums.send(got.reduce((sum, value) => sum + value, 0));
          });
        }
        yield* senders.wait();
        yield* c.close();
        let sum = 0;
        for (let i = 0; i < 4; i++) sum += yield* sums.recv();
        return sum;
      }, 780);
    },
  );

  test("go may be given an operation to do", () => {
    everywhere(function* () {
      const c = makeChan(int);
      go(() => c.send(3));
      return yield* c.recv();
    }, 3);
  });

  test("a goroutine for each: a chain of channels hands one value on", () => {
    everywhere(function* () {
      const first = makeChan(int);
      let from: Chan<number> = first;
      for (let i = 0; i < 50; i++) {
        const [here, there] = [from, makeChan(int)];
        go(() =>
          call(function* () {
            yield* there.send(1 + (yield* here.recv()));
          }),
        );
        from = there;
      }
      yield* first.send(0);
      return yield* from.recv();
    }, 50);
  });

  test("the sieve of a chain of filters gives the primes", () => {
    everywhere(
      function* () {
        let from = makeChan(int);
        go(generate, from);
        const primes: number[] = [];
        while (primes.length < 8) {
          const prime = yield* from.recv();
          primes.push(prime);
          const to = makeChan(int);
          go(filter, from, to, prime);
          from = to;
        }
        return primes;
      },
      [2, 3, 5, 7, 11, 13, 17, 19],
    );
  });

  test("of no size count as well", () => {
    everywhere(
      function* () {
        const c = makeChan(unit, 2);
        yield* c.send();
        yield* c.send();
        const full = (yield* select(send(c, undefined), otherwise)).index === 1;
        yield* c.close();
        const oks: boolean[] = [];
        for (let i = 0; i < 3; i++) oks.push((yield* c.recvOk())[1]);
        return { full, oks };
      },
      { full: true, oks: [true, true, false] },
    );
  });

  test("may be channels: a request carries where its answer goes", () => {
    everywhere(function* () {
      const requests = makeChan<{ n: number; reply: Chan<number> | undefined }>({
        name: "request",
        zero: { n: 0, reply: undefined },
        size: 16,
        pointers: true,
      });
      go(function* () {
        for (const each = range(requests); yield* each.next();)
          yield* each.value.reply!.send(each.value.n ** 2);
      });
      let sum = 0;
      for (let n = 1; n <= 5; n++) {
        const reply = makeChan(int);
        yield* requests.send({ n, reply });
        sum += yield* reply.recv();
      }
      return sum;
    }, 55);
  });
});
