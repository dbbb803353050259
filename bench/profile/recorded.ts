import { Session } from "node:inspector";
import type { CpuProfile, HeapProfile } from "../../patterns/performance/profiling/v8-profile.ts";
import type { Kind, Recorded } from "./messages.ts";

/** Microseconds from one sample to the next. */
export const samplingInterval = 250;

/** Bytes from one sampled allocation to the next, on average; V8's own choice. */
const allocationInterval = 32_768;

/** Has V8 look on while `work` runs. Allocations count whether or not they have been collected since. */
export function recorded<R>(kind: Kind, work: () => R): { profile: Recorded; result: R } {
  const session = new Session();
  session.connect();
  if (kind === "cpu") {
    ask(session, "Profiler.enable");
    ask(session, "Profiler.setSamplingInterval", { interval: samplingInterval });
    ask(session, "Profiler.start");
    const result = work();
    return { profile: (ask(session, "Profiler.stop") as { profile: CpuProfile }).profile, result };
  }
  ask(session, "HeapProfiler.startSampling", {
    samplingInterval: allocationInterval,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  const result = work();
  return { profile: (ask(session, "HeapProfiler.stopSampling") as { profile: HeapProfile }).profile, result };
}

/** A session with one's own thread answers before `post` returns. */
function ask(session: Session, method: string, params: object = {}): unknown {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}
