import { describe, expect, test } from "vitest";
import type { Module, Problem } from "#lab/problem/problem.ts";
import type { Ending } from "#lab/sandbox/outcome.ts";
import { Calling, chooseInput, repeated } from "./calling.ts";

describe("the input that is profiled", () => {
  /** What a call of each workload takes in milliseconds by size; text: why the input is not legal. */
  const costs: Record<string, (n: number) => number | string | Ending> = {
    quick: (n) => n / 100,
    slow: (n) => n / 10,
    "small inputs only": (n) => (n > 50 ? "is too large" : 0),
    throwing: (n) => (n > 50 ? { kind: "threw", message: "Error: no", stack: "" } : 0),
    "promising later": (n) => (n > 50 ? { kind: "not-plain", what: "a promise" } : 0),
    wrong: () => ({ kind: "not-plain", what: "a function" }),
  };
  let begun: string[] = [];
  const begin = (workload: string, n: number): Calling => {
    begun.push(`${workload} ${n}`);
    const cost = costs[workload]!(n);
    const ms = typeof cost === "number" ? cost : 0;
    const calling = {
      chosen: { workload, n },
      wrong: typeof cost === "string" ? cost : undefined,
      spent: 0,
      first: (): Ending => {
        calling.spent += 100 + ms;
        return typeof cost === "object" ? cost : { kind: "returned", output: 0 };
      },
      again: () => (calling.spent += ms),
    };
    return calling as unknown as Calling;
  };
  const chosen = (workloads: string[], sizes: number[]): unknown => {
    begun = [];
    const result = chooseInput(begin, workloads, sizes);
    return "chosen" in result ? `${result.chosen.workload} ${result.chosen.n}` : result;
  };

  test("is that of the workload that takes longest, at the first size at which it takes 5 ms", () => {
    expect(chosen(["quick", "slow"], [10, 40, 50, 100])).toBe("slow 50");
    expect(begun.at(-1)).toBe("slow 50");
    expect(chosen(["slow", "quick"], [10, 50])).toBe("slow 50");
    expect(chosen(["quick"], [50, 500, 1000])).toBe("quick 500");
  });

  test("is as large as it can be where no call takes that long", () => {
    expect(chosen(["quick", "slow"], [8, 16, 32])).toBe("slow 32");
  });

  test("is there for wrong answers too", () => {
    expect(chosen(["wrong"], [8])).toBe("wrong 8");
  });

  test("is not there when one is not legal, or a call fails or has only begun", () => {
    expect(chosen(["quick", "small inputs only"], [8, 64])).toEqual({
      ...{ type: "illegal", workload: "small inputs only", n: 64, why: "is too large" },
    });
    expect(chosen(["throwing"], [8, 64])).toMatchObject({ type: "failed", n: 64, ending: { kind: "threw" } });
    expect(chosen(["promising later"], [8, 64])).toMatchObject({
      type: "failed",
      ending: { what: "a promise" },
    });
  });
});

describe("calls", () => {
  let given: unknown[] = [];
  const problem = {
    takes: { nums: "number[]" },
    constraints: { "no element is 13": ([nums]: [number[]]) => !nums.includes(13) },
    workloads: { ascending: (n: number) => [Array.from({ length: n }, (_, i) => i)] },
    call: (module: Module, [nums]: [number[]]) => (module.solve as (nums: number[]) => number)(nums),
  } as unknown as Problem;
  const calling = (solve: (nums: number[]) => number, n = 3): Calling =>
    new Calling(problem, { solve }, () => ({ solve }), { workload: "ascending", n });

  test("share one copy of the input as long as they leave it as it was", () => {
    given = [];
    const reading = calling((nums) => given.push(nums));
    expect(reading.first().kind).toBe("returned");
    reading.again(3);
    expect(given).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(new Set(given).size).toBe(1);
  });

  test("get a copy each where they change it", () => {
    given = [];
    const changing = calling((nums) => given.push([...nums]) + nums.splice(0).length);
    changing.first();
    changing.again(3);
    expect(given).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  test("are not made with an input that is not legal", () => {
    expect(calling(() => 0, 14).wrong).toBe('breaks the constraint "no element is 13"');
    expect(calling(() => 0, 13).wrong).toBeUndefined();
  });

  test("are repeated at least once, and as often as was counted", () => {
    let calls = 0;
    const counting = calling(() => calls++);
    for (const spend of [0.001, 5]) {
      calls = 0;
      expect(repeated(counting, spend).calls).toBe(calls);
      expect(calls).toBeGreaterThan(0);
    }
  });
});
