import { realpathSync } from "node:fs";
import { checkoutAround, root } from "#lab/catalogue/checkout.ts";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { InterviewOptions } from "./interview.ts";
import type { ListOptions } from "./list.ts";
import type { ReviewOptions } from "./next.ts";
import type { NotesOptions } from "./notes.ts";
import type { StartOptions } from "./start.ts";
import { UsageError } from "#lab/problem/usage-error.ts";

/**
 * Runs the command with these arguments and returns its exit code: 0 for done or accepted, 1 for refused, 2 for wrong use,
 * which one sentence explains, or a fault of the lab's own, which shows its stack.
 */
export async function runLab(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    refuseOtherCheckout();
    await command().parseAsync(args, { from: "user" });
    return process.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) console.error(`lab: ${error.message}`);
    else console.error(error);
    return 2;
  }
}

/** Somebody in another clone, whose node_modules lead here, would change files he does not see. */
function refuseOtherCheckout(): void {
  const here = checkoutAround(process.cwd());
  if (here === undefined || realpathSync(here) === realpathSync(root)) return;
  throw new UsageError(`this lab lies in ${root}, but you are in ${here}; run npm ci there`);
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
    .option("--line", "print each verdict on one line, file:line:column, for an editor")
    .action(async (problem: string | undefined, options: StartOptions & { line?: true }) => {
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
    .argument("[problem]", aName)
    .option("--as <approach>", asApproach)
    .option("--file <file>", "judge this file instead of your attempt")
    .option("--approach <name>", "judge a reference solution")
    .option("--seed <n>", "draw the same inputs as another time", integer)
    .option("--path <path>", "with --seed: replay one counterexample")
    .option("--line", "print the verdict on one line, file:line:column, for an editor")
    .option("--solved", "judge again what was solved before the lab's checks changed")
    .option("--json", "print the verdict as one object")
    .action(async (problem: string | undefined, options: CheckOptions & { solved?: true }) => {
      if (options.solved) {
        const { recheck } = await import("./recheck.ts");
        await recheck();
        return;
      }
      if (problem === undefined)
        throw new UsageError("check which problem? npx lab check two-sum, for example");
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
    .command("debug")
    .description(
      "call your attempt in this process, for a debugger: with what it failed on, or your arguments",
    )
    .argument("<problem>", `${aName}, or a file`)
    .argument("[arguments...]", "in LeetCode's notation; left out: the newest input that failed")
    .action(async (problem: string, args: string[]) => {
      const { debug } = await import("./debug.ts");
      await debug(problem, args);
    });

  lab
    .command("hint")
    .description("the next rung of the ladder of hints")
    .argument("<problem>", aName)
    .action(async (problem: string) => {
      const { hint } = await import("./hint.ts");
      hint(problem);
    });

  lab
    .command("notes")
    .description(
      "open the explanation in your editor, or print it; before a pass only that of your last mistake",
    )
    .argument("<name>", "a problem, topic or pattern")
    .option("--print", "print it, also where there is an editor")
    .option("--all", "all of the notes, not only what explains your last mistake")
    .option("--yes", "show the solution without asking")
    .action(async (name: string, options: NotesOptions) => {
      const { notes } = await import("./notes.ts");
      await notes(name, options);
    });

  lab
    .command("solution")
    .description("your attempts, then the approaches with their code; asks before a pass")
    .argument("<problem>", aName)
    .option("--open", "open the files in your editor instead")
    .option("--yes", "show it without asking")
    .action(async (problem: string, options: { open?: true; yes?: true }) => {
      const { solution } = await import("./solution.ts");
      await solution(problem, options);
    });

  lab
    .command("reset")
    .description("move your attempt to the archive and lay a fresh stub")
    .argument("<problem>", aName)
    .option("--as <approach>", asApproach)
    .option("--yes", "do it without asking")
    .action(async (problem: string, options: { as?: string; yes?: true }) => {
      const { reset } = await import("./reset.ts");
      await reset(problem, options);
    });

  lab
    .command("quiz")
    .description("answer discussion questions of the notes, which come again when they are due")
    .argument("[topic]", "only this topic or family of patterns, also of problems not solved yet")
    .action(async (topic: string | undefined) => {
      const { quiz } = await import("./quiz.ts");
      await quiz(topic);
    });

  lab
    .command("interview")
    .description("two problems against the clock, without hints, and a report; called again, the time left")
    .option("--difficulty <level>", "easy, medium (unless you say so) or hard")
    .option("--minutes <n>", "how long, 45 unless you say so", integer)
    .option("--seed <n>", "draw the same problems as another time", integer)
    .option("--end", "end it now, and print the report")
    .action(async (options: InterviewOptions) => {
      const { interview } = await import("./interview.ts");
      await interview(options);
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
    .argument("[part]", "only files whose path contains this, such as two-sum", "")
    .option("--fix", "write the lists that are generated")
    .action(async (part: string, options: { fix?: true }) => {
      const { doctor } = await import("./doctor.ts");
      await doctor(part, options);
    });

  return lab;
}

export interface CheckOptions {
  readonly file?: string;
  readonly approach?: string;
  readonly as?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly line?: true;
  readonly json?: true;
}

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || text.trim() === "")
    throw new InvalidArgumentError("it must be an integer.");
  return value;
}
