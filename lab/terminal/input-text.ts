import type { Operations } from "#lab/problem/design.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Problem } from "#lab/problem/problem.ts";

/** An input on one line: "nums = [3, 3], target = 6", or "new MinStack(), push(1), top()". Values are cut at `longest`. */
export function inputText({ takes, methods }: Problem, input: unknown[], longest: number): string {
  if (methods === undefined) {
    const names = Object.keys(takes);
    return input.map((value, i) => `${names[i] ?? ""} = ${notation(value, longest)}`).join(", ");
  }
  const [names, args] = input as Operations;
  const calls = names.map(
    (name, i) => `${name}(${args[i]!.map((arg) => notation(arg, longest)).join(", ")})`,
  );
  // The last calls are those that a shrunk script fails on.
  const shown = calls.slice(-mostCalls);
  return `${shown.length < calls.length ? "…, " : "new "}${shown.join(", ")}`;
}

const mostCalls = 8;
