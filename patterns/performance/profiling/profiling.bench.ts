import { comparison } from "#bench/comparison.ts";
import { type FunctionCost, functionsByTime } from "./profiling.ts";
import type { CallFrame, CpuProfile } from "./v8-profile.ts";

type Totals = Record<string, readonly [self: number, total: number]>;

/** As numbers by name, which is all that tells the functions here apart. */
function byName(costs: readonly FunctionCost[]): Totals {
  return Object.fromEntries(costs.map(({ frame, self, total }) => [frame.functionName, [self, total]]));
}

/** For every sample, up to the root, looking for each caller among all nodes. */
function searched({ nodes, samples, timeDeltas, startTime, endTime }: CpuProfile): Totals {
  const totals: Record<string, [number, number]> = Object.fromEntries(
    nodes.map(({ callFrame }) => [callFrame.functionName, [0, 0]]),
  );
  const end = endTime - startTime;
  let at = 0;
  for (const [i, id] of samples.entries()) {
    at += timeDeltas[i]!;
    const time = timeDeltas[i + 1] ?? end - at;
    let node = nodes.find((one) => one.id === id);
    totals[node!.callFrame.functionName]![0] += time;
    const met = new Set<string>();
    while (node) {
      met.add(node.callFrame.functionName);
      const { id: callee } = node;
      node = nodes.find(({ children }) => children?.includes(callee));
    }
    for (const name of met) totals[name]![1] += time;
  }
  return totals;
}

/** One recursive walk. It needs as many frames of its own stack as the profile's stacks have. */
function recursive({ nodes, samples, timeDeltas, startTime, endTime }: CpuProfile): Totals {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const self = new Map<number, number>();
  let at = 0;
  for (const [i, id] of samples.entries()) {
    at += timeDeltas[i]!;
    self.set(id, (self.get(id) ?? 0) + (timeDeltas[i + 1] ?? endTime - startTime - at));
  }
  const totals: Record<string, [number, number]> = {};
  const visit = (id: number, callers: ReadonlySet<string>): number => {
    const { callFrame, children = [] } = byId.get(id)!;
    const name = callFrame.functionName;
    const own = (totals[name] ??= [0, 0]);
    const mine = self.get(id) ?? 0;
    const inside = callers.has(name) ? callers : new Set(callers).add(name);
    const total = children.reduce((sum, child) => sum + visit(child, inside), mine);
    own[0] += mine;
    if (inside !== callers) own[1] += total;
    return total;
  };
  visit(nodes[0]!.id, new Set());
  return totals;
}

function frame(functionName: string): CallFrame {
  return { functionName, url: "file:///server.ts", lineNumber: 0, columnNumber: 0 };
}

function profileOf(callers: readonly number[], functions: number, sampled: () => number): CpuProfile {
  const nodes = Array.from({ length: callers.length + 1 }, (_, i) => ({
    id: i + 1,
    callFrame: frame(i === 0 ? "(root)" : `f${i % functions}`),
    children: [] as number[],
  }));
  for (const [i, caller] of callers.entries()) nodes[caller]!.children.push(i + 2);
  const samples = nodes.map(sampled);
  const timeDeltas = samples.map(() => 250);
  return { nodes, startTime: 0, endTime: 250 * (samples.length + 1), samples, timeDeltas };
}

const contenders = {
  ours: (profile: CpuProfile): Totals => byName(functionsByTime(profile)),
  "a recursive walk": recursive,
  "up from each sample, searching for callers": searched,
};

export default [
  comparison({
    title: "self and total of 100 functions, stacks of up to 200 calls",
    sizes: [1e2, 1e3, 1e4, 1e5],
    input: (n, random) => {
      const depths = [0];
      const callers = Array.from({ length: n - 1 }, (_, i) => {
        // A call made by a recent one: profiles are deep rather than wide.
        let caller = random.integer(Math.max(0, i - 20), i);
        if (depths[caller]! >= 200) caller = 0;
        depths.push(depths[caller]! + 1);
        return caller;
      });
      return profileOf(callers, 100, () => random.integer(1, n));
    },
    contenders,
  }),
  comparison({
    title: "one stack that is n calls deep; a recursive walk overflows its own",
    sizes: [1e2, 1e3, 1e4, 1e5],
    input: (n, random) =>
      profileOf(
        Array.from({ length: n - 1 }, (_, i) => i),
        10,
        () => random.integer(1, n),
      ),
    contenders: {
      ours: contenders.ours,
      "up from each sample, searching for callers": contenders["up from each sample, searching for callers"],
    },
  }),
];
