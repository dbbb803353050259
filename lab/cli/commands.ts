import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { ListOptions } from "./list.ts";
import type { ReviewOptions } from "./next.ts";
import type { StartOptions } from "./start.ts";
import { UsageError } from "#lab/problem/usage-error.ts";

/**
 * Runs the command with these arguments and returns its exit code: 0 for done or accepted, 1 for refused, 2 for wrong use,
 * which one sentence explains, or a fault of the lab's own, which shows its stack.
 */
export async function runLab(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await command().parseAsync(args, { from: "user" });
    return process.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) console.error(`lab: ${error.message}`);
    else console.error(error);
    return 2;
  }
}

const aName = "its name, LeetCode number, or an unambiguous part of the name";
const asApproach = "a second approach of this name, beside the first";
const asPlain = "lines below each other instead of a screen, for screen readers";

/** The subcommands. The code of each is loaded only when it is called. */
function command(): Command {
  const lab = new Command("lab")
    .description("Practise data structures and algorithms against tests that teach.")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "lab: ")) })
    .showSuggestionAfterError()
    .allowExcessArguments()
    .action(async (_options: unknown, { args: [unknown] }: Command) => {
      if (unknown !== undefined) {
        const { nearest } = await import("#lab/terminal/nearest.ts");
        const names = lab.commands.map((command) => command.name());
        const [near] = nearest(unknown, names, 1);
        throw new UsageError(
          `there is no command "${unknown}"; ${near ? `did you mean ${near}?` : `the commands are ${names.join(", ")}`}`,
        );
      }
      const { home } = await import("./home.ts");
      await home();
    });

  lab
    .command("list")
    .description("the problems, with how far you are with each")
    .argument("[topic]", "only this topic, such as arrays")
    .option("--unsolved", "leave out what is solved")
    .option("--due", "only what is due for review")
    .option("--pattern <name>", "only what practises this pattern")
    .option("--hide-difficulty", "do not show how difficult they are")
    .option("--json", "print an array of objects")
    .action(async (topic: string | undefined, options: ListOptions) => {
      const { list } = await import("./list.ts");
      list(topic, options);
    });

  lab
    .command("start")
    .description("lay attempts/<problem>.ts, open it, and judge it on every save")
    .argument("<problem>", aName)
    .option("--as <approach>", asApproach)
    .option("--plain", asPlain)
    .action(async (problem: string, options: StartOptions) => {
      const { start } = await import("./start.ts");
      await start(problem, options);
    });

  lab
    .command("watch")
    .description("judge an attempt on every save, with a key for everything else")
    .argument("[problem]", `${aName}; left out: what comes next`)
    .option("--as <approach>", asApproach)
    .option("--plain", asPlain)
    .action(async (problem: string | undefined, options: StartOptions) => {
      const { watch } = await import("./watch.ts");
      await watch(problem, options);
    });

  lab
    .command("next")
    .description("begin what comes next: reviews that are due, then the learning path")
    .option("--plain", asPlain)
    .action(async (options: { plain?: true }) => {
      const { next } = await import("./next.ts");
      await next(options);
    });

  lab
    .command("review")
    .description("do a problem again on a fresh stub; the old attempt is archived")
    .argument("[problem]", `${aName}; left out: the one due longest`)
    .option("--list", "only say what is due today")
    .option("--plain", asPlain)
    .action(async (problem: string | undefined, options: ReviewOptions) => {
      const { review } = await import("./next.ts");
      await review(problem, options);
    });

  lab
    .command("check")
    .description("judge your attempt")
    .argument("<problem>", aName)
    .option("--as <approach>", asApproach)
    .option("--file <file>", "judge this file instead of your attempt")
    .option("--approach <name>", "judge a reference solution")
    .option("--seed <n>", "draw the same inputs as another time", integer)
    .option("--path <path>", "with --seed: replay one counterexample")
    .option("--json", "print the verdict as one object")
    .action(async (problem: string, options: CheckOptions) => {
      const { check } = await import("./check.ts");
      await check(problem, options);
    });

  lab
    .command("run")
    .description("call your attempt with arguments of your own, beside the wanted answer")
    .argument("<problem>", aName)
    .argument("<arguments...>", "in LeetCode's notation, such as '[2,7,11,15]' 9")
    .option("--file <file>", "call this file instead of your attempt")
    .action(async (problem: string, args: string[], options: { file?: string }) => {
      const { run } = await import("./run.ts");
      await run(problem, args, options);
    });

  lab
    .command("new")
    .description("for authors: lay the folder of a problem in the catalogue")
    .argument("<topic/slug>", "such as arrays/rotate-array")
    .action(async (name: string) => {
      const { newProblem } = await import("./new.ts");
      await newProblem(name);
    });

  lab
    .command("doctor")
    .description("for authors: what problems, topics, patterns and notes lack, one line each")
    .option("--fix", "write the lists that are generated")
    .action(async (options: { fix?: true }) => {
      const { doctor } = await import("./doctor.ts");
      await doctor(options);
    });

  return lab;
}

export interface CheckOptions {
  readonly file?: string;
  readonly approach?: string;
  readonly as?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly json?: true;
}

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || text.trim() === "")
    throw new InvalidArgumentError("it must be an integer.");
  return value;
}
