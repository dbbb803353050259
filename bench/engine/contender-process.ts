/** The process of one contender: it loads it, and answers what is asked about it. */
import { type Entrant, load, type Source } from "./entrant.ts";
import { memoryOf } from "./memory.ts";
import type { Reply, Request } from "./messages.ts";
import { Sampler } from "./sampling.ts";
import { StepCounter } from "./steps.ts";

const source = JSON.parse(process.argv[2]!) as Source;
const send = process.send!.bind(process) as (reply: Reply) => void;
// Ctrl-C is the parent's, who says when to stop.
process.on("SIGINT", () => undefined);
for (const stream of ["stdout", "stderr"])
  Object.defineProperty(process, stream, { value: { write: () => true } });
globalThis.console = Object.fromEntries(
  Object.keys(console).map((name) => [name, () => undefined]),
) as unknown as Console;
process.on("uncaughtException", failed);
process.on("unhandledRejection", failed);

const entrant = await load(source).catch(failed);
if (entrant) {
  let sampler: Sampler | undefined;
  let counter: StepCounter | undefined;
  const answer = async (request: Request): Promise<Reply> => {
    switch (request.type) {
      case "prepare":
        sampler = new Sampler(entrant, request.n);
        return { type: "time", ms: sampler.warmUp(request.warmMs) };
      case "sample":
        return { type: "time", ms: sampler!.sample(request.ms) };
      case "memory":
        return { type: "memory", ...memoryOf(entrant, request.n) };
      case "steps":
        if (!counter) await (counter = new StepCounter()).start();
        return { type: "steps", steps: await counter.of(entrant, request.n) };
      case "agree":
        return agreement(entrant, request.n);
    }
  };
  process.on("message", (request: Request) => {
    answer(request).then(send, failed);
  });
  send({ type: "ready" });
}

function agreement({ input, copy, run, fault }: Entrant, n: number): Reply {
  const made = input(n);
  const given = copy ? copy(made) : made;
  const start = performance.now();
  const answer = run(given);
  const ms = performance.now() - start;
  const wrong = fault!(answer, n);
  return { type: "agreement", ms, ...(wrong !== undefined && { wrong }) };
}

function failed(thrown: unknown): undefined {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  send({ type: "failed", message });
}
