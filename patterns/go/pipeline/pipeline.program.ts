/** Read, parse and store ten lines, the seventh of which is broken: all stages end, and main hears of it. */
import { type Go, int, Millisecond, println, sleep, string } from "../runtime/runtime.ts";
import { type Attempt, Pipeline } from "./pipeline.ts";

function* parse(line: string): Go<Attempt<number>> {
  yield* sleep(2 * Millisecond);
  const parsed = Number(line);
  return Number.isNaN(parsed) ? [undefined, new Error(`"${line}" is not a number`)] : [parsed, null];
}

export default function* main(): Go {
  const p = new Pipeline();
  const lines = yield* p.stage(string, function* (emit) {
    for (let i = 0; i < 10; i++) {
      yield* sleep(Millisecond);
      const err = yield* emit(i === 6 ? "six" : String(i));
      if (err !== null) return err;
    }
    return null;
  });
  const numbers = yield* p.map(lines, int, parse);
  const err = yield* p.drain(numbers, function* (number) {
    yield* sleep(Millisecond);
    println("stored", number);
    return null;
  });
  println("error:", err);
}
