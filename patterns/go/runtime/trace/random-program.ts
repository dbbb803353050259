/** Programs of any shape, to try out what must hold for all: they may deadlock, panic or leave goroutines behind. */
import fc from "fast-check";
import {
  after,
  type Go,
  go,
  gosched,
  int,
  makeChan,
  Microsecond,
  Mutex,
  network,
  recv,
  select,
  send,
  sleep,
  syscall,
  work,
} from "../runtime.ts";

interface Act {
  readonly kind: number;
  readonly on: number;
  readonly time: number;
  /** What a goroutine does that is started here. */
  readonly child: readonly Act[];
}

/** Microseconds: shorter than the patience of the scheduler, and longer than a time slice. */
const times = [0, 1, 7, 30, 900, 12_000];

const { acts } = fc.letrec<{ acts: Act[]; act: Act }>((tie) => ({
  acts: fc.array(tie("act"), { maxLength: 8 }),
  act: fc.record({
    kind: fc.nat(10),
    on: fc.nat(2),
    time: fc.constantFrom(...times),
    child: fc.oneof({ depthSize: "small" }, fc.constant([]), tie("acts")),
  }),
}));

export const programs: fc.Arbitrary<() => Go> = acts.map((all) => {
  return function* main(): Go {
    const channels = [makeChan(int), makeChan(int, 1), makeChan(int, 3)] as const;
    const mutex = new Mutex();
    yield* performed(all);

    function* performed(list: readonly Act[]): Go {
      for (const { kind, on, time, child } of list) {
        const c = channels[on as 0 | 1 | 2];
        const duration = time * Microsecond;
        if (child.length > 0) go(performed, child);
        if (kind === 0) yield* c.send(time);
        else if (kind === 1) yield* c.recv();
        else if (kind === 2) yield* mutex.lock();
        else if (kind === 3 && (yield* mutex.tryLock())) yield* mutex.unlock();
        else if (kind === 4) yield* work(duration);
        else if (kind === 5) yield* syscall(duration);
        else if (kind === 6) yield* network(duration);
        else if (kind === 7) yield* sleep(duration);
        else if (kind === 8) yield* gosched();
        else if (kind === 9) yield* select(recv(c), send(channels[1], 1), recv(after(duration)));
        else if (kind === 10 && time === 900) yield* c.close();
      }
    }
  };
});
