/** A context as a program may write its own, with nothing of the runtime's in it. For tests. */
import type { RecvChan } from "../channels/channel.ts";
import { type Context, type Go, makeChan, unit } from "../runtime.ts";

export class Custom implements Context {
  readonly channel = makeChan(unit);
  error: Error | null = null;
  deadline(): [number, boolean] {
    return [0, false];
  }
  done(): RecvChan<void> {
    return this.channel;
  }
  err(): Error | null {
    return this.error;
  }
  value(): null {
    return null;
  }
  *cancel(error: Error): Go {
    this.error = error;
    yield* this.channel.close();
  }
}
