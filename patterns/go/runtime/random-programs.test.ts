/**
 * Random programs of channels, mutexes, wait groups and conditions, interpreted by a real Go 1.19.8 with GOMAXPROCS=1 (the
 * interpreter stands beside the data), do the same things in the same order here. Programs for which the order depends on
 * where Go's count of 61 stood are not among them.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type Chan,
  Cond,
  deferring,
  type Go,
  go,
  int,
  makeChan,
  Millisecond,
  Mutex,
  type Operation,
  otherwise,
  recover,
  recv,
  run,
  RWMutex,
  select,
  sleep,
  WaitGroup,
} from "./runtime.ts";

type Step = readonly [operation: string, argument?: number, other?: number];

interface Program {
  readonly channels: readonly number[];
  readonly functions: readonly (readonly Step[])[];
  /** "goroutine.step", as it was done, with what it received. */
  readonly log: readonly string[];
}

const programs = readFileSync(new URL("golden/go1.19.8-random-programs.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Program);

/** What the programs share; every operation says what its log entry adds. */
function operationsOn(
  channels: readonly Chan<number>[],
): Record<string, (step: Step, value: number) => Go<string>> {
  const mutexes = [new Mutex(), new Mutex()];
  const rw = new RWMutex();
  const wg = new WaitGroup();
  const cond = new Cond(mutexes[0]!);
  const silent = (operation: (step: Step, value: number) => Operation<void> | Go) =>
    function* (step: Step, value: number): Go<string> {
      yield* operation(step, value);
      return "";
    };
  return {
    send: silent(([, c], value) => channels[c!]!.send(value)),
    *recv([, c]) {
      const [value, ok] = yield* channels[c!]!.recvOk();
      return `=${value} ${ok}`;
    },
    close: silent(([, c]) => channels[c!]!.close()),
    *try([, c]) {
      const s = yield* select(recv(channels[c!]!), otherwise);
      return s.index === 0 ? `=${s.value} ${s.ok}` : "-";
    },
    *sel([, c, d]) {
      const s = yield* select(recv(channels[c!]!), recv(channels[d!]!));
      return `a${s.value}`;
    },
    lock: silent(([, m]) => mutexes[m!]!.lock()),
    unlock: silent(([, m]) => mutexes[m!]!.unlock()),
    rlock: silent(() => rw.rLock()),
    runlock: silent(() => rw.rUnlock()),
    wlock: silent(() => rw.lock()),
    wunlock: silent(() => rw.unlock()),
    add: silent(() => wg.add(1)),
    wait: silent(() => wg.wait()),
    *cwait() {
      yield* mutexes[0]!.lock();
      yield* cond.wait();
      yield* mutexes[0]!.unlock();
      return "";
    },
    signal: silent(() => cond.signal()),
    broadcast: silent(() => cond.broadcast()),
  };
}

function interpret({ channels, functions }: Program): string[] {
  const log: string[] = [];
  const operations = operationsOn(channels.map((cap) => makeChan(int, cap)));
  let started = 0;
  const perform = (f: number, id: number): Go =>
    deferring(function* (frame) {
      frame.defer(() => {
        const value = recover();
        if (value instanceof Error) log.push(`${id}.-1!${value.message}`);
      });
      for (const [i, step] of functions[f]!.entries()) {
        if (step[0] === "go") go(perform, step[1]!, ++started);
        const said = step[0] === "go" ? "" : yield* operations[step[0]]!(step, id * 100 + i);
        log.push(`${id}.${i}${said}`);
      }
    });
  run(function* () {
    go(perform, 0, 0);
    yield* sleep(30 * Millisecond);
  });
  return log;
}

test.each(programs.map((program, i): [number, Program] => [i, program]))("program %i", (_, program) => {
  expect(interpret(program)).toEqual(program.log);
});
