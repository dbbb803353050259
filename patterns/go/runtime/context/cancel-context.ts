/** Contexts that can be cancelled, and how a cancellation comes down to them. Go 1.23: context/context.go, cancelCtx. */
import { inAnyOrder } from "../maps/any-order.ts";
import { type Chan, makeChan, type RecvChan } from "../channels/channel.ts";
import { Canceled, type Context, Derived } from "./context.ts";
import { go } from "../go.ts";
import type { Go } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import type { Clock } from "../races.ts";
import { recv, select } from "../channels/select.ts";
import { unit } from "../types.ts";
import { current } from "../world.ts";
import { noteMethods } from "../noted.ts";

/** An operation; only the first call has an effect. */
export type CancelFunc = () => Go;
/** The cause is what `cause(ctx)` tells; null for `Canceled`. */
export type CancelCauseFunc = (cause: Error | null) => Go;

/** The key at which every context finds the nearest one above that can be cancelled. */
export const cancelKey = Symbol("cancel");

export class CancelContext extends Derived {
  private readonly channel: Chan<void> = makeChan(unit);
  /** Set together with the closing of the channel, never changed again. */
  private error: Error | null = null;
  private why: Error | null = null;
  /** Those that are cancelled with it; empty once it is cancelled. */
  readonly children = new Set<CancelContext>();
  /** Whose child it is; none when the parent is not one of ours. */
  private above: CancelContext | undefined = undefined;
  /** What was known to those who added children or cancelled: Go's mutex of the context. */
  clock: Clock | undefined = undefined;

  override done(): RecvChan<void> {
    return this.channel;
  }

  override err(): Error | null {
    this.looked();
    return this.error;
  }

  /** Null until it is cancelled. */
  get cause(): Error | null {
    this.looked();
    return this.why;
  }

  /**
   * Is cancelled with the parent from now on, or at once when the parent is already: that needs no operation, since
   * nobody can know this context yet, still less wait for it.
   */
  follow(): void {
    const { parent } = this;
    const done = parent.done();
    if (done.isNil) return;
    const above = ancestorOf(parent);
    if (above?.done() === done) above.adopt(this);
    else if ((done as unknown as Chan<void>).canRecv) this.end(parent.err() ?? Canceled, cause(parent));
    else go(watchParent, parent, this);
  }

  /** First this one is done, then its children, in any order; others may see the one without the other. */
  *cancel(remove: boolean, error: Error, cause: Error | null): Go {
    yield* point("cancel(ctx)");
    if (this.end(error, cause)) {
      const children = [...this.children];
      this.children.clear();
      for (const child of inAnyOrder(children)) yield* child.cancel(false, error, this.why);
    }
    if (remove) this.leave();
  }

  /** The parent need not hold it any more. */
  protected leave(): void {
    this.above?.children.delete(this);
  }

  /** Its own part of a cancellation; whether it was the first. */
  protected end(error: Error, cause: Error | null): boolean {
    if (this.error !== null) return false;
    const world = current();
    world.races?.releaseAcquire(world.running, this);
    this.error = error;
    this.why = cause ?? error;
    this.channel.shut(world);
    return true;
  }

  override own(key: unknown): { readonly value: unknown } | undefined {
    return key === cancelKey ? { value: this } : undefined;
  }

  protected what(): string {
    return "WithCancel";
  }

  private looked(): void {
    const world = current();
    world.races?.acquire(world.running, this);
  }

  private adopt(child: CancelContext): void {
    const world = current();
    world.races?.releaseAcquire(world.running, this);
    if (this.error !== null) {
      child.end(this.error, this.why);
      return;
    }
    this.children.add(child);
    child.above = this;
  }
}

noteMethods(CancelContext, "ctx");

/** For a parent of the program's own making, which does not tell its children: a goroutine waits there for them. */
function* watchParent(parent: Context, child: CancelContext): Go {
  const { index } = yield* select(recv(parent.done()), recv(child.done()));
  if (index === 0) yield* child.cancel(false, parent.err() ?? Canceled, cause(parent));
}

function ancestorOf(context: Context): CancelContext | undefined {
  const found = context.value(cancelKey);
  return found instanceof CancelContext ? found : undefined;
}

/** Go's context.Cause: why it was cancelled, its `err()` when nobody has said why; null while it is not. */
export function cause(context: Context): Error | null {
  const above = ancestorOf(context);
  return above === undefined ? context.err() : above.cause;
}

/** A context that is done when `cancel` is called or the parent is done. Call `cancel` in any case: until then the parent holds it. */
export function withCancel(parent: Context): [Context, CancelFunc] {
  const [context, cancel] = withCancelCause(parent);
  return [context, () => cancel(null)];
}

/** As withCancel; `cancel` takes the cause. */
export function withCancelCause(parent: Context): [Context, CancelCauseFunc] {
  const context = new CancelContext(parent);
  context.follow();
  return [context, (cause) => context.cancel(true, Canceled, cause)];
}
