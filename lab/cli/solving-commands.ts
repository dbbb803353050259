import type { Command } from "commander";
import { UsageError } from "#lab/problem/usage-error.ts";
import { aName, asApproach, asPlain, integer } from "./arguments.ts";
import type { CheckOptions } from "./check.ts";
import type { ListOptions } from "./list.ts";
import type { ReviewOptions } from "./next.ts";
import type { StartOptions } from "./start.ts";

/** Commands for working on problems. */
export function addSolvingCommands(lab: Command): void {
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
}
