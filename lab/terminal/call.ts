import type { Tried } from "#lab/judge/trial.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { caseLines } from "./input.ts";
import { shortened } from "./path.ts";
import type { Row } from "./rows.ts";
import { bold, green } from "./style.ts";
import { type Judged, verdictLines } from "./verdict.ts";

/** What came back for one input, beside what is wanted. A stub has nothing to show. */
export function callLines(judged: Judged, input: unknown[], { outcomes, wanted, refusal }: Tried): string[] {
  const { entry, loaded, file } = judged;
  if (refusal?.word === "not-implemented")
    throw new UsageError(`${refusal.counterexample.message}; write it in ${shortened(file)} first`);
  if (refusal) return verdictLines(judged, { ...refusal, seed: 0, runs: 1, shrinks: 0, ms: 0 });
  const [first] = outcomes;
  const printed = first?.printed ?? "";
  const shown = { input, wanted, ...(first?.kind === "returned" && { output: first.output }) };
  const below: Row[] = printed === "" ? [] : [["printed", printed.trimEnd()]];
  return [bold(green(`${entry.slug}: right`)), "", ...caseLines(loaded.problem, shown, below)];
}
