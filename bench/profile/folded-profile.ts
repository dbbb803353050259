import type { Program } from "#lab/sandbox/program.ts";
import type {
  CpuNode,
  CpuProfile,
  HeapNode,
  HeapProfile,
} from "../../patterns/performance/profiling/v8-profile.ts";
import { below, foldedCalls, labFrame, ownFrames, pathOf, type Shown } from "./own-frames.ts";

/** Ticks on one line, which counts from 1. */
export interface LineTicks {
  readonly line: number;
  readonly ticks: number;
}

/** What V8 records beyond what is needed to know where the time went, and VS Code shows. */
export interface TickedNode extends CpuNode {
  readonly hitCount?: number;
  readonly positionTicks?: readonly LineTicks[];
}

export interface TickedProfile extends CpuProfile {
  readonly nodes: readonly TickedNode[];
}

/** The same of allocation profiles. */
export interface NumberedNode extends HeapNode {
  readonly id?: number;
}

export interface SampledHeap extends HeapProfile {
  readonly head: NumberedNode;
  readonly samples?: readonly { readonly size: number; readonly nodeId: number; readonly ordinal: number }[];
}

/**
 * The same profile without the lab's frames, its places those of the source. Where memory was collected while the lab was at
 * work, that is the lab's time too.
 */
export function foldedCpuProfile(profile: TickedProfile, program: Program): TickedProfile {
  const recorded = new Map(profile.nodes.map((node) => [node.id, node]));
  const called = new Set(profile.nodes.flatMap(({ children = [] }) => children));
  const root = profile.nodes.find(({ id }) => !called.has(id))!;
  const shown = foldedCalls(
    root,
    ({ children = [] }) => children.map((id) => recorded.get(id)!),
    ownFrames(program),
  );
  const linesOf = sourceLines(program);
  const nodes: (TickedNode & { hitCount: number })[] = [];
  const places = new Map<number, number>();
  const lay = ({ frame, of, callees }: Shown<TickedNode>): number => {
    const id = nodes.length + 1;
    for (const node of of) places.set(node.id, id);
    const ticks = of.flatMap(({ positionTicks = [] }) => positionTicks);
    const children: number[] = [];
    nodes.push({
      ...{ id, callFrame: { ...unplaced, ...frame }, hitCount: 0, children },
      ...(ticks.length > 0 && frame !== labFrame && { positionTicks: linesOf(pathOf(frame.url), ticks) }),
    });
    for (const callee of callees.values()) children.push(lay(callee));
    return id;
  };
  // The lab has a place below the root, be it for no time at all.
  below(shown, labFrame);
  lay(shown);
  const aside = (frame: string): number | undefined =>
    nodes.find(({ id, callFrame }) => nodes[0]!.children!.includes(id) && callFrame.functionName === frame)
      ?.id;
  const [lab, collection] = [aside(labFrame.functionName)!, aside("(garbage collector)")];
  let last = lab;
  const samples = profile.samples.map((id) => {
    const place = places.get(id)!;
    if (place !== collection) last = place;
    return place === collection && last === lab ? lab : place;
  });
  for (const id of samples) nodes[id - 1]!.hitCount++;
  return { ...profile, nodes, samples };
}

/** The same profile without the lab's frames, its places those of the source. */
export function foldedHeapProfile({ head, samples = [] }: SampledHeap, program: Program): SampledHeap {
  const shown = foldedCalls(head, ({ children }) => children as readonly NumberedNode[], ownFrames(program));
  const places = new Map<number | undefined, number>();
  let last = 0;
  const lay = ({ frame, of, callees }: Shown<NumberedNode>): NumberedNode => {
    const id = ++last;
    for (const node of of) places.set(node.id, id);
    return {
      ...{ id, callFrame: { ...unplaced, ...frame } },
      selfSize: of.reduce((sum, { selfSize }) => sum + selfSize, 0),
      children: Array.from(callees.values(), lay),
    };
  };
  const folded = lay(shown);
  return {
    head: folded,
    samples: samples.map((sample) => ({ ...sample, nodeId: places.get(sample.nodeId)! })),
  };
}

/** Viewers expect every frame to have a script. */
const unplaced = { scriptId: "0" };

/** Turns lines of compiled code into those of the source, by where the first word of a line was written. */
function sourceLines(program: Program): (path: string, ticks: readonly LineTicks[]) => LineTicks[] {
  const compiled = new Map(
    Object.entries(program.code.modules).map(([path, text]) => [path, text.split("\n")]),
  );
  return (path, ticks) => {
    const lines = compiled.get(path);
    const sum = new Map<number, number>();
    for (const { line, ticks: more } of ticks) {
      const indent = lines?.[line - 1]?.search(/\S/) ?? 0;
      const found = lines ? (program.locate(path, line, Math.max(0, indent) + 1)?.line ?? line) : line;
      sum.set(found, (sum.get(found) ?? 0) + more);
    }
    return Array.from(sum, ([line, ticks]) => ({ line, ticks }));
  };
}
