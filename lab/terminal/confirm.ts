import { UsageError } from "#lab/problem/usage-error.ts";
import { asked } from "./question.ts";
import { sentence } from "./rows.ts";

/** Somebody sits there: what is shown is read, and keys are pressed. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Says what is to be known and asks; `yes` is the answer given with the command. To leave it is a no. Without a terminal it
 * refuses, since nobody could answer.
 */
export async function confirmed(fact: string, question: string, yes = false): Promise<boolean> {
  if (yes) return true;
  if (!hasTerminal()) throw new UsageError(`${fact}; without a terminal to ask in, --yes goes on`);
  const { confirm } = await import("@inquirer/prompts");
  // The prompt itself breaks lines in the middle of words.
  console.log(sentence(`${fact}.`));
  return (await asked((context) => confirm({ message: question, default: false }, context))) ?? false;
}
