import v8 from "node:v8";
import vm from "node:vm";
import type { Entrant } from "./entrant.ts";
import { sink } from "./sampling.ts";

/** Bytes, of V8's heap and of buffers outside it. */
export interface Memory {
  /** What one call allocates, garbage included. */
  readonly allocated: number;
  /** What the filled structure keeps. */
  readonly held?: number;
}

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc") as () => void;

/** V8 counts what it has allocated by chunks of some hundred kilobytes: calls are added up until that matters no more. */
const enoughBytes = 2 ** 25;
const mostCalls = 4096;
const enoughMs = 100;

/** Measures a call that has been warmed up. */
export function memoryOf(entrant: Entrant, n: number): Memory {
  const input = entrant.input(n);
  const allocated = heapPerCall(entrant, input) + buffersOfCall(entrant, input);
  if (!entrant.holds) return { allocated };
  const before = live();
  sink.answer = entrant.holds(input);
  const held = Math.max(0, live() - before);
  sink.answer = undefined;
  return { allocated, held };
}

function heapPerCall({ run, copy }: Entrant, input: unknown): number {
  for (let calls = 1; ; calls *= 4) {
    const inputs = copy ? Array.from({ length: calls }, () => copy(input)) : undefined;
    const start = performance.now();
    const before = v8.getHeapStatistics().total_allocated_bytes;
    for (let i = 0; i < calls; i++) sink.answer = run(inputs ? inputs[i] : input);
    const bytes = v8.getHeapStatistics().total_allocated_bytes - before;
    sink.answer = undefined;
    if (bytes >= enoughBytes || calls >= mostCalls || performance.now() - start >= enoughMs)
      return Math.round(Math.max(0, bytes) / calls);
  }
}

function buffersOfCall({ run, copy }: Entrant, input: unknown): number {
  const given = copy ? copy(input) : input;
  live();
  const before = process.memoryUsage().arrayBuffers;
  sink.answer = run(given);
  const bytes = process.memoryUsage().arrayBuffers - before;
  sink.answer = undefined;
  return Math.max(0, bytes);
}

/** Buffers are freed in the background, some time after the collection that has found them useless. */
function live(): number {
  let last = Infinity;
  for (let tries = 0; tries < 10; tries++) {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    const now = heapUsed + arrayBuffers;
    if (now >= last) return now;
    last = now;
  }
  return last;
}
