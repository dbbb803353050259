import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allocationTree,
  callTree,
  type CallTree,
  foldedStacks,
  type FunctionCost,
  functionsByTime,
  functionsIn,
} from "./profiling.ts";
import type { CallFrame, CpuProfile, HeapNode, HeapProfile } from "./v8-profile.ts";

/** Calls as a reader might jot them down: who is called by whom (an earlier one), and where the samples fell. */
interface Sketch {
  readonly frames: readonly CallFrame[];
  /** The caller of each call but the first. */
  readonly callers: readonly number[];
  /** Which call each sample is of, and how long it was until the next. */
  readonly samples: readonly (readonly [call: number, time: number])[];
}

function frame(functionName: string, lineNumber = 0, url = "file:///a.ts"): CallFrame {
  return { functionName, url, lineNumber, columnNumber: 0 };
}

const root: CallFrame = { functionName: "(root)", url: "", lineNumber: -1, columnNumber: -1 };

function cpuProfile({ frames, callers, samples }: Sketch, startup = 80): CpuProfile {
  const id = (call: number): number => 3 * call + 7;
  const nodes = frames.map((callFrame, call) => {
    const children = callers.flatMap((caller, i) => (caller === call ? [id(i + 1)] : []));
    return { id: id(call), callFrame, ...(children.length > 0 && { children }) };
  });
  const startTime = 1_000;
  const endTime = samples.reduce((sum, [, time]) => sum + time, startTime + startup);
  const timeDeltas = samples.map((_, i) => (i === 0 ? startup : samples[i - 1]![1]));
  return { nodes, startTime, endTime, samples: samples.map(([call]) => id(call)), timeDeltas };
}

function heapProfile({ frames, callers, samples }: Sketch): HeapProfile {
  const nodes = frames.map((callFrame, call) => {
    const sizes = samples.map(([at, size]) => (at === call ? size : 0));
    return { callFrame, selfSize: sizes.reduce((a, b) => a + b, 0), children: [] as HeapNode[] };
  });
  for (const [i, caller] of callers.entries()) nodes[caller]!.children.push(nodes[i + 1]!);
  return { head: nodes[0]! };
}

/** The stack of each sample, outermost call first. */
function stacksOf({ frames, callers, samples }: Sketch): [stack: CallFrame[], time: number][] {
  return samples.map(([call, time]) => {
    const stack: CallFrame[] = [];
    for (let at = call; at > 0; at = callers[at - 1]!) stack.unshift(frames[at]!);
    return [[frames[0]!, ...stack], time];
  });
}

const same = (a: CallFrame, b: CallFrame): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The naive twin: every function there is, against every sample. */
function naiveFunctions(sketch: Sketch): FunctionCost[] {
  const distinct = sketch.frames.filter((one, i, all) => all.findIndex((other) => same(one, other)) === i);
  return distinct.map((one) => {
    let self = 0;
    let total = 0;
    for (const [stack, time] of stacksOf(sketch)) {
      if (same(stack.at(-1)!, one)) self += time;
      if (stack.some((other) => same(other, one))) total += time;
    }
    return { frame: one, self, total };
  });
}

/** The naive twin of the tree: a sample at a time is laid into it from the outside to the inside. */
function naiveTree(sketch: Sketch): CallTree {
  interface Node {
    frame: CallFrame;
    self: number;
    total: number;
    children: Node[];
  }
  const head: Node = { frame: sketch.frames[0]!, self: 0, total: 0, children: [] };
  const paths = sketch.frames.map((_, call): [number, number] => [call, 0]);
  for (const [[, ...stack], time] of stacksOf({ ...sketch, samples: [...paths, ...sketch.samples] })) {
    let at = head;
    at.total += time;
    for (const one of stack) {
      let child = at.children.find((known) => same(known.frame, one));
      if (!child) at.children.push((child = { frame: one, self: 0, total: 0, children: [] }));
      at = child;
      at.total += time;
    }
    at.self += time;
  }
  return head;
}

const byName = (costs: readonly FunctionCost[]): FunctionCost[] =>
  costs.toSorted((a, b) => (JSON.stringify(a.frame) < JSON.stringify(b.frame) ? -1 : 1));

/** The children of a node have no order that matters. */
function sorted({ frame, self, total, children }: CallTree): CallTree {
  return { frame, self, total, children: byName(children.map(sorted)) as CallTree[] };
}

function all(tree: CallTree): CallTree[] {
  return [tree, ...tree.children.flatMap(all)];
}

const names = ["f", "g", "", "a;b", "two\nlines", "constructor", "__proto__", "\ud800", "f:0:0"];
const anyFrame = fc.oneof(
  fc
    .tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 1 }))
    .map(([name, line]) => frame(name, line)),
  // Names and files that run into each other, and columns.
  fc.constantFrom(
    { functionName: "bc", url: "a", lineNumber: 1, columnNumber: 1 },
    { functionName: "c", url: "ab", lineNumber: 1, columnNumber: 1 },
    { functionName: "c", url: "ab", lineNumber: 11, columnNumber: 1 },
    { functionName: "c", url: "ab", lineNumber: 1, columnNumber: 11 },
  ),
);
const sketches: fc.Arbitrary<Sketch> = fc
  .array(fc.tuple(anyFrame, fc.nat()), { maxLength: 60 })
  .chain((calls) =>
    fc.record({
      frames: fc.constant([root, ...calls.map(([callFrame]) => callFrame)]),
      callers: fc.constant(calls.map(([, caller], i) => caller % (i + 1))),
      samples: fc.array(fc.tuple(fc.integer({ min: 0, max: calls.length }), fc.nat(5_000)), {
        minLength: 1,
        maxLength: 120,
      }),
    }),
  );

/** Every tree of up to `most` calls of the functions, the root among them; call i is sampled once, for 2ⁱ. */
function* smallWorld(functions: readonly CallFrame[], most: number): Generator<Sketch> {
  function* grow(frames: CallFrame[], callers: number[]): Generator<Sketch> {
    yield { frames, callers, samples: frames.map((_, call) => [call, 2 ** call]) };
    if (frames.length === most) return;
    for (const next of functions)
      for (let caller = 0; caller < frames.length; caller++)
        yield* grow([...frames, next], [...callers, caller]);
  }
  for (const first of functions) yield* grow([first], []);
}

function chain(n: number, functions: readonly CallFrame[]): Sketch {
  const frames = Array.from({ length: n }, (_, i) => (i === 0 ? root : functions[i % functions.length]!));
  return {
    frames,
    callers: frames.slice(1).map((_, i) => i),
    samples: [
      [n - 1, 5],
      [0, 2],
    ],
  };
}

const everySmallTree = [...smallWorld([frame("f"), frame("g")], 5)];

describe("what a profile says is what one reads off it sample by sample:", () => {
  test("functions and tree, for every tree of up to five calls of two functions", () => {
    expect(everySmallTree.length).toBe(2 + 4 + 16 + 96 + 768);
    for (const sketch of everySmallTree) {
      expect(byName(functionsByTime(cpuProfile(sketch)))).toEqual(byName(naiveFunctions(sketch)));
      expect(sorted(callTree(cpuProfile(sketch)))).toEqual(sorted(naiveTree(sketch)));
    }
  });

  test("functions and tree, for random ones with names that are hard to keep apart", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        expect(byName(functionsByTime(cpuProfile(sketch)))).toEqual(byName(naiveFunctions(sketch)));
        expect(sorted(callTree(cpuProfile(sketch)))).toEqual(sorted(naiveTree(sketch)));
      }),
    );
  });

  test("an allocation profile with the same numbers gives the same tree and functions", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const tree = allocationTree(heapProfile(sketch));
        expect(tree).toEqual(callTree(cpuProfile(sketch)));
        expect(functionsIn(tree)).toEqual(functionsByTime(cpuProfile(sketch)));
      }),
    );
  });
});

describe("self and total:", () => {
  test("self adds up to the time from the first sample to the end, which is the total of the root", () => {
    fc.assert(
      fc.property(sketches, fc.nat(100_000), (sketch, startup) => {
        const profile = cpuProfile(sketch, startup);
        const seen = profile.endTime - profile.startTime - startup;
        expect(functionsByTime(profile).reduce((sum, { self }) => sum + self, 0)).toBe(seen);
        expect(callTree(profile).total).toBe(seen);
      }),
    );
  });

  test("in a tree, total is self and the totals of the children, and no two children are the same function", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        for (const { self, total, children } of all(callTree(cpuProfile(sketch)))) {
          expect(children.reduce((sum, child) => sum + child.total, self)).toBe(total);
          expect(new Set(children.map((child) => JSON.stringify(child.frame))).size).toBe(children.length);
        }
      }),
    );
  });

  test("no function has more self than total, or more total than there is", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { total: everything } = callTree(cpuProfile(sketch));
        for (const { self, total } of functionsByTime(cpuProfile(sketch)))
          expect(0 <= self && self <= total && total <= everything).toBe(true);
      }),
    );
  });

  test("recursion is counted once, also where another function comes between", () => {
    const [f, g] = [frame("f"), frame("g")];
    const sketch: Sketch = {
      frames: [root, f, g, f, f],
      callers: [0, 1, 2, 3],
      samples: [
        [4, 10],
        [2, 1],
      ],
    };
    expect(functionsByTime(cpuProfile(sketch))).toEqual([
      { frame: f, self: 10, total: 11 },
      { frame: g, self: 1, total: 11 },
      { frame: root, self: 0, total: 11 },
    ]);
  });

  test("the same function called one after the other counts each time", () => {
    const [f, g] = [frame("f"), frame("g")];
    const sketch: Sketch = {
      frames: [root, f, g, f],
      callers: [0, 0, 2],
      samples: [
        [1, 10],
        [3, 5],
      ],
    };
    expect(functionsByTime(cpuProfile(sketch))[0]).toEqual({ frame: f, self: 15, total: 15 });
  });

  test("functions come by self, then by total, then as the tree has them, and children as the profile has them", () => {
    const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((name) => frame(name));
    const sketch: Sketch = {
      frames: [root, a!, b!, c!, d!, e!],
      callers: [0, 0, 0, 3, 3],
      samples: [
        [1, 3],
        [2, 3],
        [3, 3],
        [4, 8],
        [5, 3],
      ],
    };
    const inOrder = functionsByTime(cpuProfile(sketch)).map(({ frame }) => frame.functionName);
    expect(inOrder).toEqual(["d", "c", "a", "b", "e", "(root)"]);
    expect(callTree(cpuProfile(sketch)).children.map(({ frame }) => frame)).toEqual([a, b, c]);
  });
});

describe("time:", () => {
  const [f, g] = [frame("f"), frame("g")];
  const nodes = [
    { id: 1, callFrame: root, children: [2, 3] },
    { id: 2, callFrame: f },
    { id: 3, callFrame: g },
  ];
  const timeOf = (profile: Partial<CpuProfile>): number[] =>
    callTree({
      nodes,
      startTime: 0,
      endTime: 100,
      samples: [2, 3],
      timeDeltas: [0, 0],
      ...profile,
    }).children.map(({ self }) => self);

  test("a sample stands for the time until the next one, the last for the time until the end", () => {
    expect(timeOf({ samples: [2, 3, 2], timeDeltas: [40, 10, 20] })).toEqual([10 + 30, 20]);
  });

  test("samples that are out of order are put in order; those of the same moment keep theirs", () => {
    expect(timeOf({ samples: [2, 3, 2], timeDeltas: [50, -10, 30] })).toEqual([20 + 30, 10]);
    expect(timeOf({ samples: [2, 3], timeDeltas: [50, 0] })).toEqual([0, 50]);
    fc.assert(
      fc.property(sketches, fc.infiniteStream(fc.nat()), (sketch, keys) => {
        const profile = cpuProfile({
          ...sketch,
          samples: sketch.samples.map(([call, time]) => [call, time + 1]),
        });
        let at = profile.startTime;
        const taken = profile.samples.map((id, i) => ({
          id,
          at: (at += profile.timeDeltas[i]!),
          key: keys.next().value as number,
        }));
        taken.sort((a, b) => a.key - b.key);
        const timeDeltas = taken.map(({ at }, i) => at - (taken[i - 1]?.at ?? profile.startTime));
        const shuffled = { ...profile, samples: taken.map(({ id }) => id), timeDeltas };
        expect(callTree(shuffled)).toEqual(callTree(profile));
      }),
    );
  });

  test("a profile of one moment has samples, and no time", () => {
    expect(timeOf({ endTime: 0 })).toEqual([0, 0]);
  });

  test("a last sample after the end stands for no time", () => {
    expect(timeOf({ samples: [2, 3], timeDeltas: [90, 30] })).toEqual([30, 0]);
  });

  test("nodes may come in any order, and no list of children is none", () => {
    const upside = { nodes: nodes.toReversed(), samples: [3], timeDeltas: [0] };
    expect(timeOf(upside)).toEqual([0, 100]);
  });
});

describe("folded stacks:", () => {
  test("lead from the outermost function to the innermost, with its self cost", () => {
    const sketch: Sketch = {
      frames: [root, frame("a"), frame("b"), frame(""), frame("x;y;\nz")],
      callers: [0, 1, 1, 3],
      samples: [
        [2, 12],
        [4, 3],
        [1, 1],
        [2, 30],
        [3, 0],
      ],
    };
    expect(foldedStacks(callTree(cpuProfile(sketch)))).toEqual(["a 1", "a;b 42", "a;(anonymous);x:y: z 3"]);
  });

  test("read again, they add up to what each path of names cost", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const plain = (name: string): string => (name || "(anonymous)").replace(";", ":").replace("\n", " ");
        const wanted = new Map<string, number>();
        for (const [stack, time] of stacksOf(sketch)) {
          const line = (stack.length > 1 ? stack.slice(1) : stack)
            .map((one) => plain(one.functionName))
            .join(";");
          if (time > 0) wanted.set(line, (wanted.get(line) ?? 0) + time);
        }
        const lines = foldedStacks(callTree(cpuProfile(sketch)));
        const read = lines.map((line) => [line.replace(/ \d+$/, ""), Number(/\d+$/.exec(line))] as const);
        expect(new Map(read)).toEqual(wanted);
        expect(read.length).toBe(wanted.size);
      }),
    );
  });

  test("functions of the same name at different places become one, and the root stands alone where nothing else is", () => {
    const alike: Sketch = {
      frames: [root, frame("f", 1), frame("f", 2)],
      callers: [0, 0],
      samples: [
        [1, 1],
        [2, 2],
        [0, 4],
      ],
    };
    expect(foldedStacks(callTree(cpuProfile(alike)))).toEqual(["(root) 4", "f 3"]);
  });
});

describe("large profiles:", () => {
  test("a stack may be 10⁵ calls deep", () => {
    const deep = chain(1e5, [frame("f"), frame("g")]);
    expect(functionsByTime(cpuProfileOfChain(deep))).toMatchObject([
      { self: 5, total: 5 },
      { self: 2, total: 7 },
      { self: 0, total: 5 },
    ]);
    const alone = allocationTree(heapProfile(chain(1e5, [frame("f")])));
    expect(functionsIn(alone)).toMatchObject([
      { self: 5, total: 5 },
      { self: 2, total: 7 },
    ]);
    expect(foldedStacks(alone).map((line) => line.length)).toEqual([8, 2 * (1e5 - 1) + 1]);
  });

  test("each node and each sample is looked at a few times, however many there are", () => {
    const looks = (n: number): number => {
      let count = 0;
      const counted = <T extends object>(value: T): T =>
        new Proxy(value, { get: (target, key) => (count++, Reflect.get(target, key) as unknown) });
      const plain = cpuProfileOfChain({
        ...chain(n, [frame("f"), frame("g")]),
        samples: Array.from({ length: n }, (_, i) => [i, 1]),
      });
      functionsByTime({
        ...plain,
        nodes: counted(plain.nodes.map(counted)),
        samples: counted(plain.samples),
      });
      return count;
    };
    expect(looks(4000) / looks(1000)).toBeLessThan(4.1);
    expect(looks(1000)).toBeLessThan(30 * 1000);
  });

  test("functions are merged by identity of place, so that one of 10⁵ calls costs no more than one of one", () => {
    const frames = [root, ...Array.from({ length: 1e5 }, () => frame("f"))];
    const wide: Sketch = {
      frames,
      callers: frames.slice(1).map(() => 0),
      samples: [
        [1, 1],
        [99_999, 1],
      ],
    };
    expect(allocationTree(heapProfile({ ...wide, callers: wide.callers })).children).toEqual([
      { frame: frame("f"), self: 2, total: 2, children: [] },
    ]);
  });
});

/** As `cpuProfile`, in linear time. */
function cpuProfileOfChain({ frames, samples }: Sketch): CpuProfile {
  const { startTime, endTime, samples: ids, timeDeltas } = cpuProfile({ frames: [], callers: [], samples });
  const nodes = frames.map((callFrame, i) => ({
    id: 3 * i + 7,
    callFrame,
    ...(i + 1 < frames.length && { children: [3 * (i + 1) + 7] }),
  }));
  return { nodes, startTime, endTime, samples: ids, timeDeltas };
}

describe("what cannot be read is refused in one sentence:", () => {
  const f = frame("f");
  const good = cpuProfile({ frames: [root, f], callers: [0], samples: [[1, 5]] });
  const [head, leaf] = good.nodes;
  const refusal = (wrong: string): string => `this is no CPU profile that can be read: ${wrong}`;

  test.each<[unknown, string]>([
    [undefined, "it is no object"],
    [null, "it is no object"],
    ["{}", "it is no object"],
    [{}, "it has no list of nodes"],
    [{ ...good, nodes: { 0: head } }, "it has no list of nodes"],
    [{ ...good, samples: undefined }, "it has no list of samples"],
    [{ ...good, timeDeltas: null }, "it has no list of timeDeltas"],
    [{ ...good, samples: [], timeDeltas: [] }, "it has no samples"],
    [{ ...good, timeDeltas: [1, 2] }, "1 samples, but 2 timeDeltas"],
    [{ ...good, endTime: 999 }, "startTime is 1000, endTime 999"],
    [{ ...good, endTime: Infinity }, "startTime is 1000, endTime Infinity"],
    [{ ...good, startTime: undefined }, `startTime is undefined, endTime ${good.endTime}`],
    [{ ...good, nodes: [head, null] }, "a node is no object"],
    [{ ...good, nodes: [head, leaf, leaf] }, "two nodes have the same id"],
    [{ ...good, nodes: [] }, "sample 0 is of node 10, which is not there"],
    [{ ...good, samples: [11] }, "sample 0 is of node 11, which is not there"],
    [{ ...good, timeDeltas: [NaN] }, "timeDeltas[0] is NaN"],
    [{ ...good, timeDeltas: [undefined] }, "timeDeltas[0] is undefined"],
    [{ ...good, timeDeltas: [null] }, "timeDeltas[0] is null"],
    [{ ...good, nodes: [{ ...head, children: 10 }, leaf] }, "the children of node 7 are no list"],
    [{ ...good, nodes: [{ ...head, children: [10, 12] }, leaf] }, "node 7 calls node 12, which is not there"],
    [
      { ...good, nodes: [{ ...head, children: [] }, leaf] },
      "2 nodes have no caller, where one is to be the root",
    ],
    [
      { ...good, nodes: [head, { ...leaf, children: [7] }] },
      "0 nodes have no caller, where one is to be the root",
    ],
    [{ ...good, nodes: [{ ...head, children: [10, 10] }, leaf] }, "a node has two callers"],
    [
      {
        ...good,
        nodes: [
          { ...head, children: [] },
          { ...leaf, children: [10] },
        ],
      },
      "there are nodes that call each other in a circle",
    ],
    [{ ...good, nodes: [head, { id: 10 }] }, "a node has no callFrame"],
    [
      { ...good, nodes: [head, { ...leaf, callFrame: {} }] },
      'the callFrame of "undefined" lacks a name, url, line or column',
    ],
    ...(["url", "lineNumber", "columnNumber"] as const).map((key): [unknown, string] => [
      { ...good, nodes: [head, { ...leaf, callFrame: { ...f, [key]: undefined } }] },
      'the callFrame of "f" lacks a name, url, line or column',
    ]),
  ])("%j: %s", (profile, wrong) => {
    expect(() => callTree(profile as CpuProfile)).toThrow(new TypeError(refusal(wrong)));
    expect(() => functionsByTime(profile as CpuProfile)).toThrow(new TypeError(refusal(wrong)));
  });

  const node = { callFrame: root, selfSize: 1, children: [] as unknown[] };
  test.each<[unknown, string]>([
    [undefined, "it has no head"],
    [{}, "it has no head"],
    [good, "it has no head"],
    [{ head: { ...node, children: undefined } }, "the children of a node are no list of nodes"],
    [{ head: { ...node, children: [null] } }, "the children of a node are no list of nodes"],
    [{ head: { ...node, children: [node, node] } }, "a node has two callers"],
    [{ head: { ...node, selfSize: -1 } }, "the selfSize of a node is -1"],
    [{ head: { ...node, children: [{ ...node, selfSize: NaN }] } }, "the selfSize of a node is NaN"],
    [{ head: { ...node, callFrame: undefined } }, "a node has no callFrame"],
  ])("heap %j: %s", (profile, wrong) => {
    expect(() => allocationTree(profile as HeapProfile)).toThrow(
      new TypeError(`this is no heap profile that can be read: ${wrong}`),
    );
  });

  test("a heap profile that contains itself", () => {
    const circle = { ...node, children: [] as unknown[] };
    circle.children.push(circle);
    expect(() => allocationTree({ head: circle } as unknown as HeapProfile)).toThrow(
      /a node has two callers$/,
    );
  });
});
