import { basename, join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { classify, type Point, sizesFor } from "#lab/judge/growth.ts";
import { costOf } from "#lab/judge/measure.ts";
import { judge } from "#lab/judge/judge.ts";
import { fastestOf } from "#lab/judge/trial.ts";
import { runWorkload } from "#lab/judge/workload.ts";
import { exponential } from "#lab/problem/growth.ts";
import { titles } from "#lab/terminal/verdict.ts";
import type { Subject } from "#lab/sandbox/outcome.ts";
import { Sandbox, type SandboxedFile } from "#lab/sandbox/sandbox.ts";
import type { Contender, Contest, Wanted } from "./contest.ts";
import { requireWorkloads, seed, workloadIn } from "./inputs.ts";

/** A file beside the approaches: the learner's attempt, or any other. */
export interface Own {
  readonly name: string;
  readonly file: string;
}

/** The approaches of a problem, and the learner's files, on one of its workloads: they are judged and their steps counted here. */
export async function problemContest(
  loaded: LoadedProblem,
  own: readonly Own[],
  wanted: Wanted & { readonly workload: string | undefined; readonly hidesNames: boolean },
): Promise<Contest> {
  const { problem, folder, approaches } = loaded;
  requireWorkloads(problem.workloads);
  const sandbox = new Sandbox(problem, join(folder, "problem.ts"));
  try {
    const files = new Map<string, SandboxedFile>(own.map(({ name, file }) => [name, { file }]));
    for (const [i, pick] of Object.keys(approaches).entries()) {
      const name = wanted.hidesNames ? `approach ${i + 1}` : pick;
      files.set(name, { file: join(folder, "approaches.ts"), pick });
    }
    const subjects = new Map([...files].map(([name, file]) => [name, sandbox.subject(file)]));
    const wrong = new Map<string, string>();
    for (const { name } of own) {
      wanted.tell(`judging ${name}`);
      const verdict = await judge(loaded, subjects.get(name)!, { sandbox, seed, growing: false });
      if (verdict.word !== "accepted")
        wrong.set(
          name,
          `${titles[verdict.word].toLowerCase()}; npx lab check ${basename(folder)} shows an input`,
        );
    }
    const fastest = sandbox.subject({ file: join(folder, "approaches.ts"), pick: fastestOf(loaded) });
    const right = [...subjects].filter(([name]) => !wrong.has(name));
    const workload = await hardest(
      loaded,
      right.map(([, subject]) => subject),
      fastest,
      wanted.workload,
    );
    const counted = sizesFor(problem.growth, problem.largest);
    const contenders: Contender[] = [];
    for (const [name, file] of files) {
      const source = {
        kind: "solution",
        problemFile: join(folder, "problem.ts"),
        workload,
        ...file,
      } as const;
      const mine = own.some((each) => each.name === name) ? ({ own: true } as const) : {};
      const refused = wrong.get(name);
      if (refused !== undefined) {
        contenders.push({ name, source, wrong: refused, steps: new Map(), ...mine });
        continue;
      }
      wanted.tell(`counting the steps of ${name}`);
      const counts = await stepsOf(subjects.get(name)!, counted);
      contenders.push({ name, source, ...mine, ...counts });
    }
    const sizes = wanted.sizes ?? counted.filter((_, i) => (counted.length - 1 - i) % 2 === 0);
    const otherWorkloads = Object.keys(problem.workloads).filter((name) => name !== workload);
    return { title: workload, sizes, contenders, bars: [], otherWorkloads };

    async function stepsOf(
      subject: Subject,
      at: readonly number[],
    ): Promise<Omit<Contender, "name" | "source">> {
      const steps = new Map<number, number>();
      const points: Point[] = [];
      const growth = (): Pick<Contender, "growth"> =>
        points.length >= fewest ? { growth: classify(points) } : {};
      for (const n of [...new Set([...at, ...(wanted.sizes ?? [])])].sort((a, b) => a - b)) {
        if (wanted.signal.aborted) break;
        const measured = await runWorkload({ problem, subject, fastest, seed }, workload, n);
        if (measured.refusal) return { wrong: `wrong on this workload at n = ${n}`, steps };
        if (measured.ranOut) return { ...growth(), steps, largest: [...steps.keys()].at(-1) ?? 0 };
        steps.set(n, measured.outcome.steps);
        if (at.includes(n))
          points.push({ n, cost: costOf(problem, measured.outcome, n, measured.outcome.steps) });
      }
      return { ...growth(), steps };
    }
  } finally {
    sandbox.close();
  }
}

const fewest = 4;

/** The workload on which these subjects take the most steps altogether, or the one that is asked for. */
async function hardest(
  { problem }: LoadedProblem,
  subjects: readonly Subject[],
  fastest: Subject,
  asked: string | undefined,
): Promise<string> {
  if (asked !== undefined) return workloadIn(problem.workloads, asked);
  const names = Object.keys(problem.workloads);
  const n = exponential.includes(problem.growth) ? 8 : Math.min(256, problem.largest ?? 256);
  let most = -1;
  let worst = names[0]!;
  for (const name of names) {
    let sum = 0;
    for (const subject of subjects) {
      const { outcome } = await runWorkload({ problem, subject, fastest, seed }, name, n);
      sum += Math.log(Math.max(1, outcome.steps));
    }
    if (sum > most) [most, worst] = [sum, name];
  }
  return worst;
}
