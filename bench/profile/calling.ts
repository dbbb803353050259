import { copied, seed } from "#bench/engine/inputs.ts";
import { illegal, type Module, type Problem, type Tools } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import type { Ending } from "#lab/sandbox/outcome.ts";
import { perform } from "#lab/sandbox/perform.ts";
import type { Calls, Chosen, Report } from "./messages.ts";

/** A subject, and one input to call it with as often as one likes. */
export class Calling {
  readonly chosen: Chosen;
  /** Why the input is not legal. */
  readonly wrong: string | undefined;
  private readonly problem: Problem;
  private readonly module: Module;
  private readonly tools: Tools<Module>;
  private readonly input: unknown[];
  /** For all calls, as long as they leave it as it was: copying may take longer than the call. */
  private shared: unknown[] | undefined;
  /** Milliseconds in all calls, with what the problem's `call` makes of the input. */
  spent = 0;

  constructor(problem: Problem, module: Module, fresh: () => Module, chosen: Chosen) {
    this.problem = problem;
    this.module = module;
    this.chosen = chosen;
    const { workload, n } = chosen;
    this.input = problem.workloads[workload]!(n, seededRandom(seed + n));
    this.wrong = illegal(problem, this.input);
    const nothing = (): void => undefined;
    this.tools = { fresh, counted: (api) => api, keeps: nothing, during: nothing };
  }

  /** Calls it, and finds out how it ends and whether it leaves its input as it was. */
  first(): Ending {
    const { problem, module, input } = this;
    const given = copied(input);
    const start = performance.now();
    const { ending } = perform(problem, module, given, this.tools.fresh);
    this.spent += performance.now() - start;
    if (JSON.stringify(given) === JSON.stringify(input)) this.shared = given;
    return ending;
  }

  /** Calls it so often; throws what it throws. */
  again(times = 1): void {
    for (let left = times; left > 0;) {
      const given = this.shared ?? copied(this.input);
      const start = performance.now();
      do this.problem.call(this.module, given, this.tools);
      while (--left > 0 && this.shared);
      this.spent += performance.now() - start;
    }
  }
}

/** A call that takes so many milliseconds is long enough: the lab's own work beside it hardly counts. */
const longEnough = 5;
/** After a first call as long as this, nobody waits for a second one to compare it with. */
const veryLong = 500;

/**
 * The workload that takes longest at the first size where one takes long enough. At each size every workload is called: what
 * fails, or is not legal, is the answer.
 */
export function chooseInput(
  begin: (workload: string, n: number) => Calling,
  workloads: readonly string[],
  sizes: readonly number[],
): Calling | Report {
  let longest: { calling: Calling; ms: number } | undefined;
  for (const n of sizes) {
    longest = undefined;
    for (const workload of workloads) {
      const calling = begin(workload, n);
      if (calling.wrong !== undefined) return { type: "illegal", workload, n, why: calling.wrong };
      const ending = calling.first();
      if (!hasRun(ending)) return { type: "failed", workload, n, ending };
      let ms = calling.spent;
      if (ms < veryLong) {
        calling.again();
        ms = Math.min(ms, calling.spent - ms);
      }
      if (!longest || ms > longest.ms) longest = { calling, ms };
    }
    if (longest!.ms >= longEnough) break;
  }
  return longest!.calling;
}

/** It has done its work, be the answer right or wrong. A promise has only begun. */
function hasRun(ending: Ending): boolean {
  if (ending.kind === "not-plain") return ending.what !== "a promise";
  return ending.kind === "returned" || ending.kind === "changed-input";
}

/** Copying inputs may take longer than the calls, but not for ever. */
const altogether = 4;

/** Calls until about so many milliseconds were spent in the calls. */
export function repeated(calling: Calling, spend: number): Calls {
  const before = calling.spent;
  const end = performance.now() + altogether * spend;
  let calls = 0;
  let times = 1;
  for (let now = performance.now(); now < end && calling.spent - before < spend;) {
    calling.again(times);
    calls += times;
    const since = now;
    now = performance.now();
    // Looking at the clock is to take no part of the time.
    if (now - since < 1) times *= 2;
  }
  return { calls, ms: calling.spent - before };
}
