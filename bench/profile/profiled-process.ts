/**
 * The process that is profiled: it loads one subject uninstrumented, finds an input that keeps it busy, calls it with that
 * again and again, and hands over what V8 has seen.
 */
import { pathToFileURL } from "node:url";
import type { Module, Problem } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { endingOf } from "#lab/sandbox/ending.ts";
import { readFrame, writeFrame } from "#lab/sandbox/frames.ts";
import type { Ending } from "#lab/sandbox/outcome.ts";
import { starter } from "../engine/uninstrumented.ts";
import { apart } from "./apart.ts";
import { Calling, chooseInput, repeated } from "./calling.ts";
import type { Report, Task } from "./messages.ts";
import { recorded } from "./recorded.ts";

const channel = 3;
const exit = process.exit.bind(process);

try {
  tell(await profiled(readFrame(channel) as Task));
} catch (error) {
  tell({ type: "lab-error", stack: (error as Error).stack ?? String(error) });
}
exit(0);

function tell(report: Report): void {
  writeFrame(channel, report);
}

async function profiled({ problemFile, code, pick, kind, workloads, sizes, spend }: Task): Promise<Report> {
  const { default: problem } = (await import(pathToFileURL(problemFile).href)) as { default: Problem };
  silence();
  Math.random = seededRandom(0).next;
  tell({ type: "loading" });
  let module: Module;
  const start = starter(problem, code, pick);
  try {
    module = start();
  } catch (thrown) {
    return { type: "not-loaded", ending: endingOf(thrown) };
  }
  const missing = Object.keys(problem.stub).find((name) => typeof module[name] !== "function");
  if (missing !== undefined) return { type: "missing", name: missing };

  const begin = (workload: string, n: number): Calling => {
    tell({ type: "calling", workload, n });
    return new Calling(problem, kind === "heap" ? apart(module) : module, start, { workload, n });
  };
  const input = chooseInput(begin, workloads, sizes);
  if (!(input instanceof Calling)) return input;
  const { chosen } = input;
  tell({ type: "calling", ...chosen });
  let ended: Ending | undefined;
  const { profile, result } = recorded(kind, () => {
    try {
      return repeated(input, spend);
    } catch (thrown) {
      ended = endingOf(thrown);
      return undefined;
    }
  });
  return result
    ? { type: "profiled", profile, ...chosen, ...result }
    : { type: "failed", ending: ended!, ...chosen };
}

/** Printing is no part of the work, and nothing may come between what this process tells. */
function silence(): void {
  for (const stream of ["stdout", "stderr"])
    Object.defineProperty(process, stream, { value: { write: () => true } });
  for (const name of Object.keys(console)) Object.assign(console, { [name]: () => undefined });
}
