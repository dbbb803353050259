import { expect, test } from "vitest";
import type { Program } from "#lab/sandbox/program.ts";
import { callTree, type CallTree, functionsByTime } from "../../patterns/performance/profiling/profiling.ts";
import type { HeapNode } from "../../patterns/performance/profiling/v8-profile.ts";
import {
  foldedCpuProfile,
  foldedHeapProfile,
  type TickedNode,
  type TickedProfile,
} from "./folded-profile.ts";

const own = "/home/me/two-sum.ts";
/** In the compiled file everything stands two lines above its source. */
const program: Program = {
  code: {
    entry: own,
    modules: { [own]: "function twoSum() {\n  work();\n}" },
    resolved: {},
    olderQueues: false,
  },
  names: ["twoSum"],
  locate: (path, line, column) => (path === own ? { line: line + 2, column: column + 1 } : undefined),
};

const files = {
  own: `file://${own}`,
  lab: "file:///lab/bench/profile/calling.ts",
  node: "node:internal/console",
  lodash: "file:///lab/node_modules/lodash/lodash.js",
  builtIn: "",
};

/** "own twoSum" below its caller, a sample for each; the place is line 1 of its file. */
function profileOf(
  calls: readonly (readonly [who: string, caller: number])[],
  samples: readonly number[],
): TickedProfile {
  const nodes: (TickedNode & { children: number[] })[] = calls.map(([who], id) => {
    const [, file, functionName] = /^(\w+) (.+)$/.exec(who) as unknown as [
      string,
      keyof typeof files,
      string,
    ];
    const callFrame = { functionName, url: files[file], lineNumber: 0, columnNumber: 0 };
    return { id, callFrame, hitCount: 1, positionTicks: [{ line: 2, ticks: 1 }], children: [] };
  });
  for (const [id, [, caller]] of calls.entries()) if (id > 0) nodes[caller]!.children.push(id);
  return {
    nodes,
    startTime: 0,
    endTime: samples.length,
    samples,
    timeDeltas: samples.map((_, i) => (i === 0 ? 0 : 1)),
  };
}

/** "name self: …" with its callees in brackets; what took no time is left out. */
function shown({ frame: { functionName }, self, children }: CallTree): string {
  const below = children
    .filter(({ total }) => total > 0)
    .map(shown)
    .join(", ");
  return `${functionName} ${self}${below === "" ? "" : ` [${below}]`}`;
}

function folded(calls: Parameters<typeof profileOf>[0], samples = calls.map((_, id) => id)): string {
  return shown(callTree(foldedCpuProfile(profileOf(calls, samples), program)));
}

test("what leads to the solution is left out, and its time is the lab's", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["node run", 0],
    ["lab again", 1],
    ["builtIn parse", 2],
    ["own twoSum", 2],
  ] as const;
  expect(folded(calls, [1, 2, 3, 4, 4])).toBe("(root) 0 [(the lab and Node) 3, twoSum 2]");
});

test("what the solution calls of the lab and of Node is one frame, however many there are and whatever they call", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["own twoSum", 0],
    ["node log", 1],
    ["lab write", 2],
    ["builtIn join", 3],
    ["own toString", 4],
    ["node log", 5],
  ] as const;
  expect(folded(calls, [1, 2, 3, 4, 5, 6])).toBe(
    "(root) 0 [twoSum 1 [(the lab and Node) 3 [toString 1 [(the lab and Node) 1]]]]",
  );
});

test("built-ins and packages that the solution calls are shown, and those of the lab are not", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["own twoSum", 0],
    ["builtIn sort", 1],
    ["lodash sortBy", 1],
    ["builtIn map", 3],
    ["lab again", 0],
    ["lodash sortBy", 5],
  ] as const;
  expect(folded(calls, [2, 3, 4, 6])).toBe(
    "(root) 0 [twoSum 0 [sort 1, sortBy 1 [map 1]], (the lab and Node) 1]",
  );
});

test("a garbage collection is the lab's where the lab was at work, and so are its samples", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["own twoSum", 0],
    ["lab copy", 0],
    ["builtIn (garbage collector)", 0],
  ] as const;
  expect(folded(calls, [1, 3, 3, 2, 3, 3, 3, 1, 3])).toBe(
    "(root) 0 [twoSum 2, (the lab and Node) 4, (garbage collector) 3]",
  );
});

test("calls by different ways through the lab are put together, and nothing is lost", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["lab first", 0],
    ["own twoSum", 1],
    ["lab again", 0],
    ["own twoSum", 3],
  ] as const;
  const profile = foldedCpuProfile(profileOf(calls, [2, 4, 4, 1]), program);
  expect(shown(callTree(profile))).toBe("(root) 0 [(the lab and Node) 1, twoSum 3]");
  expect(profile.nodes.map(({ hitCount }) => hitCount).reduce((a, b) => a! + b!)).toBe(4);
  expect(profile.samples.length).toBe(profile.timeDeltas.length);
});

test("places are those of the source: functions count lines from 0, ticks from 1", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["own twoSum", 0],
    ["lodash sortBy", 1],
    ["lab log", 1],
  ] as const;
  const { nodes } = foldedCpuProfile(profileOf(calls, [1, 2, 3]), program);
  const [twoSum, sortBy, lab] = ["twoSum", "sortBy", "(the lab and Node)"].map((name) =>
    nodes.find(({ callFrame, hitCount }) => callFrame.functionName === name && hitCount === 1),
  );
  expect(twoSum).toMatchObject({
    callFrame: { url: files.own, lineNumber: 2, columnNumber: 1 },
    positionTicks: [{ line: 4, ticks: 1 }],
  });
  expect(sortBy).toMatchObject({
    callFrame: { url: files.lodash, lineNumber: 0, columnNumber: 0 },
    positionTicks: [{ line: 2, ticks: 1 }],
  });
  expect(lab).not.toHaveProperty("positionTicks");
});

test("a place that V8 does not know stays unknown", () => {
  const callFrame = { functionName: "twoSum", url: own, lineNumber: -1, columnNumber: -1 };
  const leaf = { callFrame, selfSize: 1, children: [] };
  const root = {
    callFrame: { ...callFrame, functionName: "(root)", url: "" },
    selfSize: 0,
    children: [leaf],
  };
  expect(foldedHeapProfile({ head: root }, program).head.children[0]).toMatchObject({
    callFrame: { ...callFrame, url: files.own },
  });
});

test("an allocation profile is folded alike; its files are paths, and become URLs", () => {
  const node = (
    functionName: string,
    url: string,
    selfSize: number,
    children: HeapNode[] = [],
  ): HeapNode => ({
    callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 },
    selfSize,
    children,
  });
  const { head } = foldedHeapProfile(
    {
      head: node("(root)", "", 0, [
        node("again", "/lab/bench/calling.ts", 5, [node("twoSum", own, 7, [node("sort", "", 2)])]),
      ]),
    },
    program,
  );
  expect(head.children).toMatchObject([
    { callFrame: { functionName: "(the lab and Node)" }, selfSize: 5, children: [] },
    {
      callFrame: { functionName: "twoSum", url: files.own, lineNumber: 2 },
      selfSize: 7,
      children: [{ selfSize: 2 }],
    },
  ]);
});

test("of a stack that is too deep for V8, the innermost frames hang below the root", () => {
  const calls = [
    ["builtIn (root)", 0],
    ["own twoSum", 0],
    ["own twoSum", 1],
  ] as const;
  expect(functionsByTime(foldedCpuProfile(profileOf(calls, [2]), program))[0]).toMatchObject({
    self: 1,
    total: 1,
  });
});
