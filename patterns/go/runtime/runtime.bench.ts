/** What the runtime's promises cost, beside a run queue that keeps none of them. `npm run go` compares with a real Go. */
import { comparison } from "#bench/comparison.ts";
import {
  type Go,
  go,
  goLike,
  int,
  makeChan,
  range,
  run,
  type RunOptions,
  seeded,
  WaitGroup,
} from "./runtime.ts";

type Program = (n: number) => Go<number>;

/** n numbers through a channel; gives their sum. */
function messages(capacity: number): Program {
  return function* (n) {
    const c = makeChan(int, capacity);
    go(function* () {
      for (let i = 0; i < n; i++) yield* c.send(i);
      yield* c.close();
    });
    let sum = 0;
    for (const each = range(c); yield* each.next();) sum += each.value;
    return sum;
  };
}

function* spawnAndJoin(n: number): Go<number> {
  const wg = new WaitGroup();
  let done = 0;
  yield* wg.add(n);
  for (let i = 0; i < n; i++) {
    go(function* () {
      done++;
      yield* wg.done();
    });
  }
  yield* wg.wait();
  return done;
}

function ways(program: Program) {
  const under = (options: () => RunOptions) => (n: number) => run(() => program(n), options()).value;
  return {
    "ours: Go-like, one P": under(() => ({})),
    "the same, with its log": under(() => ({ record: true })),
    "Go-like, four Ps": under(() => ({ policy: goLike({ procs: 4 }) })),
    "at random from a seed": under(() => ({ policy: seeded(1) })),
  };
}

/** Producer and consumer as bare generators that take turns: no channel, no rules, no reports. */
function bareTurns(n: number): number {
  let slot = -1;
  let sum = 0;
  function* produce(): Generator<void, void, void> {
    for (let i = 0; i < n; i++) {
      slot = i;
      yield;
    }
  }
  function* consume(): Generator<void, void, void> {
    for (;;) {
      sum += slot;
      yield;
    }
  }
  const producer = produce();
  const consumer = consume();
  while (producer.next().done !== true) consumer.next();
  return sum;
}

const sizes = [1000, 10_000, 100_000];
const input = (n: number): number => n;

export default [
  comparison({
    title: "n messages through an unbuffered channel",
    sizes,
    input,
    contenders: { ...ways(messages(0)), "bare generators that take turns": bareTurns },
  }),
  comparison({
    title: "n messages through a channel that holds 128",
    sizes,
    input,
    contenders: { ...ways(messages(128)), "bare generators that take turns": bareTurns },
  }),
  comparison({ title: "n goroutines started and waited for", sizes, input, contenders: ways(spawnAndJoin) }),
];
