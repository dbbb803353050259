/** The event log of any run tells a consistent story of each goroutine. */
import { expect, test } from "vitest";
import {
  deferring,
  type Event,
  type Go,
  go,
  goexit,
  gosched,
  int,
  makeChan,
  Mutex,
  network,
  run,
  sleep,
  syscall,
  WaitGroup,
  work,
} from "./runtime.ts";
import { EventLog } from "./events.ts";
import { Goroutine } from "./goroutine.ts";
import { manySchedules } from "./many-schedules.ts";

function* program(): Go {
  const c = makeChan(int, 2);
  const m = new Mutex();
  const wg = new WaitGroup();
  for (let i = 0; i < 8; i++) {
    yield* wg.go(function* () {
      yield* m.lock();
      yield* work(3e6);
      yield* m.unlock();
      yield* i % 2 === 0 ? c.send(i) : c.recv();
      yield* gosched();
      yield* syscall(i * 10e3);
      yield* network(5);
      yield* sleep(i);
    });
  }
  go(() =>
    deferring(function* ({ defer }) {
      defer(() => wg.wait());
      yield* goexit();
    }),
  );
  yield* wg.wait();
  go(() => makeChan(int).recv());
  yield* sleep(1);
}

/** What may follow what, for one goroutine. Computing on one of several Ps is resumed without having stopped. */
const follows: Record<Event["kind"], readonly Event["kind"][]> = {
  created: ["resumed", "stolen"],
  resumed: ["resumed", "blocked", "preempted", "yielded", "syscall", "ended"],
  blocked: ["unblocked"],
  syscall: ["unblocked"],
  unblocked: ["resumed", "stolen"],
  preempted: ["resumed", "stolen"],
  yielded: ["resumed", "stolen"],
  stolen: ["resumed", "stolen"],
  ended: [],
};

test.each(manySchedules)(
  "$name: each goroutine is created, then runs and waits in turn, and ends or is alive",
  ({ policy }) => {
    const { log, goroutines, errors } = run(program, { policy: policy(), record: true });
    expect(errors).toBe("");
    const last = new Map<number, Event>();
    const busy = new Map<number, number>();
    let time = 0;
    for (const event of log!) {
      const { kind, g, proc } = event;
      const before = last.get(g);
      if (before === undefined) expect(kind).toBe("created");
      else expect(follows[before.kind], `${before.kind} then ${kind} of ${g}`).toContain(kind);
      if (kind === "resumed") busy.set(proc, g);
      if (["blocked", "yielded", "syscall", "ended"].includes(kind)) expect(busy.get(proc)).toBe(g);
      last.set(g, event);
      time = Math.max(time, event.time);
    }
    const alive = new Set(goroutines.map(({ id }) => id));
    for (const [g, { kind }] of last) {
      // Main has returned, and counts as ended.
      expect(kind === "ended", `goroutine ${g}`).toBe(!alive.has(g));
    }
    expect(last.size).toBe(11);
  },
);

test("numbers of goroutines beyond four million are kept", () => {
  const log = new EventLog();
  const ids = [2 ** 22 - 2, 2 ** 22 - 1, 2 ** 22, 2 ** 31 - 1];
  for (const id of ids) log.unblocked(new Goroutine(id, 1, () => undefined, []), id, 7, 63);
  expect([...log].map(({ g, by, proc }) => [g, by, proc])).toEqual(ids.map((id) => [id, id, 63]));
});
