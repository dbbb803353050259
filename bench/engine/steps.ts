import { Session } from "node:inspector/promises";
import type { Entrant } from "./entrant.ts";
import { sink } from "./sampling.ts";

/**
 * Counts how often blocks of code are run (loop bodies, branches, functions) in one call: a cost that neither the machine
 * nor the optimizer changes. Work inside built-ins is not in it.
 */
export class StepCounter {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post("Profiler.enable");
    await this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  async of(entrant: Entrant, n: number): Promise<number> {
    const input = entrant.input(n);
    const given = entrant.copy ? entrant.copy(input) : input;
    await this.session.post("Profiler.takePreciseCoverage");
    sink.answer = entrant.run(given);
    const { result } = await this.session.post("Profiler.takePreciseCoverage");
    let blocks = 0;
    for (const { url, functions } of result) {
      if (url.startsWith("node:")) continue;
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    }
    return blocks;
  }
}
