/** Three workers, eight jobs of different lengths, one of which panics: who does what, and when. */
import {
  go,
  type Go,
  int,
  makeChan,
  Millisecond,
  nilChan,
  panic,
  println,
  range,
  sleep,
} from "../runtime/runtime.ts";
import { type Attempt, workerPool } from "./worker-pool.ts";

function* resize(picture: number): Go<Attempt<string>> {
  yield* sleep((1 + ((picture * 5) % 7)) * Millisecond);
  if (picture === 4) panic("not a picture");
  return [`${picture}.png`, null];
}

export default function* main(): Go {
  const pictures = makeChan(int);
  go(function* producer() {
    for (let picture = 0; picture < 8; picture++) yield* pictures.send(picture);
    yield* pictures.close();
  });
  const results = yield* workerPool(nilChan(), 3, pictures, resize);
  for (const each = range(results); yield* each.next();) {
    const { job, value, err } = each.value;
    println(job, err ?? value);
  }
}
