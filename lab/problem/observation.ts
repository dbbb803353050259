/** What is seen of a program under one schedule, beside what the problem itself looks at. */
export interface Observed {
  /** How it ended, in words; one of `ended`, most of them followed by who or what. */
  readonly ending: string;
  /**
   * Who did what, in order: [goroutine, what it did, what came of it, where]. What was done within a call is indented; where
   * is a stack, and a line of the learner's file once it has come out of the sandbox. Empty when all is well.
   */
  readonly schedule: string[][];
}

/** The schedule in an output, if outputs of this kind have one. */
export function scheduleIn(output: unknown): string[][] | undefined {
  if (typeof output !== "object" || output === null) return undefined;
  const { ending, schedule } = output as Partial<Observed>;
  const isTable =
    Array.isArray(schedule) &&
    schedule.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === "string"));
  return typeof ending === "string" && isTable ? schedule : undefined;
}

/** The kinds of what problems observe, for `returns`. */
export const observedShapes = { ending: "string", schedule: "string[][]" } as const;

export const ended = {
  well: "all goroutines have ended",
  panic: "panic: ",
  waiting: "waits forever: ",
  polling: "polls: ",
  race: "data race: ",
  leak: "left behind: ",
} as const;

/** A run of a program, as far as it is looked at here: see patterns/go/runtime/run.ts. */
export interface Outcome {
  readonly ending: string;
  readonly message: string;
  readonly goroutines: readonly State[];
  readonly races: readonly { readonly name: string }[];
  readonly steps: readonly { readonly g: State; readonly text: string; readonly at: Error | undefined }[];
  leaks(): readonly State[];
}

interface State {
  readonly id: number;
  readonly name: string;
  readonly state?: string;
}

/** Lines in the list of steps that tell a solution's steps from those of the program around it. */
export const remarks = { arrives: "(arrives)", leaves: "(leaves)", returns: "returns" } as const;

const mainId = 1;

export function observation(outcome: Outcome): Observed {
  return { ending: endingOf(outcome), schedule: rowsOf(outcome) };
}

function endingOf(outcome: Outcome): string {
  const { ending, message, races } = outcome;
  if (ending === "panic") return `${ended.panic}${message}`;
  if (ending === "fatal") {
    if (!message.includes("deadlock")) return `${ended.panic}fatal error: ${message}`;
    const { goroutines } = outcome;
    const others = goroutines.filter(({ id }) => id !== mainId);
    return `${ended.waiting}${named(others.length === 0 ? goroutines : others)}`;
  }
  if (ending === "unfinished") {
    const awake = outcome.goroutines.filter(({ state }) => state === "runnable" || state === "running");
    return `${ended.polling}${awake.map(({ name }) => name).join(", ")}`;
  }
  if (races.length > 0) return `${ended.race}${[...new Set(races.map(({ name }) => name))].join(", ")}`;
  const behind = outcome.leaks();
  return behind.length > 0 ? `${ended.leak}${named(behind)}` : ended.well;
}

function named(states: readonly State[]): string {
  return states.map(({ name, state = "" }) => `${name} (${state})`).join(", ");
}

/** The steps of what the solution did, without those of the program around it. */
function rowsOf({ steps, message, ending }: Outcome): string[][] {
  const outside = new Set([mainId]);
  const rows: string[][] = [];
  const last = new Map<number, string[]>();
  for (const { g, text, at } of steps) {
    const { id, name } = g;
    if (text === remarks.arrives) outside.delete(id);
    if (text === remarks.leaves) outside.add(id);
    if (outside.has(id) || text === remarks.arrives || text === "ends") continue;
    const before = last.get(id);
    const came = text === "panics" ? `panics: ${message}` : text;
    const isOutcome = /^(waits:|panics:|returns\b)/.test(came);
    // What came of a step stands beside it.
    if (isOutcome && before?.[2] === "") before[2] = came;
    else {
      const did = isOutcome ? "" : `${at === undefined ? "" : "  "}${came}`;
      const row = [name, did, isOutcome ? came : "", at?.stack ?? ""];
      rows.push(row);
      last.set(id, row);
    }
  }
  return cut(rows, ending === "unfinished");
}

/** A longer table is cut: in the middle, or where somebody begins to go round in circles. */
const mostRows = 40;
const head = 12;

function cut(rows: string[][], inCircles: boolean): string[][] {
  if (rows.length <= mostRows) return rows;
  const tail = inCircles ? 0 : mostRows - head;
  const left = rows.length - head - tail;
  return [
    ...rows.slice(0, head),
    ["", inCircles ? "… and so on" : `… ${left} more`, "", ""],
    ...rows.slice(rows.length - tail),
  ];
}
