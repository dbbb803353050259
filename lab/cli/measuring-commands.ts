import { InvalidArgumentError, type Command } from "commander";
import { aName } from "./arguments.ts";
import type { BenchOptions } from "./bench.ts";

/** Commands that measure. */
export function addMeasuringCommands(lab: Command): void {
  lab
    .command("bench")
    .description("compare the approaches to a problem and your attempt, or a pattern with its peers")
    .argument(
      "[name]",
      `a problem or pattern: ${aName}; left out with --compare <file>: what was recorded there`,
    )
    .option("--thorough", "seven fresh processes for each contender instead of three, and longer samples")
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
}

function sizes(text: string, before: readonly number[] = []): number[] {
  const given = text.split(",").map((part) => Number(part.replaceAll(/[_ ]/g, "")));
  if (given.some((n) => !Number.isSafeInteger(n) || n < 1))
    throw new InvalidArgumentError("sizes are positive integers.");
  return [...new Set([...before, ...given])].sort((a, b) => a - b);
}
