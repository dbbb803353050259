import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram, type Program } from "#lab/catalogue/programs.ts";
import { recordsFolder, writeWhole } from "#lab/journal/attempts.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { shortened } from "#lab/terminal/path.ts";
import { type Row, rows } from "#lab/terminal/rows.ts";
import { bold, dim, red } from "#lab/terminal/style.ts";
import { programFrames } from "../../patterns/go/runtime/place.ts";
import { policyFrom } from "../../patterns/go/runtime/scheduler/policies.ts";
import {
  explore,
  type Go,
  goLike,
  Misuse,
  type Outcome,
  runAsync,
  type RunOptions,
  seeded,
} from "../../patterns/go/runtime/runtime.ts";
import { parseToken } from "../../patterns/go/runtime/search/token.ts";
import { chromeTrace } from "../../patterns/go/runtime/trace/chrome-trace.ts";
import { timelinePage } from "../../patterns/go/runtime/trace/timeline-page.ts";
import { endingText, type Ran, runLines, withShortPaths } from "./run-report.ts";

export interface TraceOptions {
  readonly procs?: number;
  readonly seed?: number;
  readonly schedule?: "go-like" | "random" | "explored";
  readonly replay?: string;
  readonly out?: string;
  readonly json?: true;
}

/** Runs a Go program, prints how it ended, and draws what its goroutines did. */
export async function trace(name: string, options: TraceOptions): Promise<void> {
  const runOptions = policyOf(options);
  const program = findProgram(name);
  const main = await loaded(program);
  if (main === undefined) return;
  const ran = await unlessRefused(program, async () => {
    const searched = options.schedule === "explored" ? explored(main, options) : undefined;
    return { searched, outcome: await runAsync(main, searched?.options ?? runOptions) };
  });
  if (ran === undefined) return;
  const { searched, outcome } = ran;
  const isFine = outcome.exitCode === 0 && outcome.ending !== "unfinished" && searched?.failed !== true;
  process.exitCode = isFine ? 0 : 1;
  const facts = factsOf(name, outcome, options);
  // Whoever asks for leaks lets the program run on, so it is drawn before.
  const drawn = await drawing(program, outcome, facts, options);
  if (options.json && options.out === undefined) {
    console.log(drawn);
    return;
  }
  const page = join(recordsFolder, "traces", `${program.name}.html`);
  const file = options.out === undefined ? page : resolve(options.out);
  writeWhole(file, drawn);
  const [what, opener] = options.json
    ? ["trace", "Open the trace in Perfetto (ui.perfetto.dev)."]
    : ["timeline", "Open the timeline in a browser."];
  const paths: Row[] = [
    ...(searched === undefined ? [] : [["explored", searched.found] as const]),
    ["again", facts.again],
    [what, shortened(file)],
  ];
  console.log([...runLines(ranOf(program, outcome)), "", ...rows(paths), dim(`  ${opener}`)].join("\n"));
}

/** The page, or with `json` the trace. */
async function drawing(
  { name }: Program,
  outcome: Outcome,
  facts: Facts,
  { json }: TraceOptions,
): Promise<string> {
  const { time } = outcome;
  const log = outcome.log!;
  if (json) return JSON.stringify(chromeTrace(log, { until: time }, facts));
  return timelinePage(log, { title: name, ending: endingText(outcome), facts: Object.entries(facts), time });
}

function policyOf({ procs, seed, schedule, replay }: TraceOptions): RunOptions {
  if (replay !== undefined) {
    if (procs !== undefined || seed !== undefined || schedule !== undefined)
      throw new UsageError("--replay repeats a run as it was; leave out --procs, --seed and --schedule");
    try {
      policyFrom(parseToken(replay).policy);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new UsageError(`--replay cannot be read: ${error.message}`);
    }
    return { replay, record: true };
  }
  if (schedule === undefined || schedule === "go-like")
    return { policy: goLike({ procs: procs ?? 1, seed: seed ?? 1 }), record: true };
  if (procs !== undefined)
    throw new UsageError(`--procs is for --schedule go-like; one that is ${schedule} has no Ps`);
  return { policy: seeded(seed ?? 1), record: true };
}

interface Searched {
  readonly options: RunOptions;
  /** What came of the search, in a sentence. */
  readonly found: string;
  readonly failed: boolean;
}

/** Tries many schedules; what is then run and drawn is the one that fails with the fewest switches, or the plain one. */
function explored(main: () => Go, { seed = 1 }: TraceOptions): Searched {
  const { runs, complete, unfinished, failure } = explore(main, { seed });
  const many = `${runs} ${runs === 1 ? "schedule" : "schedules"}`;
  if (failure !== undefined) {
    const found = `schedule ${runs} failed: ${failure.message}`;
    return { options: { replay: failure.token, record: true }, found, failed: true };
  }
  const given = unfinished === 0 ? "" : `; ${unfinished} did not end`;
  const found = `${many}${complete ? ", all there are," : ""} and none failed${given}; drawn is the plain one`;
  return { options: { replay: "choices=", record: true }, found, failed: false };
}

/** What was done wrong, and where. */
function refusal(misuse: Misuse): string {
  const [place] = programFrames(misuse.stack ?? "");
  return place === undefined ? misuse.message : `${misuse.message}\n  at ${withShortPaths(place)}`;
}

/** The program's main; undefined, and said why, when the file does not load. */
async function loaded({ name, file }: Program): Promise<(() => Go) | undefined> {
  let module: { readonly default?: unknown };
  try {
    module = (await import(pathToFileURL(file).href)) as typeof module;
  } catch (error) {
    failed(
      name,
      "cannot be loaded",
      error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    );
    return undefined;
  }
  if (typeof module.default === "function") return module.default as () => Go;
  throw new UsageError(
    `${shortened(file)} has no main; write it as export default function* main(): Go { … }`,
  );
}

/** What `running` gives; undefined, and said why, when Go's compiler would have refused the program. */
async function unlessRefused<T>({ name }: Program, running: () => Promise<T>): Promise<T | undefined> {
  try {
    return await running();
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    failed(name, "was refused", refusal(error));
    return undefined;
  }
}

function failed(name: string, how: string, why: string): void {
  process.exitCode = 1;
  console.log([bold(red(`${name}: ${how}`)), "", `  ${why}`].join("\n"));
}

function ranOf(program: Program, outcome: Outcome): Ran {
  const { exitCode, ending, message, output, errors, time, switches, log } = outcome;
  const [races, procs] = [outcome.races.length, outcome.procs.map((stats) => ({ ...stats }))];
  const goroutines = log!.names.size;
  const before = { exitCode, ending, message, output, errors, time, switches, races, procs, goroutines };
  return { program: program.name, ...before, leaks: outcome.leaks() };
}

interface Facts extends Readonly<Record<string, string>> {
  readonly again: string;
}

/** A schedule at random may take thousands of choices; then its seed is what repeats it, if nothing real was awaited. */
const longestToken = 300;

function factsOf(name: string, { output, errors, token }: Outcome, { schedule, seed }: TraceOptions): Facts {
  const short = schedule === "random" && token.length > longestToken && !token.includes(" awaited=");
  const how = short ? `--schedule random --seed ${seed ?? 1}` : `--replay '${token}'`;
  return {
    again: `npx lab trace ${/^[\w./-]+$/.test(name) ? name : `'${name}'`} ${how}`,
    token,
    ...(output === "" ? {} : { output }),
    ...(errors === "" ? {} : { errors }),
  };
}
