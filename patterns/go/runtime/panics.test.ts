/** What a program that fails prints and exits with: each case as a real Go 1.23.5 did, recorded beside the data. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  Cond,
  deferring,
  exit,
  type Go,
  go,
  goexit,
  gosched,
  int,
  makeChan,
  Millisecond,
  Mutex,
  newTicker,
  nilChan,
  Once,
  otherwise,
  panic,
  pointer,
  range,
  recover,
  recv,
  run,
  RWMutex,
  select,
  send,
  sleep,
  WaitGroup,
} from "./runtime.ts";

const programs: Record<string, () => Go | undefined> = {
  *"chan.close-nil"() {
    yield* nilChan<number>().close();
  },
  *"chan.close-twice"() {
    const c = makeChan(int);
    yield* c.close();
    yield* c.close();
  },
  *"chan.send-closed"() {
    const c = makeChan(int, 1);
    yield* c.close();
    yield* c.send(1);
  },
  *"chan.send-closed-while-blocked"() {
    const c = makeChan(int);
    go(function* () {
      yield* sleep(Millisecond);
      yield* c.close();
    });
    yield* c.send(1);
  },
  *"chan.select-send-closed"() {
    const c = makeChan(int, 1);
    yield* c.close();
    yield* select(send(c, 1), otherwise);
  },
  "chan.make-negative": () => void makeChan(int, -1),
  *"dead.recv"() {
    yield* makeChan(int).recv();
  },
  *"dead.send"() {
    yield* makeChan(int).send(1);
  },
  *"dead.nilrecv"() {
    yield* nilChan<number>().recv();
  },
  *"dead.nilsend"() {
    yield* nilChan<number>().send(1);
  },
  *"dead.select0"() {
    yield* select();
  },
  *"dead.select"() {
    yield* select(recv(makeChan(int)), recv(makeChan(int)));
  },
  *"dead.select-nil"() {
    yield* select(recv(nilChan<number>()), recv(nilChan<number>()));
  },
  *"dead.mutex"() {
    const m = new Mutex();
    yield* m.lock();
    yield* m.lock();
  },
  *"dead.rwmutex-w"() {
    const m = new RWMutex();
    yield* m.rLock();
    yield* m.lock();
  },
  *"dead.rwmutex-r"() {
    const m = new RWMutex();
    yield* m.lock();
    yield* m.rLock();
  },
  *"dead.wg"() {
    const w = new WaitGroup();
    yield* w.add(1);
    yield* w.wait();
  },
  *"dead.cond"() {
    const c = new Cond(new Mutex());
    yield* c.l.lock();
    yield* c.wait();
  },
  *"dead.goexit"() {
    yield* goexit();
  },
  *"dead.range"() {
    for (const each = range(makeChan(int)); yield* each.next(););
  },
  *"dead.two"() {
    const c = makeChan(int);
    const d = makeChan(int);
    go(function* () {
      yield* d.recv();
      yield* c.send(1);
    });
    yield* c.recv();
    yield* d.send(1);
  },
  *"dead.once"() {
    const once = new Once();
    yield* once.do(() => once.do(() => undefined));
  },
  *"mutex.unlock"() {
    yield* new Mutex().unlock();
  },
  *"rw.runlock"() {
    yield* new RWMutex().rUnlock();
  },
  *"rw.unlock"() {
    yield* new RWMutex().unlock();
  },
  *"wg.neg"() {
    yield* new WaitGroup().done();
  },
  *"cond.copied"() {
    const c = new Cond(new Mutex());
    yield* c.signal();
    const copy = Object.assign(new Cond(c.l), c);
    yield* copy.signal();
  },
  nilptr: () => {
    const t = pointer<{ x: number }>().zero as { x: number };
    t.x++;
    return undefined;
  },
  "panic.nil": () => panic(null),
  "panic.err": () => panic(new Error("boom")),
  "panic.stringer": () => panic(`x${String(1)}`),
  "panic.struct": () => panic({ x: 1 }),
  *"panic.repanic"() {
    yield* deferring(function* ({ defer }) {
      defer(() => panic(`second after ${String(recover())}`));
      yield* panics("first");
    });
  },
  *"panic.nested"() {
    yield* deferring(function* ({ defer }) {
      defer(() => panic("second"));
      yield* panics("first");
    });
  },
  *"panic.rethrow"() {
    yield* deferring(function* ({ defer }) {
      defer(() => panic(recover()));
      yield* panics("first");
    });
  },
  *"panic.goexit-main-with-others"() {
    go(function* () {
      yield* sleep(50 * Millisecond);
      exit(0);
    });
    yield* goexit();
  },
  "ticker.0": () => void newTicker(0),
  "stack.overflow": () => {
    const f = (i: number): number => f(i + 1) + 1;
    f(0);
    return undefined;
  },
};

/** Cases of the recording that belong elsewhere or mean nothing here. */
const elsewhere = [
  { cases: /^ctx\./, why: "context has tests of its own" },
  { cases: /^map\./, why: "maps have tests of their own" },
  { cases: /^(idx|slice|makeslice)/, why: "slices have tests of their own" },
  { cases: /^(div0|neg\.shift)$/, why: "numbers are JavaScript's: 1 / 0 is Infinity" },
  { cases: /^(assert|cmp)\./, why: "TypeScript has no values that know their interface type" },
  { cases: /^timer\./, why: "a Timer comes from newTimer only, so there is none uninitialized" },
  { cases: /^iter\./, why: "loops over functions are JavaScript's own generators" },
  { cases: /^errors\./, why: "errors.As is no part of the runtime" },
  { cases: /^(closed\.wrap|strings\.Repeat)$/, why: "about Go's typed nil, and an empty program" },
];

interface Recorded {
  readonly exitCode: number;
  readonly lines: readonly string[];
}

const recorded = new Map(
  readFileSync(new URL("golden/go1.23.5-panics.txt", import.meta.url), "utf8")
    .split(/^--- /m)
    .slice(1)
    .map((text): [string, Recorded] => {
      const [name = "", rc = "", ...lines] = text.trimEnd().split("\n");
      return [name, { exitCode: Number(rc.slice("rc=".length)), lines: comparable(lines) }];
    }),
);

/** Functions have other names in the two languages, and a stack of Go's has other frames, of which one case shows some. */
function comparable(lines: readonly string[]): string[] {
  return lines
    .filter((line) => /^(\t?panic: |fatal error: |runtime: |goroutine \d+ \[|created by main)/.test(line))
    .map((line) => line.replace(/^created by \S+/, "created by f"));
}

function* panics(value: unknown): Go<never> {
  yield* gosched();
  panic(value);
}

describe("fails in the words of Go", () => {
  test("every recorded case is tried here, or it is said why not", () => {
    for (const name of recorded.keys()) {
      const reasons = elsewhere.filter(({ cases }) => cases.test(name));
      expect(reasons.length + (name in programs ? 1 : 0), name).toBe(1);
    }
    expect([...recorded.keys()]).toEqual(expect.arrayContaining(Object.keys(programs)));
  });

  test.each(Object.entries(programs))("%s", (name, program) => {
    const { exitCode, errors } = run(program);
    const lines = comparable(errors.replace(/^created by \S+/gm, "created by main").split("\n"));
    const wanted = recorded.get(name)!;
    expect(exitCode).toBe(wanted.exitCode);
    // Go's text for a struct has an address in it, which was left out of the recording.
    if (name === "panic.struct") expect(lines.slice(1)).toEqual(wanted.lines);
    // Go names the stack of the thread that found out, not the goroutine's.
    else if (name === "stack.overflow") expect(lines.slice(0, 2)).toEqual(wanted.lines);
    else expect(lines).toEqual(wanted.lines);
  });
});
