/** What a program that failed prints, in Go's words and order. */
import type { End } from "./ending.ts";
import type { Goroutine } from "./goroutine.ts";
import { Dead, Runnable, Running, Syscall, Waiting } from "./goroutine.ts";
import { StackProbe } from "./operation.ts";
import { isStackOverflow, type Panic } from "./panic.ts";
import { place, programFrames } from "./place.ts";
import type { Race } from "./races.ts";
import type { World } from "./world.ts";

/** One goroutine as a report shows it. */
export interface GoroutineState {
  readonly id: number;
  /** The function it was started with. */
  readonly name: string;
  /** "running", "runnable", or what it waits for: "chan receive", "sync.Mutex.Lock" … */
  readonly state: string;
  /** Virtual nanoseconds it has waited. */
  readonly waited: number;
  /** Where it stands, innermost first: lines of a stack, the program's own. Empty before it has begun. */
  readonly stack: readonly string[];
  /** Who started it (0 for main), and where; not known for those after the first thousand. */
  readonly parent: number;
  readonly startedAt: string;
}

/** More goroutines than these are not looked into. */
const mostShown = 1000;

/** What Go would have written to standard error, without "exit status". */
export function errorText(world: World, end: End): string {
  if (end.kind === "panic") return `${panics(end.panic)}\n\n${dump([stateOf(world, end.g, end.panic)])}`;
  if (end.kind !== "fatal") return "";
  const { message, g, at } = end;
  const head = message === "stack overflow" ? "runtime: goroutine stack exceeds 1000000000-byte limit\n" : "";
  return `${head}fatal error: ${message}\n\n${dump(states(world, g, at))}`;
}

/** All that are alive; first the one at which the program ended. */
export function states(world: World, first?: Goroutine, at?: Error): GoroutineState[] {
  const all = world.alive().slice(0, mostShown);
  const others = all.filter((g) => g !== first);
  return [...(first === undefined || !all.includes(first) ? [] : [first]), ...others].map((g) =>
    stateOf(world, g, g === first ? at : undefined),
  );
}

export function raceText({ name, earlier, later, isOver }: Race): string {
  const access = ({ write }: { write: boolean }): string => (write ? "write" : "read");
  const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
  const who = ({ id }: Goroutine): string => (id === 1 ? "main goroutine" : `goroutine ${id}`);
  const lines = [
    "==================",
    "WARNING: DATA RACE",
    `${capital(access(later))} of ${name} by ${who(later.g)}:`,
    `  ${place(later.at)}`,
    "",
    `Previous ${access(earlier)} of ${name} by ${who(earlier.g)}:`,
    `  ${place(earlier.at)}`,
  ];
  const started = [
    { g: later.g, state: "running" },
    { g: earlier.g, state: isOver ? "finished" : "running" },
  ];
  for (const { g, state } of started) {
    if (g.startedAt === undefined) continue;
    lines.push("", `Goroutine ${g.id} (${state}) created at:`, `  ${place(g.startedAt)}`);
  }
  return [...lines, "=================="].join("\n");
}

/** A panic after those in whose deferred calls it began, as Go nests them. */
function panics(panic: Panic): string {
  // Since Go 1.23 the further lines of a message are indented, so that none is taken for the trace.
  const message = panic.message.replaceAll("\n", "\n\t");
  const text = `panic: ${message}${panic.recovered ? " [recovered]" : ""}`;
  return panic.during === undefined ? text : `${panics(panic.during)}\n\t${text}`;
}

function dump(all: readonly GoroutineState[]): string {
  return all
    .map(({ id, state, stack, parent, startedAt, waited }) => {
      const minutes = Math.floor(waited / 60e9);
      const lines = [`goroutine ${id} [${state}${minutes > 0 ? `, ${minutes} minutes` : ""}]:`, ...stack];
      if (parent > 0)
        lines.push(`created by ${functionIn(startedAt)} in goroutine ${parent}`, `\t${startedAt}`);
      return lines.join("\n");
    })
    .join("\n\n");
}

export function stateOf(world: World, g: Goroutine, at?: Error): GoroutineState {
  return {
    id: g.id,
    name: g.name,
    state: at === undefined ? stateText(g) : "running",
    waited: g.status === Waiting || g.status === Syscall ? world.now - g.since : 0,
    stack: programFrames(at === undefined ? stackOf(world, g) : stackAt(at)),
    parent: g.parent,
    startedAt: g.startedAt === undefined ? "" : place(g.startedAt),
  };
}

/** Of what was thrown first: a panic for an error of JavaScript's is made by the runtime, after the fact. */
function stackAt({ cause, stack = "" }: Error): string {
  if (isStackOverflow(cause)) return "";
  return cause instanceof Error ? (cause.stack ?? "") : stack;
}

function stateText({ status, reason }: Goroutine): string {
  if (status === Running) return "running";
  if (status === Runnable) return "runnable";
  return status === Syscall ? "syscall" : reason;
}

/** Asks the operation in which the goroutine is suspended; nothing of the program runs. */
function stackOf(world: World, g: Goroutine): string {
  if (g.iterator?.throw === undefined || g.status === Running || g.status === Dead) return "";
  const probe = new StackProbe();
  try {
    world.probe(g, probe);
  } catch {
    return "";
  }
  return probe.stack;
}

function functionIn(frame: string): string {
  return /^(\S+) \(/.exec(frame)?.[1] ?? "func";
}
