/**
 * A pipeline: stages that run side by side, each a goroutine, joined by channels. All of them end together: at the end of
 * the data, at the first error, when the reader has had enough, or when the parent is done; and `drain` returns after the
 * last of them, so nobody is left behind.
 *
 *     const p = new Pipeline();
 *     const lines = yield* p.stage(string, function* (emit) { …; return yield* emit(line); });
 *     const parsed = yield* p.map(lines, record, parse);
 *     const err = yield* p.drain(parsed, store);
 *
 * Values keep their order. Memory: one value for each stage, and what the channels buffer. A panic ends the program, as
 * everywhere in Go. Tested under Go's scheduler with 1 to 4 Ps, a hundred random schedules, and explored ones.
 */
import {
  call,
  type Chan,
  go,
  type Go,
  makeChan,
  nilChan,
  Once,
  otherwise,
  recv,
  type RecvChan,
  select,
  send,
  type Type,
  unit,
  WaitGroup,
} from "../runtime/runtime.ts";

/** What Go's `(T, error)` is: one of the two counts. */
export type Attempt<T> = readonly [value: T, err: null] | readonly [value: undefined, err: Error];

/** Sends a value to the next stage. Its error, which is `canceled`, is to be returned. */
export type Emit<T> = (value: T) => Go<Error | null>;

/** What a stage meets when the pipeline is being taken down, for whatever reason. */
export const canceled = new Error("pipeline canceled");

/** Returned by the reader: stop here, and that is no failure. */
export const enough = new Error("enough");

export class Pipeline {
  private readonly quit: Chan<void> = makeChan(unit);
  private readonly once = new Once();
  private failure: Error | null = null;
  private readonly stages = new WaitGroup();

  /** When `parent` is closed, the pipeline is canceled. Call it within a running program. */
  constructor(parent: RecvChan<unknown> = nilChan()) {
    if (parent.isNil) return;
    const watching = [recv(parent), recv(this.quit)] as const;
    const end = (): Go => this.end(canceled);
    go(function* watcher() {
      const { index } = yield* select(...watching);
      if (index === 0) yield* end();
    });
  }

  /** Closed as soon as the pipeline is to end: for stages that wait for something else than their channels. */
  get done(): RecvChan<void> {
    return this.quit;
  }

  /**
   * Starts a goroutine that sends what `body` emits, and gives the channel. It is closed when `body` ends. An error that it
   * returns cancels all stages; the first counts.
   */
  *stage<T>(type: Type<T>, body: (emit: Emit<T>) => Go<Error | null>, cap = 0): Go<RecvChan<T>> {
    const out = makeChan(type, cap);
    const { quit } = this;
    const emit: Emit<T> = function* (value) {
      const { index } = yield* select(recv(quit), send(out, value));
      return index === 0 ? canceled : null;
    };
    const end = (err: Error): Go => this.end(err);
    yield* this.stages.go(function* stage() {
      try {
        const err = yield* body(emit);
        // Before the close, which says that all went well.
        if (err !== null) yield* end(err);
      } finally {
        yield* out.close();
      }
    });
    return out;
  }

  /** The stage that sends `f` of each value. */
  map<A, B>(from: RecvChan<A>, type: Type<B>, f: (value: A) => Go<Attempt<B>> | Attempt<B>): Go<RecvChan<B>> {
    const each = (handle: (value: A) => Go<Error | null>): Go<Error | null> => this.each(from, handle);
    return this.stage(type, (emit) =>
      each(function* (value) {
        const [result, err] = yield* call<Attempt<B>>(() => f(value));
        return err ?? (yield* emit(result));
      }),
    );
  }

  /** Handles each value: null when `from` has ended, the error of `handle`, or `canceled`. Then a stage should return it. */
  *each<T>(from: RecvChan<T>, handle: (value: T) => Go<Error | null> | Error | null): Go<Error | null> {
    for (;;) {
      const next = yield* select(recv(this.quit), recv(from));
      // If `from` was closed by a stage that failed, the pipeline is canceled by now: this is not the end of the data.
      const { index } = yield* select(recv(this.quit), otherwise);
      if (index === 0 || next.index === 0) return canceled;
      if (!next.ok) return null;
      const err = yield* call<Error | null>(() => handle(next.value));
      if (err !== null) return err;
    }
  }

  /**
   * Reads the last channel, in this goroutine, until it ends, `handle` returns an error, or a stage fails. Then it ends all
   * stages, waits for them, and returns the first error; null when there was none, or the reader had `enough`.
   */
  *drain<T>(from: RecvChan<T>, handle: (value: T) => Go<Error | null> | Error | null): Go<Error | null> {
    const err = yield* this.each(from, handle);
    yield* this.end(err === enough ? null : err);
    yield* this.stages.wait();
    return this.failure;
  }

  /** The first call decides; when a later one returns, that has been done. */
  private *end(err: Error | null): Go {
    const quitting = function* (this: Pipeline): Go {
      this.failure = err;
      yield* this.quit.close();
    };
    yield* this.once.do(quitting.bind(this));
  }
}
