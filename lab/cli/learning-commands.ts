import type { Command } from "commander";
import { aName, asApproach, integer } from "./arguments.ts";
import type { InterviewOptions } from "./interview.ts";
import type { NotesOptions } from "./notes.ts";

/** Commands for help, and for learning beside the solving. */
export function addLearningCommands(lab: Command): void {
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
}
