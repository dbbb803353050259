/**
 * The learner's side of the wall: a process that applies `call` to subjects and answers with plain data. It
 * judges nothing. It waits for each request with a blocking read, so that nothing a subject leaves behind,
 * neither timers nor changed built-ins, runs between one call and the next.
 */
import { pathToFileURL } from "node:url";
import type { Module, Problem } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { Printed } from "./console.ts";
import { endingOf } from "./ending.ts";
import { withDefault } from "./entry-points.ts";
import { readFrame, writeFrame } from "./frames.ts";
import { leetcodeNodes } from "./leetcode.ts";
import type { Reply, Request } from "./messages.ts";
import type { Ending, Outcome } from "./outcome.ts";
import { perform } from "./perform.ts";
import { newRealm, type Realm } from "./realm.ts";
import { OutOfSteps, Steps, unlimited } from "./steps.ts";

const channel = 3;
const loadingBudget = 1e7;

const { default: problem } = (await import(pathToFileURL(process.argv[2]!).href)) as { default: Problem };
const subjects = new Map<number, { realm: Realm; module: Module; fresh: () => Module }>();
const steps = new Steps();
const printed = new Printed();
let random = seededRandom(0);
/** What was thrown or rejected where nobody could catch it, since the last call began. */
let loose: unknown[] = [];

const console = printed.console();
for (const stream of ["stdout", "stderr"])
  Object.defineProperty(process, stream, { value: { write: (chunk: unknown) => printed.write(chunk) } });
const { pid } = process;
const kill = process.kill.bind(process);
/** Time on the processor: the clock would blame a solution for a busy machine. */
const cpuUsage = process.cpuUsage.bind(process);
process.kill = (target, signal) => {
  if (target !== pid) throw new Error(`kill(${target}): a solution may end no process but its own`);
  return kill(pid, signal);
};
process.on("uncaughtException", (error) => loose.push(error));
process.on("unhandledRejection", (reason) => loose.push(reason));

answer({ type: "ready" });
next();

function next(): void {
  const request = readFrame(channel) as Request | undefined;
  if (request === undefined) process.exit(0);
  try {
    if (request.type === "load") load(request);
    else run(request);
  } catch (error) {
    answer({ type: "lab-error", stack: (error as Error).stack ?? String(error) });
    setImmediate(next);
  }
}

/** When nobody listens any more, there is nothing left to do. */
function answer(reply: Reply): void {
  try {
    writeFrame(channel, reply);
  } catch {
    process.exit(0);
  }
}

function load({ subject, code, pick }: Extract<Request, { type: "load" }>): void {
  const start = (): { realm: Realm; module: Module } => {
    const realm = newRealm({
      globals: leetcodeNodes(problem),
      console,
      random: () => random.next(),
      steps,
      ...(problem.shares && { shares: problem.shares }),
    });
    const module = realm.start(code);
    return {
      realm,
      module:
        pick === undefined ? withDefault(problem, module) : ((module.default as Module)[pick] as Module),
    };
  };
  let started: ReturnType<typeof start> | undefined;
  const attempt = (): Ending => {
    started = start();
    return { kind: "returned", output: null };
  };
  guarded(attempt, 0, loadingBudget, (outcome) => {
    if (outcome.kind === "returned") {
      const { module } = started!;
      subjects.set(subject, { ...started!, fresh: () => start().module });
      answer({
        type: "loaded",
        kinds: Object.fromEntries(Object.keys(problem.stub).map((name) => [name, typeof module[name]])),
      });
    } else answer({ type: "not-loaded", outcome });
    next();
  });
}

function run({ subject, json, seed, budget, times, quiet = false }: Extract<Request, { type: "run" }>): void {
  printed.muted = quiet;
  const { realm, module, fresh } = subjects.get(subject)!;
  const outcomes: Outcome[] = [];
  const once = (): void => {
    const input = realm.parse(json) as unknown[];
    let uses = 0;
    const attempt = (): Ending => {
      const performed = perform(problem, module, input, fresh);
      ({ uses } = performed);
      return performed.ending;
    };
    guarded(attempt, seed, budget, (outcome) => {
      outcomes.push({ ...outcome, uses });
      if (outcome.kind === "returned" && outcomes.length < times) {
        once();
        return;
      }
      answer({ type: "ran", outcomes });
      next();
    });
  };
  once();
}

/**
 * Runs `attempt` within a budget, then lets one turn of the event loop pass: microtasks have run by then, and
 * promises that were rejected have been reported.
 */
function guarded(
  attempt: () => Ending,
  seed: number,
  budget: number,
  done: (outcome: Outcome) => void,
): void {
  loose = [];
  random = seededRandom(seed);
  steps.allow(budget);
  const start = cpuUsage();
  let ending: Ending;
  try {
    ending = attempt();
  } catch (thrown) {
    ending = endingOf(thrown);
  }
  const { user, system } = cpuUsage(start);
  const ms = (user + system) / 1000;
  setImmediate(() => {
    const { used, usedUp } = steps;
    steps.allow(unlimited);
    const real = loose.filter((thrown) => !(thrown instanceof OutOfSteps));
    if (usedUp) ending = { kind: "out-of-steps", budget };
    else if (real.length > 0) ending = endingOf(real[0]);
    done({ ...ending, steps: used, uses: 0, ms, printed: printed.take() });
  });
}
