/**
 * A small restaurant: three cooks take orders from a channel, share one oven, and the guests do not wait forever. Watch it:
 * npx lab trace runtime
 */
import {
  after,
  type Chan,
  type Go,
  go,
  int,
  makeChan,
  Microsecond,
  Millisecond,
  Mutex,
  println,
  range,
  recv,
  select,
  sleep,
  syscall,
  WaitGroup,
  work,
} from "./runtime.ts";

const orders = 9;

export default function* main(): Go {
  const waiting = makeChan(int, 2);
  const served = makeChan(int);
  const oven = new Mutex();
  const cooks = new WaitGroup();
  for (let i = 0; i < 3; i++)
    yield* cooks.go(function* cook() {
      yield* cooking(waiting, served, oven);
    });
  go(takeOrders, waiting);
  go(function* closesServed() {
    yield* cooks.wait();
    yield* served.close();
  });

  for (;;) {
    const next = yield* select(recv(served), recv(after(2 * Millisecond)));
    if (next.index === 1) println("a guest grows impatient");
    else if (next.ok) println("served", next.value);
    else break;
  }
}

function* takeOrders(waiting: Chan<number>): Go {
  for (let order = 1; order <= orders; order++) {
    // The guests of the second table are late.
    if (order === 4) yield* sleep(4 * Millisecond);
    yield* waiting.send(order);
  }
  yield* waiting.close();
}

function* cooking(waiting: Chan<number>, served: Chan<number>, oven: Mutex): Go {
  for (const orders = range(waiting); yield* orders.next();) {
    yield* work(200 * Microsecond);
    yield* oven.lock();
    yield* work(300 * Microsecond);
    yield* oven.unlock();
    // The bill is written to disk.
    yield* syscall(500 * Microsecond);
    yield* served.send(orders.value);
  }
}
