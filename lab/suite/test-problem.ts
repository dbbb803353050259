import fc from "fast-check";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { judge } from "#lab/judge/judge.ts";
import { measureGrowth } from "#lab/judge/measure.ts";
import { recognise } from "#lab/judge/recognise.ts";
import { type Refusal, refusalOf } from "#lab/judge/refusal.ts";
import { fastestOf } from "#lab/judge/trial.ts";
import { sizesFor } from "#lab/judge/growth.ts";
import { growths } from "#lab/problem/growth.ts";
import { notation } from "#lab/problem/notation.ts";
import { blocksOf, readNote } from "#lab/notes/note.ts";
import { printedBy } from "#lab/notes/run-block.ts";
import { illegal } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { inProcess, runHere } from "#lab/sandbox/in-process.ts";
import type { Subject } from "#lab/sandbox/outcome.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { outputsOf } from "./outputs.ts";
import { foundByGenerated, mistakeSubject } from "./unaided.ts";

const seed = 20_260_101;
/** Reference solutions are known well enough to tell their growth from smaller sizes than an attempt's. */
const enoughSteps = 7e5;

/** What every problem must keep to, each approach, law and mistake as a test of its own name. */
export function testProblem(parts: {
  folder: string;
  problem: unknown;
  approaches: unknown;
  mistakes: unknown;
}): void {
  const loaded = parts as LoadedProblem;
  const { folder, problem, approaches, mistakes } = loaded;
  if (Object.keys(approaches).length === 0 || problem.examples.length === 0) {
    test(basename(folder), () => expect.unreachable("it has no approach or no example yet: npx lab doctor"));
    return;
  }
  const sandbox = new Sandbox(problem, join(folder, "problem.ts"));
  const sandboxed = (file: string, pick?: string): Subject =>
    sandbox.subject({ file: join(folder, file), ...(pick && { pick }) });
  const obvious = Object.values(approaches)[0]!;
  const wanted = (input: unknown[]): unknown => {
    const [outcome] = runHere(problem, obvious, { input, seed, times: 1 });
    return outcome?.kind === "returned"
      ? outcome.output
      : expect.unreachable(`the obvious approach: ${JSON.stringify(outcome)}`);
  };
  afterAll(() => {
    sandbox.close();
  });

  describe(basename(folder), () => {
    test("the stub is not implemented, and the first example is shown", async () => {
      const verdict = await judge(loaded, sandboxed("stub.ts"), { sandbox, seed });
      expect(verdict).toMatchObject({
        word: "not-implemented",
        counterexample: { input: problem.examples[0]!.input },
      });
    });

    test.each(problem.examples.map((example, i) => [i + 1, example] as const))(
      "example %i is legal and right",
      (_i, { input, output }) => {
        expect(illegal(problem, input)).toBeUndefined();
        const outcome = { kind: "returned", output, steps: 0, uses: 0, ms: 0, printed: "" } as const;
        const answer = wanted(input);
        const refusal = refusalOf(problem, input, [outcome], answer);
        const says = `problem.ts says ${notation(output)}, the obvious approach says ${notation(answer)}`;
        expect(refusal?.counterexample.check, says).toBeUndefined();
      },
    );

    test("generated inputs are legal", () => {
      fc.assert(
        fc.property(problem.inputs, (input) => {
          expect(illegal(problem, input), notation(input)).toBeUndefined();
        }),
        { seed, numRuns: 300 },
      );
    });

    describe("approaches", () => {
      test.each(Object.entries(approaches))("%s is accepted", async (_name, approach) => {
        const verdict = await judge(loaded, inProcess(problem, approach), { sandbox, seed, growing: false });
        expect(verdict).toMatchObject({ word: "accepted" });
      });

      const measurable = Object.keys(problem.workloads).length > 0;
      test.each(measurable ? Object.entries(approaches) : [])("%s grows as it says", async (name, { growth }) => {
        const subject = sandboxed("approaches.ts", name);
        const fastest = name === fastestOf(loaded) ? subject : sandboxed("approaches.ts", fastestOf(loaded));
        const asDeclared = { ...problem, growth };
        const measured = await measureGrowth({ problem: asDeclared, subject, fastest, seed, enoughSteps });
        if ("refusal" in measured) expect.unreachable(notation(measured.refusal));
        const { workload } = measured.growth;
        expect(measured.growth.measured, `measured on the workload "${workload}"`).toBe(growth);
      });

      test("one of them reaches the growth that is asked for", () => {
        const { growth } = approaches[fastestOf(loaded)]!;
        expect(growths.indexOf(growth)).toBeLessThanOrEqual(growths.indexOf(problem.growth));
      });
    });

    describe("laws", () => {
      const outputs = outputsOf(problem.returns);

      test.each(Object.entries(problem.checks))(
        "%s: can be broken, and copes with any output",
        (name, holds) => {
          let broken = Object.values(mistakes).some(({ law }) => law === name);
          fc.assert(
            fc.property(problem.inputs, outputs, (input, output) => {
              if (!holds(output, input, wanted(input))) broken = true;
            }),
            { seed, numRuns: 200 },
          );
          expect(broken, "no output broke it: it asks nothing, or an earlier law asks it").toBe(true);
        },
      );
    });

    describe("mistakes", () => {
      const subject = (name: string): Subject => mistakeSubject(loaded, sandbox, name);
      const refusal = async (name: string): Promise<Refusal | undefined> => {
        const { input } = mistakes[name]!;
        const outcomes = await subject(name).run({ input, seed, budget: 1e7, times: 2, seconds: 1 });
        return refusalOf(problem, input, outcomes, wanted(input));
      };

      test.each(Object.entries(mistakes))("%s: refused by its law", async (name, { input, law }) => {
        expect(illegal(problem, input)).toBeUndefined();
        const refused = await refusal(name);
        const how = refused
          ? "another law is broken first"
          : `${notation(input)} does not show it: the answer is right`;
        expect(refused?.counterexample.check, how).toBe(law);
      });

      test.each(Object.keys(mistakes))("%s: found by generated inputs", async (name) => {
        expect(await foundByGenerated(loaded, subject(name), { sandbox, seed })).toBe(true);
      });

      test.each(Object.keys(mistakes))("%s: recognised", async (name) => {
        const refused = await refusal(name);
        const inChild = (other: string): Subject => sandboxed("mistakes.ts", other);
        const word = refused?.word ?? expect.unreachable("its own input does not show it");
        const twin = await recognise(loaded, word, subject(name), inChild);
        expect(
          twin,
          `it answers every probe as "${twin}" does: drop one, or give it an input where they differ`,
        ).toBe(name);
      });
    });

    const notes = readNote(join(folder, "NOTES.md"));
    const printing = blocksOf(notes).filter(
      ({ language, output }) => language === "ts" && output !== undefined,
    );
    test.for(printing)(
      "the block in line $line of the notes prints what stands below it",
      ({ text, output }) => {
        expect(printedBy(text, notes.path).trimEnd()).toBe(output);
      },
    );

    test.each(Object.entries(problem.workloads))("workload %s is legal at every size", (_name, workload) => {
      for (const n of sizesFor(problem.growth, problem.largest)) {
        expect(illegal(problem, workload(n, seededRandom(seed)))).toBeUndefined();
      }
    });
  });
}
