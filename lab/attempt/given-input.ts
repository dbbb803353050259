import type { Entry } from "#lab/catalogue/catalogue.ts";
import { illegal, type Problem } from "#lab/problem/problem.ts";
import { UsageError } from "#lab/problem/usage-error.ts";

/** The input that the command line gives in LeetCode's notation; refuses what is not legal for the problem. */
export function givenInput({ slug }: Entry, problem: Problem, args: readonly string[]): unknown[] {
  const input = parsed(problem, args);
  const wrong = illegal(problem, input);
  if (wrong !== undefined) throw new UsageError(`${slug}: ${wrong}; see its README.md for what is legal`);
  return input;
}

/** Arguments from the command line: JSON, or the bare text where a string is wanted. */
function parsed(problem: Problem, args: readonly string[]): unknown[] {
  const parameters = Object.entries(problem.takes);
  return args.map((text, i) => {
    const [name, shape] = parameters[i] ?? [];
    try {
      const value: unknown = JSON.parse(text);
      return shape === "string" && typeof value !== "string" ? text : value;
    } catch {
      if (shape === "string") return text;
      throw new UsageError(
        `${name ?? `argument ${i + 1}`} is to be ${shape ?? "left out"}, but ${text} is no value in LeetCode's notation`,
      );
    }
  });
}

/**
 * One line of arguments, split at the spaces and commas that are outside brackets and strings. Names, as in LeetCode's own
 * "nums = [3,3], target = 6", are left out.
 */
export function argumentsIn(line: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let isInside = false;
  for (const token of line.match(/"(?:\\.|[^"\\])*"|[[\]]|\w+\s*=|[\s,]+|[^\s,[\]"]+|"/g) ?? []) {
    if (depth === 0 && /^([\s,]+|\w+\s*=)$/.test(token)) {
      isInside = false;
      continue;
    }
    if (token === "[") depth++;
    if (token === "]") depth--;
    if (isInside) found.push((found.pop() ?? "") + token);
    else found.push(token);
    isInside = true;
  }
  return found;
}
