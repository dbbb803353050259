/** The same eight values through three copies of a stage, one of which gets the slow value: as they come, then in turn. */
import {
  go,
  type Go,
  int,
  makeChan,
  Millisecond,
  nilChan,
  now,
  println,
  range,
  type RecvChan,
  sleep,
} from "../runtime/runtime.ts";
import { fanOut, inTurn } from "./fan-out-fan-in.ts";

function source(): RecvChan<number> {
  const values = makeChan(int);
  go(function* source() {
    for (let value = 0; value < 8; value++) yield* values.send(value);
    yield* values.close();
  });
  return values;
}

/** A stage: value 1 takes 5 ms, all others 1 ms. */
function slow(from: RecvChan<number>): RecvChan<number> {
  const to = makeChan(int);
  go(function* copy() {
    for (const each = range(from); yield* each.next();) {
      yield* sleep((each.value === 1 ? 5 : 1) * Millisecond);
      yield* to.send(each.value);
    }
    yield* to.close();
  });
  return to;
}

export default function* main(): Go {
  for (const [name, way] of Object.entries({ fanOut, inTurn })) {
    const began = now();
    const values: number[] = [];
    const results = yield* way(nilChan(), 3, source(), int, slow);
    for (const each = range(results); yield* each.next();) values.push(each.value);
    println(name, values, `in ${(now() - began) / Millisecond} ms`);
  }
}
