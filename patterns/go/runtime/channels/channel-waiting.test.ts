/** Who waits at a channel and for how long, and what close does to them. */
import { describe, test } from "vitest";
import {
  call,
  type Chan,
  type Go,
  go,
  gosched,
  int,
  makeChan,
  nilChan,
  numGoroutine,
  otherwise,
  recv,
  select,
  send,
  sleep,
  WaitGroup,
} from "../runtime.ts";
import { everywhere } from "../many-schedules.ts";

describe("waiting", () => {
  test("len and cap count the buffer; a sender waits when it is full", () => {
    everywhere(
      function* () {
        const c = makeChan(int, 2);
        const seen: number[] = [c.len, c.cap];
        let sent = 0;
        go(function* () {
          for (let i = 0; i < 4; i++) {
            yield* c.send(i);
            sent++;
          }
        });
        yield* sleep(1);
        seen.push(sent, c.len);
        yield* c.recv();
        yield* sleep(1);
        seen.push(sent, c.len);
        return seen;
      },
      [0, 2, 2, 2, 3, 2],
    );
  });

  test("an unbuffered send is not done before it has been received", () => {
    everywhere(
      function* () {
        const c = makeChan(int);
        let done = false;
        go(function* () {
          yield* c.send(1);
          done = true;
        });
        yield* sleep(5);
        const before = done;
        yield* c.recv();
        yield* sleep(1);
        return [before, done];
      },
      [false, true],
    );
  });

  test("nil channels are never ready, and one is like another", () => {
    everywhere(
      function* () {
        const c = nilChan<number>();
        const { index } = yield* select(recv(c), send(c, 1), otherwise);
        return [index, c.isNil, c === nilChan<number>(), c.len, c.cap];
      },
      [2, true, true, 0, 0],
    );
  });

  test("those who wait to receive are served in the order they came", () => {
    everywhere(
      function* () {
        const c = makeChan(int);
        const got = makeChan(int, 3);
        for (let i = 0; i < 3; i++) {
          go(function* () {
            yield* sleep(i + 1);
            yield* got.send(10 * i + (yield* c.recv()));
          });
        }
        yield* sleep(10);
        for (let i = 0; i < 3; i++) yield* c.send(i);
        const all: number[] = [];
        for (let i = 0; i < 3; i++) all.push(yield* got.recv());
        return all.sort((a, b) => a - b);
      },
      [0, 11, 22],
    );
  });
});

describe("close", () => {
  test("what stands in the buffer is still received, then zero values for ever", () => {
    everywhere(
      function* () {
        const c = makeChan(int, 3);
        yield* c.send(7);
        yield* c.send(8);
        yield* c.close();
        const got: unknown[] = [];
        for (let i = 0; i < 4; i++) got.push(yield* c.recvOk());
        return got;
      },
      [
        [7, true],
        [8, true],
        [0, false],
        [0, false],
      ],
    );
  });

  test("wakes all who wait to receive, in a select too", () => {
    everywhere(function* () {
      const c = makeChan(int);
      const wg = new WaitGroup();
      let zeroes = 0;
      for (let i = 0; i < 5; i++) {
        yield* wg.go(function* () {
          const [value, ok] = i % 2 === 0 ? yield* c.recvOk() : yield* taken(c);
          if (value === 0 && !ok) zeroes++;
        });
      }
      yield* sleep(1);
      yield* c.close();
      yield* wg.wait();
      return zeroes;
    }, 5);
  });

  test("numGoroutine falls to one when all have ended", () => {
    everywhere(function* () {
      const wg = new WaitGroup();
      for (let i = 0; i < 5; i++) yield* wg.go(() => call(() => gosched()));
      yield* wg.wait();
      yield* sleep(1);
      return numGoroutine();
    }, 1);
  });
});

function* taken(c: Chan<number>): Go<[number, boolean]> {
  const { value, ok } = yield* select(recv(c));
  return [value, ok];
}
