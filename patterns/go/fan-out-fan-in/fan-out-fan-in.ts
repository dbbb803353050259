/**
 * Fan-out and fan-in: copies of one stage share the values of one channel, and their results are merged into one.
 *
 *   fanOut    n copies that take values as they can; merged as they come, in no order
 *   inTurn    n copies that are dealt values in turn; collected in turn, in the order of the input
 *   merge, deal, collect: the parts of which these are made
 *
 * A stage is a function from a channel to a channel, which it closes when its input ends. Whoever stops reading before the
 * end has to close `done`, which the stages must heed as well; nilChan() means never. Memory: at most one value for each
 * goroutine and what the stages hold.
 *
 * Tested under Go's scheduler with 1 to 4 Ps, a hundred random schedules, and systematically explored ones.
 */
import {
  call,
  go,
  type Go,
  makeChan,
  of,
  recv,
  type RecvChan,
  select,
  send,
  type SendChan,
  type Type,
  WaitGroup,
} from "../runtime/runtime.ts";

export type Stage<A, B> = (from: RecvChan<A>) => Go<RecvChan<B>> | RecvChan<B>;

/** The results of `n` copies of a stage that share one input. Each copy's results keep their order, and that is all. */
export function* fanOut<A, B>(
  done: RecvChan<unknown>,
  n: number,
  from: RecvChan<A>,
  type: Type<B>,
  stage: Stage<A, B>,
): Go<RecvChan<B>> {
  requireCopies(n);
  const results: RecvChan<B>[] = [];
  for (let i = 0; i < n; i++) results.push(yield* call<RecvChan<B>>(() => stage(from)));
  return yield* merge(done, type, results);
}

/**
 * The results of `n` copies of a stage, in the order of the input. The stage must give one result for each value, in order.
 * A copy that is slow holds up the others, also those that have nothing to do: their turn has not come.
 */
export function* inTurn<A, B>(
  done: RecvChan<unknown>,
  n: number,
  from: RecvChan<A>,
  type: Type<B>,
  stage: Stage<A, B>,
): Go<RecvChan<B>> {
  requireCopies(n);
  const results: RecvChan<B>[] = [];
  for (const hand of deal(done, n, from)) results.push(yield* call<RecvChan<B>>(() => stage(hand)));
  return collect(done, type, results);
}

/** All values of all inputs, as they come; closed once, after the last input has ended. Starts a goroutine for each. */
export function* merge<T>(
  done: RecvChan<unknown>,
  type: Type<T>,
  inputs: readonly RecvChan<T>[],
): Go<RecvChan<T>> {
  const merged = makeChan(type);
  const group = new WaitGroup();
  for (const input of inputs) {
    yield* group.go(function* forwarder() {
      while (yield* forward(done, input, merged));
    });
  }
  go(function* closer() {
    yield* group.wait();
    yield* merged.close();
  });
  return merged;
}

/** n channels that get the values in turn: the i-th goes to channel i mod n. */
export function deal<T>(done: RecvChan<unknown>, n: number, from: RecvChan<T>): RecvChan<T>[] {
  requireCopies(n);
  const hands = Array.from({ length: n }, () => makeChan(of(from.zero)));
  go(function* dealer() {
    for (let i = 0; yield* forward(done, from, hands[i]!); i = (i + 1) % n);
    for (const hand of hands) yield* hand.close();
  });
  return hands;
}

/** One value of each input in turn, until the one whose turn it is has ended: what `deal` has dealt, in its order. */
export function collect<T>(
  done: RecvChan<unknown>,
  type: Type<T>,
  inputs: readonly RecvChan<T>[],
): RecvChan<T> {
  requireCopies(inputs.length);
  const collected = makeChan(type);
  go(function* collector() {
    for (let i = 0; yield* forward(done, inputs[i]!, collected); i = (i + 1) % inputs.length);
    yield* collected.close();
  });
  return collected;
}

/** Hands on one value; false when there is none any more, or `done` is closed. */
function* forward<T>(done: RecvChan<unknown>, from: RecvChan<T>, to: SendChan<T>): Go<boolean> {
  const next = yield* select(recv(done), recv(from));
  if (next.index === 0 || !next.ok) return false;
  const { index } = yield* select(recv(done), send(to, next.value));
  return index === 1;
}

function requireCopies(n: number): void {
  if (!(Number.isSafeInteger(n) && n >= 1))
    throw new RangeError(`${n} copies: it must be a whole number of at least 1`);
}
