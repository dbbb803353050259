/** Thrown when the budget is used up. It cannot be swallowed for long: every later step throws again. */
export class OutOfSteps extends Error {
  override readonly name = "OutOfSteps";
}

/** More than any budget, and still a small integer to V8. */
export const unlimited = 2 ** 30;

/**
 * The counter that compiled code counts with. `left` counts down, so that the check which stands in every
 * loop and function is one decrement and one comparison.
 */
export class Steps {
  left = unlimited;
  private budget = unlimited;

  allow(budget: number): void {
    this.left = this.budget = budget;
  }

  get used(): number {
    return this.budget - this.left;
  }

  /** The budget is spent, even if the subject caught what was thrown. */
  get usedUp(): boolean {
    return this.left < 0;
  }

  out(): never {
    throw new OutOfSteps(`more than ${this.budget} steps`);
  }

  tick(): void {
    if (--this.left < 0) this.out();
  }

  /** Lets `work` take as many steps as it likes: they are not the subject's. */
  free<T>(work: () => T): T {
    const { left } = this;
    this.left = unlimited;
    try {
      return work();
    } finally {
      this.left = left;
    }
  }

  /** NaN, as from an argument that is no number, charges nothing. */
  charge(steps: number): void {
    if (steps > 0 && (this.left -= steps) < 0) this.out();
  }

  /** Charges for copying all elements of `value`, or for as many as a number asks for. */
  sized<T>(value: T): T {
    this.charge(typeof value === "string" ? value.length : sizeOf(value));
    return value;
  }

  /** The same for `new Array(value)`: V8 makes longer arrays sparse, which costs nothing. */
  arrayLength<T>(value: T): T {
    const isSparse = typeof value === "number" && value > 2 ** 25 && value < 2 ** 32;
    return isSparse ? value : this.sized(value);
  }

  /** Charges for spreading `value`; an iterator's length is known only when it has been walked. */
  spread(value: unknown): unknown {
    const known = typeof value !== "object" || value === null || Array.isArray(value) || hasSize(value);
    // What cannot be walked is to throw where it stands, in the subject's own realm.
    return this.sized(known || !isIterable(value) ? value : [...value]);
  }
}

/** So many characters of text count as one step. */
export const textShare = 64;

/**
 * How many elements, entries or properties something has; a number is the size that is asked for. Built-ins copy text
 * many characters at a time, so that it counts for less: or else numbers would seem to cost the logarithm that
 * their digits are.
 */
export function sizeOf(value: unknown): number {
  if (typeof value === "number") return value > 0 ? Math.ceil(value) : 0;
  if (typeof value === "string") return value.length / textShare;
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (hasSize(value)) return value.size;
  return Object.keys(value).length;
}

function isIterable(value: object): value is Iterable<unknown> {
  return typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
}

function hasSize(value: object): value is { size: number } {
  return typeof (value as { size?: unknown }).size === "number" && "has" in value;
}
