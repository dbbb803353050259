import { type Command, InvalidArgumentError, Option } from "commander";
import { aName, asApproach, integer } from "./arguments.ts";
import type { BenchOptions } from "./bench.ts";
import type { ProfileOptions } from "./profile.ts";
import type { TraceOptions } from "./trace.ts";

/** Commands that measure. */
export function addMeasuringCommands(lab: Command): void {
  lab
    .command("bench")
    .description("compare the approaches to a problem and your attempt, or a pattern with its peers")
    .argument(
      "[name]",
      `a problem or pattern: ${aName}; left out with --compare <file>: what was recorded there`,
    )
    .option("--thorough", "seven fresh processes for each contender instead of five, and longer samples")
    .option("--size <n...>", "only these sizes", sizes)
    .option("--workload <name>", "another of the problem's inputs")
    .option("--against <file...>", "files of yours to compare as well")
    .option("--html [file]", "write a page with plots")
    .option("--json", "print the result as one object")
    .option("--record", "write the result to bench/results/, for a later --compare")
    .option("--compare [result]", "say what is slower than in a recorded result, beyond the noise")
    .action(async (name: string | undefined, options: BenchOptions) => {
      const { bench } = await import("./bench.ts");
      await bench(name, options);
    });

  lab
    .command("profile")
    .description("where your attempt spends its time, or allocates memory: functions, lines, a flame graph")
    .argument("<problem>", aName)
    .option("--as <approach>", asApproach)
    .option("--file <file>", "profile this file instead of your attempt")
    .option("--approach <name>", "profile a reference solution")
    .option("--heap", "allocated memory instead of time")
    .option("--size <n>", "the size of the input; left out: one that keeps it busy", integer)
    .option("--workload <name>", "another of the problem's inputs; left out: the one that takes longest")
    .option("--json", "print one object")
    .action(async (problem: string, options: ProfileOptions) => {
      const { profile } = await import("./profile.ts");
      await profile(problem, options);
    });

  lab
    .command("trace")
    .description(
      "run a Go program in virtual time: how it ends, and a timeline of who ran, waited and woke whom",
    )
    .argument("<program>", "a file whose default export is main, a function*; or a pattern of the family go")
    .option("--procs <n>", "GOMAXPROCS, 1 to 64; left out: 1", procs)
    .option("--seed <n>", "for what Go leaves to chance, and for a random schedule; left out: 1", integer)
    .addOption(
      new Option(
        "--schedule <kind>",
        "as Go's scheduler does it (the default), at random, or explored: searched for one that fails",
      ).choices(["go-like", "random", "explored"]),
    )
    .option("--replay <token>", "repeat an earlier run")
    .option("--out <file>", "write the page, or the trace, here")
    .option("--json", "a Chrome trace for Perfetto instead of the page; without --out it is printed")
    .action(async (program: string, options: TraceOptions) => {
      const { trace } = await import("./trace.ts");
      await trace(program, options);
    });
}

function procs(text: string): number {
  const given = integer(text);
  if (given < 1 || given > 64) throw new InvalidArgumentError("it must be 1 to 64.");
  return given;
}

function sizes(text: string, before: readonly number[] = []): number[] {
  const given = text.split(",").map((part) => Number(part.replaceAll(/[_ ]/g, "")));
  if (given.some((n) => !Number.isSafeInteger(n) || n < 1))
    throw new InvalidArgumentError("sizes are positive integers.");
  return [...new Set([...before, ...given])].sort((a, b) => a - b);
}
