import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Contest, Wanted } from "./contest.ts";
import { ContenderProcess } from "./contender.ts";
import { comparisonsIn, type Source } from "./entrant.ts";
import { patternContest } from "./pattern-contest.ts";
import { compared, type Compared, type Standing } from "./result.ts";
import { type Effort, measured } from "./schedule.ts";

const file = fileURLToPath(new URL("fixtures/contenders.ts", import.meta.url));
const brief: Effort = { sets: 2, rounds: 2, sampleMs: 1, warmMs: 1, callMs: 40, sizeMs: 100 };
const silent = { signal: new AbortController().signal, tell: () => undefined };
const wanted: Wanted = { ...silent, callMs: brief.callMs };

async function contestOf(number: number, changed: Partial<Wanted> = {}): Promise<Contest> {
  const comparison = (await comparisonsIn(file))[number]!;
  return patternContest(file, [number, comparison], { ...wanted, ...changed });
}

function source(comparison: number, contender: string): Source {
  return { kind: "pattern", file, comparison, contender };
}

describe("contenders with everything that can go wrong", () => {
  let contest: Contest;
  let result: Compared;
  const named = (name: string): Standing => result.contenders.find((one) => one.name === name)!;

  beforeAll(async () => {
    contest = await contestOf(0);
    const right = contest.contenders.filter(({ wrong }) => wrong === undefined);
    result = compared(contest, await measured(right, contest.sizes, brief, silent));
  }, 60_000);

  test("one with a different answer is not measured, and both answers are told", () => {
    expect(named("one too many").wrong).toMatch(/^answers \d+ at n = 8, where first answers \d+$/);
    expect(named("wrong from 32 on").wrong).toMatch(/^answers \d+ at n = 32, /);
    expect(named("one too many").points).toEqual([]);
  });

  test("one that throws is not measured, and what it threw is told", () => {
    expect(named("throws at 64").wrong).toBe("throws at n = 64: Error: 64 is too much for me");
  });

  test("one that ends its process is measured up to where it does", () => {
    expect(named("exits at 32").points.map(({ n }) => n)).toEqual([8, 16]);
    expect(named("exits at 32").leftOut?.n).toBe(32);
  });

  test("one that never answers keeps nobody waiting", () => {
    expect(named("never answers").points).toEqual([]);
    expect(named("never answers").leftOut?.n).toBe(8);
  });

  test("the others are measured at all sizes, in as many processes as were asked for", () => {
    for (const name of ["first", "nested"]) {
      expect(named(name).points.map(({ n }) => n)).toEqual([8, 16, 32, 64]);
      for (const { ms, processes } of named(name).points) {
        expect(processes.length).toBe(brief.sets);
        expect(ms).toBeGreaterThan(0);
      }
    }
  });

  test("steps are counted, the same ones each time, and their growth is named", async () => {
    const steps = named("nested").points.map((point) => point.steps!);
    expect(steps[3]! / steps[2]!).toBeGreaterThan(3.5);
    expect(named("nested").growth).toBe("n²");
    expect(named("first").growth).toBe("n");
    const again = await contestOf(0, { sizes: [64] });
    expect(again.contenders.find(({ name }) => name === "nested")!.steps.get(64)).toBe(steps[3]);
  }, 60_000);

  test("memory counts buffers, per call and held", () => {
    const eightThousand = named("allocates a thousand numbers").points[0]!.allocated!;
    expect(eightThousand).toBeGreaterThan(7900);
    expect(eightThousand).toBeLessThan(12_000);
    expect(named("first").points[0]!.held).toBeDefined();
    expect(named("nested").points[0]!.held).toBeUndefined();
  });

  test("bars are judged", () => {
    expect(result.bars.map(({ met }) => met)).toEqual([true, false, false]);
    expect(result.bars[2]!.ratio).toBeUndefined();
  });
});

test("a contender that changes its input gets a copy for each call", async () => {
  const contest = await contestOf(1);
  expect(contest.contenders.map(({ wrong }) => wrong)).toEqual([undefined, undefined]);
});

test("what is aborted returns what there is", async () => {
  const stopping = new AbortController();
  let told = 0;
  const series = await measured([{ name: "first", source: source(0, "first") }], [8, 16, 32, 64], brief, {
    signal: stopping.signal,
    tell: ({ n }) => {
      told++;
      if (n === 32) stopping.abort();
    },
  });
  expect([...series[0]!.samples.keys()]).toEqual([8, 16]);
  expect(told).toBeGreaterThan(2);
});

test("what the optimizer does to a contender changes no step", async () => {
  const process = new ContenderProcess(source(0, "a small function for each"), { counting: true });
  const counts = [];
  for (let call = 0; call < 8; call++) counts.push(await process.ask({ type: "steps", n: 64 }, 20));
  process.end();
  expect(counts[0]).toMatchObject({ type: "steps" });
  expect(new Set(counts.map((count) => JSON.stringify(count))).size).toBe(1);
}, 60_000);

describe("a contender's process", () => {
  test("is killed when it takes longer than it may, and says so to whoever asks again", async () => {
    const process = new ContenderProcess(source(0, "never answers"));
    const lost = { type: "lost", why: "there was no answer after 0.2 s" };
    expect(await process.ask({ type: "prepare", n: 8, warmMs: 1 }, 0.2)).toEqual(lost);
    expect(await process.ask({ type: "sample", ms: 1 }, 5)).toEqual(lost);
  });

  test("tells why it ended by itself", async () => {
    const process = new ContenderProcess(source(0, "exits at 32"));
    const reply = await process.ask({ type: "prepare", n: 32, warmMs: 1 }, 10);
    expect(reply).toEqual({ type: "lost", why: "its process ended with code 3" });
  });
});
