/** Contexts with a value, and contexts that outlive their parent. Go 1.23: context/context.go, valueCtx, withoutCancelCtx. */
import { cancelKey } from "./cancel-context.ts";
import { nilChan, type RecvChan } from "../channels/channel.ts";
import { uncomparable } from "../maps/comparable.ts";
import { type Context, Derived, shown } from "./context.ts";
import { panic } from "../panic.ts";

class ValueContext extends Derived {
  private readonly key: unknown;
  private readonly held: unknown;

  constructor(parent: Context, key: unknown, held: unknown) {
    super(parent);
    this.key = key;
    this.held = held;
  }

  override own(key: unknown): { readonly value: unknown } | undefined {
    return key === this.key ? { value: this.held } : undefined;
  }

  protected what(): string {
    return `WithValue(${shown(this.key)}, ${shown(this.held)})`;
  }
}

class WithoutCancel extends Derived {
  override deadline(): [number, boolean] {
    return [0, false];
  }

  override done(): RecvChan<void> {
    return nilChan();
  }

  override err(): null {
    return null;
  }

  override own(key: unknown): { readonly value: unknown } | undefined {
    return key === cancelKey ? { value: null } : undefined;
  }

  protected what(): string {
    return "WithoutCancel";
  }
}

/**
 * A context that holds `value` for `key`. Let the key be an object or symbol that only its owner can reach: strings
 * meet other packages' strings. Lookups cost one step for each context above.
 */
export function withValue(parent: Context, key: unknown, value: unknown): Context {
  const context = new ValueContext(parent, key, value);
  if (key === null || key === undefined) panic("nil key");
  if (uncomparable(key) !== undefined) panic("key is not comparable");
  return context;
}

/** The parent's values without its deadline and cancellation, for what has to be done afterwards. */
export function withoutCancel(parent: Context): Context {
  return new WithoutCancel(parent);
}
