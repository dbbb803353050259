import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { readNote, sectionsOf } from "#lab/notes/note.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Fault } from "./fault.ts";

/**
 * Arguments and answers of the problem's examples that its statement does not show. Scripts of calls, and answers of
 * several parts, are told in words there, and left alone.
 */
export function exampleFaults({ folder, problem }: LoadedProblem): Fault[] {
  const file = join(folder, "README.md");
  const section = sectionsOf(readNote(file)).find(({ heading }) => heading === "Examples");
  if (!section || problem.methods) return [];
  const shown = section.markdown.replaceAll(/\s+/g, "");
  const isShown = (value: unknown): boolean =>
    [notation(value, Infinity), ...(typeof value === "string" ? [value] : [])].some((text) =>
      shown.includes(text.replaceAll(/\s+/g, "")),
    );
  return problem.examples.flatMap(({ input, output }, i) => {
    const values = typeof problem.returns === "string" ? [...input, output] : input;
    const missing = values.filter((value) => !isShown(value));
    return missing.map((value) => ({
      file,
      line: section.line,
      what: `example ${i + 1} of problem.ts has ${notation(value, 80)}, which is not shown here`,
    }));
  });
}
