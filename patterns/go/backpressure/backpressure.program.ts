/** A server that needs 2 ms for each request gets one each millisecond. What becomes of the queue, and of those who wait? */
import {
  type Go,
  int,
  makeChan,
  Millisecond,
  nilChan,
  now,
  println,
  range,
  sleep,
  WaitGroup,
} from "../runtime/runtime.ts";
import { displace, offer, put } from "./backpressure.ts";

function* serve(name: string, cap: number, policy: "put" | "offer" | "displace"): Go {
  const queue = makeChan(int, cap);
  const group = new WaitGroup();
  let [served, longest] = [0, 0];
  yield* group.go(function* server() {
    for (const arrived = range(queue); yield* arrived.next();) {
      yield* sleep(2 * Millisecond);
      served++;
      longest = Math.max(longest, now() - arrived.value);
    }
  });
  const began = now();
  for (let i = 0; i < 100; i++) {
    const arrived = now();
    if (policy === "put") yield* put(nilChan(), queue, arrived);
    else if (policy === "offer") yield* offer(queue, arrived);
    else yield* displace(queue, arrived);
    yield* sleep(Millisecond);
  }
  const sending = now() - began;
  yield* queue.close();
  yield* group.wait();
  const ms = (time: number): string => `${time / Millisecond} ms`;
  println(`${name}: ${served} served, the slowest in ${ms(longest)}; the sender was busy for ${ms(sending)}`);
}

export default function* main(): Go {
  yield* serve("room for everything", 100, "put");
  yield* serve("wait for room      ", 8, "put");
  yield* serve("drop the newest    ", 8, "offer");
  yield* serve("drop the oldest    ", 8, "displace");
}
