import type { Program } from "#lab/sandbox/program.ts";
import {
  allocationTree,
  callTree,
  type CallTree,
  functionsIn,
} from "../../patterns/performance/profiling/profiling.ts";
import type { CallFrame, HeapProfile } from "../../patterns/performance/profiling/v8-profile.ts";
import { foldedCpuProfile, foldedHeapProfile, type TickedProfile } from "./folded-profile.ts";
import type { Kind, Recorded } from "./messages.ts";
import { labFrame, pathOf } from "./own-frames.ts";

/** What a profile says of a subject: microseconds or bytes, of all calls together. */
export interface Summary {
  /** As VS Code and Chrome DevTools open it. */
  readonly profile: Recorded;
  /** Without what the lab took for itself. */
  readonly tree: CallTree;
  /** The subject's own files. */
  readonly files: readonly string[];
  /** The largest self first. */
  readonly functions: readonly Row[];
  /** The lines with the most time of their own, without what they call; none in an allocation profile. */
  readonly lines: readonly Line[];
  /** What the lab took for itself: copying inputs, building lists from them. */
  readonly lab: number;
  /** Samples of the subject; 0 in an allocation profile. */
  readonly samples: number;
}

export interface Row {
  readonly name: string;
  /** Where it was written; undefined for built-ins. */
  readonly place: Place | undefined;
  readonly self: number;
  readonly total: number;
}

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface Line extends Place {
  readonly self: number;
}

export function summaryOf(kind: Kind, recorded: Recorded, program: Program): Summary {
  const profile =
    kind === "cpu"
      ? foldedCpuProfile(recorded as TickedProfile, program)
      : foldedHeapProfile(recorded as HeapProfile, program);
  const whole = kind === "cpu" ? callTree(profile as TickedProfile) : allocationTree(profile as HeapProfile);
  const children = whole.children.filter(({ frame }) => !isAside(frame));
  const total = children.reduce((sum, child) => sum + child.total, 0);
  const tree = { frame: whole.frame, self: 0, total, children };
  const functions = functionsIn(tree).filter(({ frame }) => frame !== tree.frame);
  return {
    profile,
    tree,
    files: Object.keys(program.code.modules),
    functions: functions.map(({ frame, self, total }) => ({
      name: nameOf(frame),
      place: placeOf(frame),
      self,
      total,
    })),
    lines: kind === "cpu" ? linesIn(profile as TickedProfile, program) : [],
    lab: whole.total - total,
    samples: kind === "cpu" ? samplesIn(profile as TickedProfile) : 0,
  };
}

export function nameOf({ functionName }: CallFrame): string {
  return (
    { "": "(anonymous)", "(garbage collector)": "(garbage collection)", "(program)": "(V8 itself)" }[
      functionName
    ] ?? functionName
  );
}

export function placeOf({ url, lineNumber }: CallFrame): Place | undefined {
  return url === "" ? undefined : { file: pathOf(url), line: Math.max(1, lineNumber + 1) };
}

/** Below the root: time that is not the subject's. */
function isAside({ url, functionName }: CallFrame): boolean {
  return url === "" && [labFrame.functionName, "(idle)"].includes(functionName);
}

/** Samples are alike enough for each to stand for the mean time. */
function linesIn(profile: TickedProfile, { code }: Program): Line[] {
  const mean = callTree(profile).total / profile.samples.length;
  const lines = new Map<string, { file: string; line: number; self: number }>();
  for (const { callFrame, positionTicks = [] } of profile.nodes) {
    const file = pathOf(callFrame.url);
    if (!(file in code.modules)) continue;
    for (const { line, ticks } of positionTicks) {
      const key = `${line}:${file}`;
      const known = lines.get(key) ?? { file, line, self: 0 };
      known.self += ticks * mean;
      lines.set(key, known);
    }
  }
  return [...lines.values()].sort((a, b) => b.self - a.self);
}

function samplesIn({ nodes: [root, ...nodes], samples }: TickedProfile): number {
  const aside = nodes.filter(({ id, callFrame }) => root!.children!.includes(id) && isAside(callFrame));
  const ids = new Set(aside.map(({ id }) => id));
  return samples.filter((id) => !ids.has(id)).length;
}
