import { Bench } from "tinybench";
import type { Entrant } from "./entrant.ts";

/** A batch of calls takes about so many milliseconds, which the clock resolves a thousandfold. */
const batchMs = 1;
const largestBatch = 4096;

/** Where answers go, so that no call can be left out as useless. */
export const sink: { answer: unknown } = { answer: undefined };

/** Times the calls of one contender on its input of size n. */
export class Sampler {
  private readonly entrant: Entrant;
  private readonly input: unknown;
  private reps = 1;

  constructor(entrant: Entrant, n: number) {
    this.entrant = entrant;
    this.input = entrant.input(n);
  }

  /** Calls for at least so many milliseconds, and says how many one call took in the end. */
  warmUp(ms: number): number {
    let spent = 0;
    let batches = 0;
    for (;;) {
      const took = this.batch();
      spent += took;
      batches++;
      const perCall = took / this.reps;
      this.reps = Math.max(1, Math.min(largestBatch, Math.round(batchMs / Math.max(perCall, 1e-6))));
      // Long calls have loops that are optimized on the way, but what they call is optimized for the next one.
      if (spent >= ms && (batches >= 3 || spent >= 10 * ms)) return perCall;
    }
  }

  /** Median milliseconds of a call, over batches that take so long together. */
  sample(ms: number): number {
    const bench = new Bench({ time: ms, iterations: 1, warmup: false });
    const batch = (): object => {
      const took = this.batch();
      return { overriddenDuration: took / this.reps, overriddenIterationCost: took };
    };
    bench.add("calls", batch, { async: false });
    bench.runSync();
    const { result } = bench.tasks[0]!;
    if (result.state !== "completed") throw new Error(`tinybench ended as ${result.state}`);
    return result.latency.p50;
  }

  private batch(): number {
    const { entrant, input, reps } = this;
    const { run, copy } = entrant;
    const inputs = copy ? Array.from({ length: reps }, () => copy(input)) : undefined;
    const start = performance.now();
    for (let i = 0; i < reps; i++) sink.answer = run(inputs ? inputs[i] : input);
    return performance.now() - start;
  }
}
