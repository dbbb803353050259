/** golang.org/x/sync/errgroup: goroutines for the parts of one task, of which the first error counts. */
import { type CancelCauseFunc, withCancelCause } from "./context/cancel-context.ts";
import { type Chan, makeChan } from "./channels/channel.ts";
import type { Context } from "./context/context.ts";
import { call, go } from "./go.ts";
import type { Go, Start } from "./goroutine.ts";
import { panic } from "./panic.ts";
import { otherwise, select, send } from "./channels/select.ts";
import { Once } from "./sync/once.ts";
import { WaitGroup } from "./sync/wait-group.ts";
import { unit } from "./types.ts";
import { noteMethods } from "./noted.ts";

/** One part of the task: gives its error, or null. */
export type Task = Start<[], Error | null>;

export class Group {
  private cancel: CancelCauseFunc | undefined = undefined;
  private readonly running = new WaitGroup();
  private readonly once = new Once();
  private error: Error | null = null;
  /** Holds one value for each that runs, if their number is limited. */
  private tokens: Chan<void> | undefined = undefined;

  /** A group, and a context that is cancelled by the first error, which is its cause, or when `wait` returns. */
  static withContext(parent: Context): [Group, Context] {
    const [context, cancel] = withCancelCause(parent);
    const group = new Group();
    group.cancel = cancel;
    return [group, context];
  }

  /** At most `n` shall run together; negative is no limit, 0 lets none begin. Panics while any run under a limit. */
  setLimit(n: number): void {
    if (n < 0) {
      this.tokens = undefined;
      return;
    }
    const active = this.tokens?.len ?? 0;
    if (active > 0) {
      panic(new Error(`errgroup: modify limit while ${active} goroutines in the group are still active`));
    }
    this.tokens = makeChan(unit, n);
  }

  /** Starts `task` in a goroutine, when the limit allows it: waits until then. */
  *go(task: Task): Go {
    if (this.tokens !== undefined) yield* this.tokens.send();
    yield* this.start(task);
  }

  /** Starts `task` if the limit allows that now. */
  *tryGo(task: Task): Go<boolean> {
    if (this.tokens !== undefined) {
      const { index } = yield* select(send(this.tokens, undefined), otherwise);
      if (index === 1) return false;
    }
    yield* this.start(task);
    return true;
  }

  /** Waits for all of them. The first error, by time; null when there was none. */
  *wait(): Go<Error | null> {
    yield* this.running.wait();
    if (this.cancel !== undefined) yield* this.cancel(this.error);
    return this.error;
  }

  private *start(task: Task): Go {
    yield* this.running.add(1);
    const run = (): Go => this.run(task);
    go(Object.defineProperty(run, "name", { value: task.name }));
  }

  private *run(task: Task): Go {
    try {
      const error = yield* call(task);
      if (error !== null) yield* this.once.do(() => this.failed(error));
    } finally {
      if (this.tokens !== undefined) yield* this.tokens.recv();
      yield* this.running.done();
    }
  }

  private *failed(error: Error): Go {
    this.error = error;
    if (this.cancel !== undefined) yield* this.cancel(error);
  }
}

noteMethods(Group, "group");
