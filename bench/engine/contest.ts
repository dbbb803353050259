import type { Bar } from "#bench/comparison.ts";
import type { Growth } from "#lab/problem/growth.ts";
import type { Source } from "./entrant.ts";

/** Contenders whose answers have been compared, ready to be measured. */
export interface Contest {
  readonly title: string;
  readonly sizes: readonly number[];
  readonly contenders: readonly Contender[];
  readonly bars: readonly Bar[];
  /** Other inputs of the same problem that one may ask for. */
  readonly otherWorkloads?: readonly string[];
}

export interface Contender {
  readonly name: string;
  readonly source: Source;
  /** The learner's own. */
  readonly own?: true;
  /** Why it is not measured at all. */
  readonly wrong?: string;
  /** Beyond this a call takes too long, or nothing is known. */
  readonly largest?: number;
  /** How its steps grow, where enough sizes could be counted. */
  readonly growth?: Growth | `more than ${Growth}`;
  /** By size. */
  readonly steps: ReadonlyMap<number, number>;
}

/** Compares the answers and counts the steps. */
export type Prepare = (wanted: Pick<Wanted, "callMs" | "signal" | "tell">) => Promise<Contest>;

/** Which part of a comparison is asked for. */
export interface Wanted {
  /** Only these sizes. */
  readonly sizes?: readonly number[] | undefined;
  /** A call may take so long. */
  readonly callMs: number;
  readonly signal: AbortSignal;
  readonly tell: (what: string) => void;
}
