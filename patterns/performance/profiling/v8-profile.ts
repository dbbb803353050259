/**
 * The profiles that V8 writes, read and checked: both kinds become a list of calls with what each cost by itself.
 *
 * Time and space: O(n + s) for n nodes and s samples; samples that are out of order are sorted. Nothing recurses.
 *
 * Source: the types Profile, ProfileNode and SamplingHeapProfile of the Chrome DevTools Protocol. Tested by way of
 * profiling.ts, and on everything that can be missing or wrong in a file.
 */

/** A function, as V8 names it. Two frames are of the same function if all four agree. */
export interface CallFrame {
  /** Empty for an anonymous function. */
  readonly functionName: string;
  /** Its file; empty for built-ins and for V8's own "(root)", "(program)", "(idle)" and "(garbage collector)". */
  readonly url: string;
  /** From 0, as the column; -1 where there is none. */
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** What is in a `.cpuprofile`; times are in microseconds. */
export interface CpuProfile {
  /** A tree of calls, in any order; exactly one node is nobody's child. */
  readonly nodes: readonly CpuNode[];
  readonly startTime: number;
  readonly endTime: number;
  /** The id of the node that was running, for each sample. */
  readonly samples: readonly number[];
  /** Since the sample before, or since `startTime` for the first. Below 0 where samples are out of order. */
  readonly timeDeltas: readonly number[];
}

export interface CpuNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}

/** What is in a `.heapprofile`: allocated bytes, estimated from a sample of the allocations. */
export interface HeapProfile {
  readonly head: HeapNode;
}

export interface HeapNode {
  readonly callFrame: CallFrame;
  /** Bytes allocated here, without those of callees. */
  readonly selfSize: number;
  readonly children: readonly HeapNode[];
}

/** Calls, each behind its caller, as arrays of the same length. */
export interface Calls {
  readonly frames: CallFrame[];
  /** The caller's index; -1 for the root, which is at 0. */
  readonly callers: number[];
  readonly self: number[];
}

/**
 * A sample stands for the time until the next one, the last for the time until the end. What lies before the first is left
 * out: the profiler was starting, and nobody looked.
 *
 * @throws TypeError that says what is wrong, if this is no CPU profile or one without samples.
 */
export function readCpuProfile(profile: CpuProfile): Calls {
  const refuse = refusing("CPU");
  const { nodes, samples, timeDeltas, startTime, endTime } = isObject(profile)
    ? profile
    : refuse("it is no object");
  for (const [name, list] of Object.entries({ nodes, samples, timeDeltas }))
    if (!Array.isArray(list)) refuse(`it has no list of ${name}`);
  if (samples.length === 0) refuse("it has no samples");
  if (samples.length !== timeDeltas.length)
    refuse(`${samples.length} samples, but ${timeDeltas.length} timeDeltas`);
  if (!Number.isFinite(endTime - startTime) || endTime < startTime)
    refuse(`startTime is ${startTime}, endTime ${endTime}`);

  if (!nodes.every(isObject)) refuse("a node is no object");
  const places = new Map<number, number>(nodes.map((node, i) => [node.id, i]));
  if (places.size < nodes.length) refuse("two nodes have the same id");
  const self = new Array<number>(nodes.length).fill(0);
  let at = 0;
  const taken = samples.map((id, i) => {
    const delta = timeDeltas[i]!;
    if (!Number.isFinite(delta)) refuse(`timeDeltas[${i}] is ${delta}`);
    at += delta;
    return { at, place: places.get(id) ?? refuse(`sample ${i} is of node ${id}, which is not there`) };
  });
  taken.sort((a, b) => a.at - b.at);
  for (const [i, { at, place }] of taken.entries())
    self[place]! += (taken[i + 1]?.at ?? Math.max(at, endTime - startTime)) - at;

  const callees = nodes.map(({ id, children = [] }) => {
    if (!Array.isArray(children)) refuse(`the children of node ${id} are no list`);
    return children.map(
      (child) => places.get(child) ?? refuse(`node ${id} calls node ${child}, which is not there`),
    );
  });
  const called = new Set(callees.flat());
  const roots = nodes.flatMap((_, place) => (called.has(place) ? [] : [place]));
  if (roots.length !== 1) refuse(`${roots.length} nodes have no caller, where one is to be the root`);
  const { order, callers } = callersFirst(roots[0]!, (place) => callees[place]!, refuse);
  if (order.length < nodes.length) refuse("there are nodes that call each other in a circle");
  const frames = order.map((place) => frameOf(nodes[place]!, refuse));
  return { frames, callers, self: order.map((place) => self[place]!) };
}

/**
 * The estimated bytes of each call, as they stand there.
 *
 * @throws TypeError that says what is wrong, if this is no heap profile.
 */
export function readHeapProfile(profile: HeapProfile): Calls {
  const refuse = refusing("heap");
  if (!isObject(profile) || !isObject(profile.head)) refuse("it has no head");
  const { order, callers } = callersFirst(
    profile.head,
    ({ children }) => {
      if (!Array.isArray(children) || !children.every(isObject))
        refuse("the children of a node are no list of nodes");
      return children;
    },
    refuse,
  );
  for (const { selfSize } of order)
    if (!Number.isFinite(selfSize) || selfSize < 0) refuse(`the selfSize of a node is ${selfSize}`);
  return {
    frames: order.map((node) => frameOf(node, refuse)),
    callers,
    self: order.map(({ selfSize }) => selfSize),
  };
}

/** The nodes of a tree, each behind its caller, and the indices of the callers. */
function callersFirst<N>(
  root: N,
  calleesOf: (node: N) => readonly N[],
  refuse: Refuse,
): { order: N[]; callers: number[] } {
  const order = [root];
  const callers = [-1];
  const seen = new Set(order);
  // The list grows while it is walked.
  for (const [caller, node] of order.entries()) {
    for (const callee of calleesOf(node)) {
      if (seen.has(callee)) refuse("a node has two callers");
      seen.add(callee);
      order.push(callee);
      callers.push(caller);
    }
  }
  return { order, callers };
}

function frameOf({ callFrame }: { readonly callFrame: CallFrame }, refuse: Refuse): CallFrame {
  if (!isObject(callFrame)) refuse("a node has no callFrame");
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  const names = [functionName, url].every((name) => typeof name === "string");
  if (!names || !Number.isInteger(lineNumber) || !Number.isInteger(columnNumber))
    refuse(`the callFrame of "${functionName}" lacks a name, url, line or column`);
  return callFrame;
}

type Refuse = (what: string) => never;

/** Profiles come from files, whatever their types say. */
function refusing(kind: string): Refuse {
  return (what) => {
    throw new TypeError(`this is no ${kind} profile that can be read: ${what}`);
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
