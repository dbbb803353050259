import type { Command } from "commander";

/** Commands for those who write problems. */
export function addAuthoringCommands(lab: Command): void {
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
}
