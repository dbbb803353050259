/** Contexts that cancel themselves when their time has come. Go 1.23: context/context.go, timerCtx. */
import { type CancelFunc, CancelContext, withCancel } from "./cancel-context.ts";
import { Canceled, type Context, DeadlineExceeded } from "./context.ts";
import { durationText } from "../duration.ts";
import type { Go } from "../goroutine.ts";
import { panic } from "../panic.ts";
import { afterFunc, type Callback, now } from "../time.ts";
import { noteMethods } from "../noted.ts";

class DeadlineContext extends CancelContext {
  private readonly when: number;
  /** On the agenda only until it is cancelled. */
  private timer: Callback | undefined = undefined;

  constructor(parent: Context, when: number) {
    super(parent);
    this.when = when;
  }

  override deadline(): [number, boolean] {
    return [this.when, true];
  }

  /** When the time is over already it is done at once. */
  start(cause: Error | null): void {
    const left = this.when - now();
    if (left <= 0) {
      this.end(DeadlineExceeded, cause);
      this.leave();
    } else if (this.err() === null) {
      this.timer = afterFunc(left, () => this.cancel(true, DeadlineExceeded, cause));
    }
  }

  override *cancel(remove: boolean, error: Error, cause: Error | null): Go {
    yield* super.cancel(remove, error, cause);
    const { timer } = this;
    this.timer = undefined;
    if (timer !== undefined) yield* timer.stop();
  }

  protected override what(): string {
    return `WithDeadline(${durationText(this.when)} [${durationText(this.when - now())}])`;
  }
}

noteMethods(DeadlineContext, "ctx");

/** A context that is done at virtual time `when` at the latest; the parent's deadline holds if it is earlier. */
export function withDeadline(parent: Context, when: number): [Context, CancelFunc] {
  return withDeadlineCause(parent, when, null);
}

/** As withDeadline; `cause` is the cause when the time is over. */
export function withDeadlineCause(
  parent: Context | null,
  when: number,
  cause: Error | null,
): [Context, CancelFunc] {
  if (parent === null) panic("cannot create context from nil parent");
  const [earlier, ok] = parent.deadline();
  if (ok && earlier < when) return withCancel(parent);
  const context = new DeadlineContext(parent, when);
  context.follow();
  context.start(cause);
  return [context, () => context.cancel(true, Canceled, null)];
}

/** A context that is done after `duration` virtual nanoseconds at the latest. */
export function withTimeout(parent: Context, duration: number): [Context, CancelFunc] {
  return withTimeoutCause(parent, duration, null);
}

export function withTimeoutCause(
  parent: Context,
  duration: number,
  cause: Error | null,
): [Context, CancelFunc] {
  return withDeadlineCause(parent, now() + duration, cause);
}
