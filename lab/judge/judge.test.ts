import fc from "fast-check";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadProblem, root } from "#lab/catalogue/catalogue.ts";
import type { Module } from "#lab/problem/problem.ts";
import { inProcess } from "#lab/sandbox/in-process.ts";
import type { Call, Outcome } from "#lab/sandbox/outcome.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { judge, type JudgeOptions } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

const twoSum = join(root, "problems/arrays/two-sum");
const loaded = await loadProblem(twoSum);
const { problem, approaches, mistakes } = loaded;
const sandbox = new Sandbox(problem, join(twoSum, "problem.ts"));
afterAll(() => sandbox.close());

/** Judges a module in this process, and notes the inputs it was called with. */
async function judged(
  module: Module,
  options: Partial<JudgeOptions> = {},
): Promise<{ verdict: Verdict; inputs: unknown[][] }> {
  const inputs: unknown[][] = [];
  const inner = inProcess(problem, module);
  const run = (call: Call): Promise<Outcome[]> => {
    inputs.push(call.input);
    return inner.run(call);
  };
  const verdict = await judge(loaded, { ...inner, run }, { sandbox, seed: 1, growing: false, ...options });
  return { verdict, inputs };
}

const right = approaches["one-pass map"]!;
const { twoSum: solve } = right as unknown as { twoSum: (nums: number[], target: number) => number[] };

/** Right up to some length, and then an element paired with itself. */
const wrongBeyond =
  (length: number) =>
  (nums: number[], target: number): number[] =>
    nums.length > length ? [0, 0] : solve(nums, target);

describe("inputs come in order:", () => {
  test("saved cases, mistakes' inputs by size, examples, then generated ones", async () => {
    const saved = [[[5, 6, 7], 13]];
    const { inputs } = await judged(right, { saved });
    const known = Object.values(mistakes).map(({ input }) => input);
    expect(inputs.slice(0, 1)).toEqual(saved);
    expect(inputs.slice(1, 1 + known.length)).toHaveLength(known.length);
    expect(new Set(inputs.slice(1, 1 + known.length).map((i) => JSON.stringify(i)))).toEqual(
      new Set(known.map((i) => JSON.stringify(i))),
    );
    expect(inputs.slice(1 + known.length, 4 + known.length)).toEqual(
      problem.examples.map(({ input }) => input),
    );
    expect(inputs.length).toBe(1 + known.length + 3 + 300);
  });

  test("saved cases that are no longer legal are left out", async () => {
    const { verdict, inputs } = await judged(right, { saved: [[[1, 1, 1], 2], ["nonsense"]] });
    expect(verdict.word).toBe("accepted");
    expect(inputs).not.toContainEqual(["nonsense"]);
  });

  test("it stops at the first that refutes", async () => {
    const { inputs } = await judged({ twoSum: () => [] });
    expect(inputs.length).toBeLessThan(30);
  });
});

describe("a counterexample found by generated inputs", () => {
  test("is made small", async () => {
    const { verdict } = await judged({ twoSum: wrongBeyond(5) });
    expect(verdict.word).toBe("wrong-answer");
    expect((verdict.counterexample!.input[0] as number[]).length).toBeLessThanOrEqual(7);
  });

  test("is found again by seed and path, and by nothing else", async () => {
    const { verdict } = await judged({ twoSum: wrongBeyond(5) }, { seed: 99 });
    const { verdict: again, inputs } = await judged(
      { twoSum: wrongBeyond(5) },
      { seed: 99, path: verdict.path },
    );
    expect(again.counterexample).toEqual(verdict.counterexample);
    expect(inputs[0]).toEqual(verdict.counterexample!.input);
  });

  test("is the same for the same seed", async () => {
    const [a, b] = await Promise.all([
      judged({ twoSum: wrongBeyond(5) }, { seed: 5 }),
      judged({ twoSum: wrongBeyond(5) }, { seed: 5 }),
    ]);
    expect({ ...a.verdict, ms: 0 }).toEqual({ ...b.verdict, ms: 0 });
    expect(a.inputs).toEqual(b.inputs);
  });
});

describe("a fault of the lab's own is a lab error:", () => {
  const fault = async (change: object): Promise<Verdict> =>
    judge({ ...loaded, ...change }, inProcess(problem, right), { sandbox, seed: 1, growing: false });

  test("an obvious approach that throws", async () => {
    const broken = {
      twoSum: () => {
        throw new Error("oh");
      },
      growth: "n",
    };
    expect(await fault({ approaches: { broken } })).toMatchObject({
      word: "lab-error",
      fault: expect.stringContaining('the approach "broken" fails') as string,
    });
  });

  test("a law that throws", async () => {
    const checks = {
      law: () => {
        throw new Error("oh");
      },
    };
    expect(await fault({ problem: { ...problem, checks } })).toMatchObject({ word: "lab-error" });
  });

  test("inputs that are never legal", async () => {
    const inputs = fc.constant([[1, 1, 1], 2]);
    expect(await fault({ problem: { ...problem, inputs } })).toMatchObject({
      word: "lab-error",
      fault: expect.stringContaining("hardly ever legal") as string,
    });
  });

  test("a child that cannot import the problem", async () => {
    const lost = new Sandbox(problem, join(twoSum, "no-such-problem.ts"));
    const file = join(twoSum, "stub.ts");
    expect(await judge(loaded, lost.subject({ file }), { sandbox: lost, seed: 1 })).toMatchObject({
      word: "lab-error",
    });
    lost.close();
  });

  test("an illegal workload", async () => {
    const workloads = { bad: () => [[1, 1, 1], 2] };
    const verdict = await judge(
      { ...loaded, problem: { ...problem, workloads } as never },
      inProcess(problem, right),
      { sandbox, seed: 1 },
    );
    expect(verdict).toMatchObject({
      word: "lab-error",
      fault: expect.stringContaining('workload "bad"') as string,
    });
  });
});

test("running out of the lab's own time is undecided, not a pass", async () => {
  const { verdict } = await judged(right, { timeLimit: 1 });
  expect(verdict.word).toBe("undecided");
});

test("a wrong answer on large inputs only is found while growth is measured", async () => {
  const { verdict } = await judged(right, { growing: inProcess(problem, { twoSum: wrongBeyond(1000) }) });
  expect(verdict).toMatchObject({ word: "wrong-answer", counterexample: { check: "two different indices" } });
  expect((verdict.counterexample!.input[0] as number[]).length).toBe(1001);
});

test("a promise, a hole and NaN never pass, whatever the checks say", async () => {
  const lenient = { ...loaded, problem: { ...problem, checks: {} } };
  for (const output of [Promise.resolve([0, 1]), [NaN], Array(2), undefined]) {
    const verdict = await judge(lenient, inProcess(problem, { twoSum: () => output }), {
      sandbox,
      seed: 1,
      growing: false,
    });
    expect(verdict.word).toBe("wrong-answer");
  }
});

test("a call that changes what it must keep is refused as input-modified", async () => {
  const keeping = {
    ...problem,
    call: (
      module: Module,
      [nums, target]: unknown[],
      { keeps }: { keeps: (read: () => unknown) => void },
    ) => {
      keeps(() => nums);
      return (module.twoSum as (n: unknown, t: unknown) => unknown)(nums, target);
    },
  };
  const sorting = {
    twoSum: (nums: number[], target: number) => {
      const found = solve(nums, target);
      nums.reverse();
      return found;
    },
  };
  const verdict = await judge(
    { ...loaded, problem: keeping as never },
    inProcess(keeping as never, sorting),
    { sandbox, seed: 1, growing: false },
  );
  expect(verdict).toMatchObject({
    word: "input-modified",
    counterexample: { check: "leaves its input as it was" },
  });
});
