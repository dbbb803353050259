/** What is to be done when a context is cancelled. Go 1.23: context/context.go, afterFuncCtx. */
import { CancelContext } from "./cancel-context.ts";
import { Canceled, type Context } from "./context.ts";
import { go } from "../go.ts";
import type { Go, Start } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import { noteMethods } from "../noted.ts";

class AfterFuncContext extends CancelContext {
  /** Undefined once it has been started, or never will be. */
  private f: Start | undefined;

  constructor(parent: Context, f: Start) {
    super(parent);
    this.f = f;
  }

  *stop(): Go<boolean> {
    yield* point("stop()");
    if (this.f === undefined) return false;
    this.f = undefined;
    yield* this.cancel(true, Canceled, null);
    return true;
  }

  protected override end(error: Error, cause: Error | null): boolean {
    const first = super.end(error, cause);
    const { f } = this;
    this.f = undefined;
    if (f !== undefined) go(f);
    return first;
  }
}

noteMethods(AfterFuncContext, "ctx");

/**
 * Go's context.AfterFunc: starts `f` in a goroutine of its own once `context` is done, at once if it is. Gives an
 * operation that prevents this; it says whether it did, and does not wait for an `f` that was started.
 */
export function contextAfterFunc(context: Context, f: Start): () => Go<boolean> {
  const watching = new AfterFuncContext(context, f);
  watching.follow();
  return () => watching.stop();
}
