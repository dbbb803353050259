/** Thrown when the budget is used up. It cannot be swallowed for long: every later step throws again. */
export class OutOfSteps extends Error {
  override readonly name = "OutOfSteps";
}

/**
 * The counter that compiled code counts with. `left` counts down, so that the check which stands in every
 * loop and function is one decrement and one comparison.
 */
export class Steps {
  left = Infinity;
  private budget = Infinity;

  allow(budget: number): void {
    this.left = this.budget = budget;
  }

  get used(): number {
    return this.budget - this.left;
  }

  /** Below zero even if the subject caught what was thrown. */
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
    this.left = Infinity;
    try {
      return work();
    } finally {
      this.left = left;
    }
  }

  charge(steps: number): void {
    if ((this.left -= steps) < 0) this.out();
  }

  /** Charges for reading or copying all of `value`: its length, or the number itself where a size is asked for. */
  sized<T>(value: T): T {
    this.charge(sizeOf(value));
    return value;
  }

  /** Charges for spreading `value`; an iterator's length is known only when it has been walked. */
  spread(value: Iterable<unknown>): Iterable<unknown> {
    const known = typeof value === "string" || Array.isArray(value) || hasSize(value);
    return this.sized(known ? value : [...value]);
  }
}

/** The number of elements, characters, entries or properties; a number is the size that is asked for. */
export function sizeOf(value: unknown): number {
  if (typeof value === "number") return value > 0 ? value : 0;
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (hasSize(value)) return value.size;
  return Object.keys(value).length;
}

function hasSize(value: object): value is { size: number } {
  return typeof (value as { size?: unknown }).size === "number" && "has" in value;
}
