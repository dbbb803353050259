import { realpathSync } from "node:fs";
import { checkoutAround, root } from "#lab/catalogue/checkout.ts";
import { Command, CommanderError } from "commander";
import { UsageError } from "#lab/problem/usage-error.ts";
import { addAuthoringCommands } from "./authoring-commands.ts";
import { addLearningCommands } from "./learning-commands.ts";
import { addMeasuringCommands } from "./measuring-commands.ts";
import { addSolvingCommands } from "./solving-commands.ts";

/**
 * Runs the command with these arguments and returns its exit code: 0 for done or accepted, 1 for refused, 2 for wrong use,
 * which one sentence explains, or a fault of the lab's own, which shows its stack.
 */
export async function runLab(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  process.stdout.on("error", leaveWithTheReader);
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

/** Who pipes into head has read enough. */
function leaveWithTheReader({ code }: NodeJS.ErrnoException): void {
  process.exit(code === "EPIPE" ? process.exitCode : 2);
}

/** Somebody in another clone, whose node_modules lead here, would change files he does not see. */
function refuseOtherCheckout(): void {
  const here = checkoutAround(process.cwd());
  if (here === undefined || realpathSync(here) === realpathSync(root)) return;
  throw new UsageError(`this lab lies in ${root}, but you are in ${here}; run npm ci there`);
}

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

  addSolvingCommands(lab);
  addLearningCommands(lab);
  addMeasuringCommands(lab);
  addAuthoringCommands(lab);
  return lab;
}
