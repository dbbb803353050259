import { join } from "node:path";
import { requireWorkloads, workloadIn } from "#bench/engine/inputs.ts";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { debugProgram } from "#lab/debug/debug-program.ts";
import { sizesFor } from "#lab/judge/growth.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Ending, LoadFailure } from "#lab/sandbox/outcome.ts";
import type { Program } from "#lab/sandbox/program.ts";
import type { SandboxedFile } from "#lab/sandbox/sandbox.ts";
import { inSource, loadFailure } from "#lab/sandbox/stack.ts";
import { profiledInChild } from "./in-child.ts";
import type { Calls, Chosen, Kind } from "./messages.ts";
import { type Summary, summaryOf } from "./summary.ts";

export interface Wanted {
  readonly kind: Kind;
  readonly workload: string | undefined;
  readonly size: number | undefined;
  /** One call may take so many. */
  readonly seconds?: number;
  /** Milliseconds to spend in the calls that are profiled. */
  readonly spend?: number;
}

/** What came of profiling: a profile, or why there is none. */
export type Profiled =
  | ({ readonly type: "profiled"; readonly summary: Summary } & Chosen & Calls)
  | { readonly type: "load-error"; readonly failure: LoadFailure }
  | { readonly type: "refused"; readonly why: string; readonly stack: string; readonly isStub: boolean };

/** With fewer samples than this, a share may be off by more than five points. */
const enoughSamples = 400;
/** Nobody waits longer for them, in milliseconds. */
const longest = 5000;

/**
 * Profiles a subject on a workload of its problem. Where the lab's own work beside each call leaves too few samples, once more
 * and for longer.
 */
export async function profiled(
  loaded: LoadedProblem,
  subject: SandboxedFile,
  wanted: Wanted,
): Promise<Profiled> {
  const result = await profiledOnce(loaded, subject, wanted);
  if (result.type !== "profiled" || wanted.kind !== "cpu" || wanted.spend !== undefined) return result;
  const { summary, workload, n, ms } = result;
  if (summary.samples >= enoughSamples) return result;
  const spend = Math.min(longest, (ms * enoughSamples) / Math.max(1, summary.samples));
  return profiledOnce(loaded, subject, { ...wanted, workload, size: n, spend });
}

async function profiledOnce(
  { problem, folder }: LoadedProblem,
  { file, pick }: SandboxedFile,
  { kind, workload, size, seconds = 10, spend = 1000 }: Wanted,
): Promise<Profiled> {
  requireWorkloads(problem.workloads);
  const workloads =
    workload === undefined ? Object.keys(problem.workloads) : [workloadIn(problem.workloads, workload)];
  const program = await debugProgram(file, pick === undefined ? Object.keys(problem.stub) : []);
  if ("message" in program) return { type: "load-error", failure: program };
  const sizes = size === undefined ? sizesFor(problem.growth, problem.largest) : [size];
  const task = {
    problemFile: join(folder, "problem.ts"),
    code: program.code,
    pick,
    kind,
    workloads,
    sizes,
    spend,
  };
  const result = await profiledInChild(task, seconds);
  const failedToLoad = (ending: Ending): Profiled => ({
    type: "load-error",
    failure: loadFailure(unmeasured(ending), program, file),
  });
  switch (result.type) {
    case "profiled":
      return { ...result, summary: summaryOf(kind, result.profile, program) };
    case "not-loaded":
      return failedToLoad(result.ending);
    case "missing":
      return {
        type: "load-error",
        failure: { message: `there is no function or class ${result.name}`, file, found: program.names },
      };
    case "illegal":
      throw size === undefined
        ? new LabError(`workload "${result.workload}" at n = ${result.n}: ${result.why}`)
        : new UsageError(
            `the workload "${result.workload}" makes no legal input of size ${result.n}: it ${result.why}`,
          );
    case "failed":
      return refused(result.ending, result, program);
    case "ended":
      if (result.during?.type === "loading") return failedToLoad(result.ending);
      if (result.during?.type === "calling") return refused(result.ending, result.during, program);
      throw new LabError(`the process to be profiled did not start: ${JSON.stringify(result.ending)}`);
    default:
      throw new LabError(
        result.type === "lab-error" ? result.stack : `the process ended with "${result.type}"`,
      );
  }
}

function refused(ending: Ending, { workload, n }: Chosen, program: Program): Profiled {
  const outcome = inSource(unmeasured(ending), program);
  return {
    type: "refused",
    why: `On the workload "${workload}" with n = ${n} ${what(ending)}.`,
    stack: outcome.kind === "threw" ? outcome.stack : "",
    isStub: ending.kind === "threw" && ending.message === "Error: not implemented",
  };
}

function what(ending: Ending): string {
  switch (ending.kind) {
    case "threw":
      return `it ${ending.message.replace(/^(?!threw )/, "threw ")}${ending.during === undefined ? "" : ` in ${ending.during}`}`;
    case "no-answer":
      return `one call took more than ${ending.seconds} seconds and was stopped`;
    case "out-of-memory":
      return `it ran out of memory (${ending.what})`;
    case "died":
      return `its process ${ending.how}`;
    case "not-plain":
      return `it returned ${ending.what}, whose work had only begun`;
    default:
      return `it ended as "${ending.kind}"`;
  }
}

function unmeasured(ending: Ending): Parameters<typeof inSource>[0] {
  return { ...ending, steps: 0, uses: 0, ms: 0, printed: "" };
}
