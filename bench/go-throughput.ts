/**
 * The Go runtime of patterns/go beside a real Go with GOMAXPROCS=1, where one is installed: `npm run go`. Each workload runs
 * in a process of its own, by turns, five times in each; the medians count. For a machine that does nothing else.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Go,
  go,
  gosched,
  int,
  makeChan,
  nilChan,
  range,
  recv,
  run,
  type RunOptions,
  select,
  WaitGroup,
} from "../patterns/go/runtime/runtime.ts";

const senders = 10_000;
const rounds = 5;

interface Workload {
  readonly title: string;
  readonly items: number;
  /** Ours, in items per second, divided by Go's. */
  readonly atLeast?: number;
  readonly program: (n: number) => Go;
}

const workloads: Record<string, Workload> = {
  "ping-pong": { title: "ping-pong, round trips", items: 500_000, atLeast: 1, program: pingPong },
  unbuffered: { title: "unbuffered messages", items: 1_000_000, atLeast: 1, program: (n) => messages(n, 0) },
  buffered: {
    title: "buffered(128) messages",
    items: 5_000_000,
    atLeast: 0.8,
    program: (n) => messages(n, 128),
  },
  spawn: { title: "spawn and join", items: 200_000, atLeast: 0.4, program: spawnAndJoin },
  senders: { title: "10 000 senders, messages", items: 200_000, atLeast: 1, program: manySenders },
  select: { title: "select over two, messages", items: 500_000, program: choosing },
};

const [mine, name, mode] = process.argv.slice(2);
if (mine === "ours") measureOurs(workloads[name!]!, { record: mode === "recorded" });
else if (mine === "alive") measureAlive();
else compare();

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), "go-"));
  try {
    const theirs = goProgram(folder);
    console.log(
      `${"millions a second".padEnd(28)}      Go    ours   ours ÷ Go     bar   log on, times as long`,
    );
    for (const [name, { title, items, atLeast }] of Object.entries(workloads)) {
      const times = { go: [] as number[], ours: [] as number[], recorded: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        if (theirs !== undefined) times.go.push(...timesOf(theirs, [name, String(items)]));
        times.ours.push(...timesOf(process.execPath, [...self(), "ours", name, "plain"]));
        times.recorded.push(...timesOf(process.execPath, [...self(), "ours", name, "recorded"]));
      }
      const rate = (all: readonly number[]): number => items / median(all) / 1000;
      const cells = [
        theirs === undefined ? "-" : rate(times.go).toFixed(2),
        rate(times.ours).toFixed(2),
        theirs === undefined ? "-" : (rate(times.ours) / rate(times.go)).toFixed(2),
        atLeast?.toFixed(1) ?? "-",
        (median(times.recorded) / median(times.ours)).toFixed(2),
      ];
      console.log(title.padEnd(28) + cells.map((cell, i) => cell.padStart([8, 8, 12, 8, 24][i]!)).join(""));
    }
    console.log(execFileSync(process.execPath, [...self(), "alive"], { encoding: "utf8" }).trim());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The path of the compiled Go program; undefined where there is no Go. */
function goProgram(folder: string): string | undefined {
  const { status, stdout } = spawnSync("go", ["version"], { encoding: "utf8" });
  if (status !== 0) {
    console.log("There is no Go on the path, so there is nothing to compare with.");
    return undefined;
  }
  console.log(stdout.trim());
  const program = join(folder, "throughput");
  execFileSync("go", [
    "build",
    "-o",
    program,
    fileURLToPath(new URL("native/throughput.go", import.meta.url)),
  ]);
  return program;
}

function self(): string[] {
  return [...process.execArgv, import.meta.filename];
}

function timesOf(program: string, parameters: readonly string[]): number[] {
  return execFileSync(program, parameters, { encoding: "utf8" }).trim().split("\n").map(Number);
}

function measureOurs({ program, items }: Workload, options: RunOptions): void {
  // Go is compiled when it starts; V8 needs a while.
  for (let i = 0; i < 5; i++) run(() => program(items), options);
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    const { errors } = run(() => program(items), options);
    const time = performance.now() - began;
    if (errors !== "") throw new Error(errors);
    console.log(time.toFixed(3));
  }
}

/** A million goroutines that all wait at a channel. */
function measureAlive(): void {
  const n = 1_000_000;
  run(function* () {
    const c = makeChan(int);
    for (let i = 0; i < n; i++) {
      go(function* () {
        yield* c.recv();
      });
    }
    yield* gosched();
    console.log(`${n} goroutines alive: ${(process.memoryUsage().rss / 1e9).toFixed(2)} GB of memory in all`);
  });
}

function* pingPong(n: number): Go {
  const there = makeChan(int);
  const back = makeChan(int);
  go(function* () {
    for (const each = range(there); yield* each.next();) yield* back.send(each.value);
    yield* back.close();
  });
  for (let i = 0; i < n; i++) {
    yield* there.send(i);
    yield* back.recv();
  }
  yield* there.close();
}

function* messages(n: number, capacity: number): Go {
  const c = makeChan(int, capacity);
  go(function* () {
    for (let i = 0; i < n; i++) yield* c.send(i);
    yield* c.close();
  });
  for (const each = range(c); yield* each.next(););
}

function* spawnAndJoin(n: number): Go {
  const wg = new WaitGroup();
  yield* wg.add(n);
  for (let i = 0; i < n; i++) {
    go(function* () {
      yield* wg.done();
    });
  }
  yield* wg.wait();
}

function* manySenders(n: number): Go {
  const c = makeChan(int);
  const wg = new WaitGroup();
  for (let i = 0; i < senders; i++) {
    yield* wg.add(1);
    go(function* () {
      for (let j = 0; j < n / senders; j++) yield* c.send(j);
      yield* wg.done();
    });
  }
  go(function* () {
    yield* wg.wait();
    yield* c.close();
  });
  for (const each = range(c); yield* each.next(););
}

function* choosing(n: number): Go {
  let a = makeChan(int);
  let b = makeChan(int);
  for (const c of [a, b]) {
    go(function* () {
      for (let i = 0; i < n / 2; i++) yield* c.send(i);
      yield* c.close();
    });
  }
  while (!a.isNil || !b.isNil) {
    const s = yield* select(recv(a), recv(b));
    if (!s.ok) {
      if (s.index === 0) a = nilChan();
      else b = nilChan();
    }
  }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}
