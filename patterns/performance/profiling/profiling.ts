/**
 * Reads the profiles that V8 writes, and says where the time or the memory went: by function, as a call tree merged by
 * function (what a flame graph draws), and as folded stacks.
 *
 * Time: O(n + s) for n nodes and s samples, and sorting the functions; samples that are out of order are sorted too.
 * Space: O(n + s). Nothing recurses, so that stacks may be as deep as memory allows. Sums are exact below 2⁵³.
 *
 * Source: Susan L. Graham, Peter B. Kessler, Marshall K. McKusick, "gprof: a call graph execution profiler", 1982, for self
 * and total and for recursion; folded stacks as Brendan Gregg's FlameGraph scripts read them. Tested against a twin that takes one sample and one frame at a time, on every tree
 * of up to five calls of two functions, on random ones, and on chains of 10⁵ calls.
 */

import {
  type CallFrame,
  type Calls,
  type CpuProfile,
  type HeapProfile,
  readCpuProfile,
  readHeapProfile,
} from "./v8-profile.ts";

/** Microseconds or bytes of a function, wherever it was called from. */
export interface FunctionCost {
  readonly frame: CallFrame;
  /** Spent in its own code, and in what it calls that has no frame. Go's pprof says flat. */
  readonly self: number;
  /** Spent from its being called to its return. Go's pprof says cum. */
  readonly total: number;
}

/** The same by the path that led to the call: no two children are the same function; `total` is `self` and the children's. */
export interface CallTree extends FunctionCost {
  readonly children: readonly CallTree[];
}

/**
 * The call tree of a CPU profile. A sample stands for the time until the next one, the last for the time until the end. What
 * lies before the first is left out: the profiler was starting, and nobody looked.
 *
 * @throws TypeError that says what is wrong, if this is no CPU profile or one without samples.
 */
export function callTree(profile: CpuProfile): CallTree {
  return merged(readCpuProfile(profile));
}

/** The call tree of a sampling heap profile, in bytes; throws likewise. Without any allocation all costs are 0. */
export function allocationTree(profile: HeapProfile): CallTree {
  return merged(readHeapProfile(profile));
}

/** The functions of a CPU profile, in microseconds: as `functionsIn(callTree(profile))`. */
export function functionsByTime(profile: CpuProfile): FunctionCost[] {
  return functionsIn(callTree(profile));
}

/**
 * Every function in the tree, its root included; that with the largest self cost first, then by total, then as the tree has
 * them. The self costs add up to the root's total. A recursive function's calls within its own calls are counted once.
 */
export function functionsIn(tree: CallTree): FunctionCost[] {
  const found = new Map<string, { frame: CallFrame; self: number; total: number; active: number }>();
  /** A node to enter; undefined: leave the function entered last. */
  const pending: (CallTree | undefined)[] = [tree];
  const entered: { active: number }[] = [];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!node) {
      entered.pop()!.active--;
      continue;
    }
    const key = keyOf(node.frame);
    let cost = found.get(key);
    if (!cost) found.set(key, (cost = { frame: node.frame, self: 0, total: 0, active: 0 }));
    cost.self += node.self;
    // Within a call of the same function, that call's total has it already.
    if (cost.active++ === 0) cost.total += node.total;
    entered.push(cost);
    pending.push(undefined);
    for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i]);
  }
  const costs = Array.from(found.values(), ({ frame, self, total }) => ({ frame, self, total }));
  return costs.sort((a, b) => b.self - a.self || b.total - a.total);
}

/**
 * A line "outer;inner;innermost 12" for each stack with a self cost above 0, which flame graph tools read. The root is not
 * in it, but where it is all there is. Functions of the same name become one. In names, ";" becomes ":", and white
 * space becomes blanks. O(n) and the length of the result.
 */
export function foldedStacks(tree: CallTree): string[] {
  const costs = new Map<string, number>();
  const pending: [node: CallTree, callers: string][] = [[tree, ""]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, callers] = next;
    const name = (node.frame.functionName || "(anonymous)").replaceAll(";", ":").replaceAll(/\s/g, " ");
    const stack = callers + name;
    if (node.self > 0) costs.set(stack, (costs.get(stack) ?? 0) + node.self);
    const outer = node === tree ? "" : `${stack};`;
    for (let i = node.children.length - 1; i >= 0; i--) pending.push([node.children[i]!, outer]);
  }
  return Array.from(costs, ([stack, cost]) => `${stack} ${cost}`);
}

function merged({ frames, callers, self }: Calls): CallTree {
  const nodes: { frame: CallFrame; self: number; total: number; children: CallTree[] }[] = [];
  const parents: number[] = [];
  const functions = new Map<string, number>();
  const functionOf = frames.map((frame) => numberOf(functions, keyOf(frame)));
  /** By the parent's index and the function: a safe integer for up to 9 · 10⁷ calls, more than a Map can hold. */
  const known = new Map<number, number>();
  const nodeOf: number[] = [];
  for (const [i, frame] of frames.entries()) {
    const parent = nodeOf[callers[i]!] ?? -1;
    const at = numberOf(known, parent * functions.size + functionOf[i]!);
    if (at === nodes.length) {
      const node = { frame, self: 0, total: 0, children: [] };
      nodes.push(node);
      parents.push(parent);
      nodes[parent]?.children.push(node);
    }
    nodeOf.push(at);
    nodes[at]!.self += self[i]!;
  }
  // Callees come behind their callers, so from the back all totals below a node are known.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    node.total += node.self;
    if (at > 0) nodes[parents[at]!]!.total += node.total;
  }
  return nodes[0]!;
}

/** Keys are numbered from 0 in the order in which they are first asked for. */
function numberOf<K>(numbers: Map<K, number>, key: K): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}

/** The name may contain anything, but comes last, and the length says where the file ends: no two functions share a key. */
function keyOf({ functionName, url, lineNumber, columnNumber }: CallFrame): string {
  return `${lineNumber}:${columnNumber}:${url.length}:${url}${functionName}`;
}
