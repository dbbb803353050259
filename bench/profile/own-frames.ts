import { fileURLToPath, pathToFileURL } from "node:url";
import type { Program } from "#lab/sandbox/program.ts";
import type { CallFrame } from "../../patterns/performance/profiling/v8-profile.ts";

/** What stands for all frames of the lab and of Node that follow each other. */
export const labFrame: CallFrame = {
  functionName: "(the lab and Node)",
  url: "",
  lineNumber: -1,
  columnNumber: -1,
};

/** What a frame of a program is called and where it was written; undefined: it is the lab's, or Node's. */
export type Own = (frame: CallFrame, caller: "own" | "lab") => CallFrame | undefined;

/**
 * Tells a program's frames from the others: functions of its files, at their places in the source, and the built-ins and
 * packages that they call.
 */
export function ownFrames(program: Program): Own {
  return (frame, caller) => {
    // V8's own, such as "(garbage collector)", whose callers nobody knows.
    if (frame.url === "" && /^\(.+\)$/.test(frame.functionName)) return frame;
    const path = pathOf(frame.url);
    if (path in program.code.modules) {
      const { lineNumber, columnNumber } = frame;
      // V8 does not always know the place.
      const known = lineNumber >= 0 && columnNumber >= 0;
      const found = known ? program.locate(path, lineNumber + 1, columnNumber + 1) : undefined;
      const place = found && { lineNumber: found.line - 1, columnNumber: found.column - 1 };
      return { ...frame, ...place, url: pathToFileURL(path).href };
    }
    const isHelper = path === "" || /[\\/]node_modules[\\/]/.test(path);
    return isHelper && caller === "own" ? frame : undefined;
  };
}

/** V8 has URLs in CPU profiles, and the same files' paths in heap profiles. */
export function pathOf(url: string): string {
  return url.startsWith("file:") ? fileURLToPath(url) : url;
}

/** A node of either kind of profile. */
interface Node {
  readonly callFrame: CallFrame;
}

/** A call in the profile as it is to be shown, and the calls of the recorded one whose own cost is shown there. */
export interface Shown<N> {
  readonly frame: CallFrame;
  readonly of: N[];
  readonly callees: Map<string, Shown<N>>;
}

/**
 * The calls without the lab's: what leads to the subject is left out, and what the subject calls there becomes one frame. So
 * does the time that the lab takes for itself, below the root.
 */
export function foldedCalls<N extends Node>(
  root: N,
  calleesOf: (node: N) => readonly N[],
  own: Own,
): Shown<N> {
  const shown: Shown<N> = { frame: root.callFrame, of: [root], callees: new Map() };
  // As deep as V8 looks into a stack: 255 frames.
  const visit = (node: N, caller: Shown<N>): void => {
    const frame = own(node.callFrame, caller === shown || caller.frame === labFrame ? "lab" : "own");
    const isLabs = frame === undefined;
    const at = isLabs && caller.frame === labFrame ? caller : below(caller, frame ?? labFrame);
    at.of.push(node);
    const next = isLabs && caller === shown ? shown : at;
    for (const callee of calleesOf(node)) visit(callee, next);
  };
  for (const callee of calleesOf(root)) visit(callee, shown);
  return shown;
}

/** The frame's place among those that a call has called; a new one where there is none yet. */
export function below<N>({ callees }: Shown<N>, frame: CallFrame): Shown<N> {
  const key = JSON.stringify([frame.functionName, frame.url, frame.lineNumber, frame.columnNumber]);
  let callee = callees.get(key);
  if (!callee) callees.set(key, (callee = { frame, of: [], callees: new Map() }));
  return callee;
}
