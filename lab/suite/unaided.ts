import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { generatedRuns } from "#lab/judge/judge.ts";
import { Search } from "#lab/judge/search.ts";
import { Trial } from "#lab/judge/trial.ts";
import { inProcess } from "#lab/sandbox/in-process.ts";
import type { Subject } from "#lab/sandbox/outcome.ts";
import type { Sandbox } from "#lab/sandbox/sandbox.ts";

/** Do generated inputs alone, without the mistakes' own and the examples, refute the subject? */
export async function foundByGenerated(
  loaded: LoadedProblem,
  subject: Subject,
  { sandbox, seed }: { sandbox: Sandbox; seed: number },
): Promise<boolean> {
  // Afresh, for those that remember what they saw.
  await subject.load();
  const trial = new Trial(loaded, subject, { sandbox, seed });
  const deadline = performance.now() + 15_000;
  const search = new Search(loaded, trial, { seed, deadline, asFound: true });
  return (await search.generated(loaded.problem.generated ?? generatedRuns)) !== undefined;
}

/** A named mistake where it can be run: in this process, or in a child if it needs one. */
export function mistakeSubject(
  { folder, problem, mistakes }: LoadedProblem,
  sandbox: Sandbox,
  name: string,
): Subject {
  const mistake = mistakes[name]!;
  if (!mistake.inChild) return inProcess(problem, mistake);
  return sandbox.subject({ file: join(folder, "mistakes.ts"), pick: name });
}
