import { scheduleIn } from "#lab/problem/observation.ts";
import type { LoadFailure, Outcome } from "./outcome.ts";
import type { Program } from "./program.ts";

/** The outcome with its stacks in terms of the source: the learner's own frames, and none of the lab's. */
export function inSource(outcome: Outcome, program: Program): Outcome {
  if (outcome.kind === "threw") return { ...outcome, stack: sourceFrames(outcome.stack, program).join("\n") };
  const schedule = outcome.kind === "returned" ? scheduleIn(outcome.output) : undefined;
  if (outcome.kind !== "returned" || schedule === undefined) return outcome;
  const located = schedule.map((row) => [...row.slice(0, 3), lineIn(row[3] ?? "", program)]);
  return { ...outcome, output: { ...(outcome.output as object), schedule: located } };
}

/** The line of the entry file at which a step was done; empty where none is known. */
function lineIn(stack: string, program: Program): string {
  const frame = sourceFrames(stack, program).find((each) => each.includes(`(${program.code.entry}:`));
  return /:(\d+):\d+\)$/.exec(frame ?? "")?.[1] ?? "";
}

/** What went wrong when a file was run from the top. */
export function loadFailure(outcome: Outcome, program: Program, file: string): LoadFailure {
  const { names: found } = program;
  switch (outcome.kind) {
    case "threw": {
      const message = outcome.message.replace(/\nRequire stack:[^]*/, "");
      const [, path, line, column] =
        /\((.*):(\d+):(\d+)\)$/.exec(sourceFrames(outcome.stack, program)[0] ?? "") ?? [];
      return {
        message,
        file: path ?? file,
        found,
        ...(line === undefined ? {} : { line: Number(line), column: Number(column) }),
      };
    }
    case "out-of-steps":
    case "no-answer":
      return { message: "it runs without end while it is loaded", file, found };
    case "out-of-memory":
      return { message: `it runs out of memory while it is loaded (${outcome.what})`, file, found };
    case "died":
      return { message: `its process ${outcome.how} while it was loaded`, file, found };
    default:
      return { message: "it cannot be loaded", file, found };
  }
}

/** "name (path:line:column)" for each frame in the program, outermost call last, at most eight; a recursion's repeated frames count once. */
function sourceFrames(stack: string, program: Program): string[] {
  const paths = Object.keys(program.code.modules);
  return stack
    .split("\n")
    .flatMap((frame) => {
      const path = paths.find((known) => frame.includes(`${known}:`));
      const [, line, column] = /:(\d+):(\d+)\)?$/.exec(frame) ?? [];
      const position = path === undefined ? undefined : program.locate(path, Number(line), Number(column));
      if (!position) return [];
      const name = /^\s*at (?:new |async )?([\w$.<>]+) \(/.exec(frame)?.[1] ?? "<anonymous>";
      return [`${name} (${path!}:${position.line}:${position.column})`];
    })
    .filter((frame, i, all) => frame !== all[i - 1])
    .slice(0, 8);
}
