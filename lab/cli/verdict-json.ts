import type { Verdict } from "#lab/judge/verdict.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Judged } from "#lab/terminal/verdict.ts";

/** The verdict as `lab check --json` prints it. What JSON cannot hold, such as NaN, is written as text. */
export function verdictJson({ entry, loaded, file }: Judged, verdict: Verdict): Record<string, unknown> {
  const { word, counterexample, mistake, growth, failure, fault, seed, path, runs, shrinks, ms } = verdict;
  const { input, check, message, stack, printed } = counterexample ?? {};
  return {
    problem: entry.slug,
    file,
    verdict: word,
    entry: Object.keys(loaded.problem.stub).join(", "),
    ...(counterexample && {
      counterexample: {
        input,
        ...("output" in counterexample && { output: faithful(counterexample.output) }),
        ...("wanted" in counterexample && { wanted: faithful(counterexample.wanted) }),
        check,
        message,
        ...(stack && { stack }),
        ...(printed !== undefined && { console: printed }),
      },
    }),
    ...(failure && { error: failure }),
    ...(fault !== undefined && { error: { message: fault } }),
    ...(mistake !== undefined && { mistake }),
    ...(growth && { growth }),
    seed,
    ...(path !== undefined && { path }),
    runs,
    shrinks,
    ms,
  };
}

function faithful(value: unknown): unknown {
  const text = notation(value);
  try {
    return notation(JSON.parse(JSON.stringify(value))) === text ? value : text;
  } catch {
    return text;
  }
}
