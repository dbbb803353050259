/** A seeded source of random numbers: the same seed gives the same numbers, on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next: () => number;
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A new array with the same elements in random order. */
  shuffled<T>(values: readonly T[]): T[];
}

/** A seed nobody has chosen. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

/** mulberry32 by Tommy Ettinger: 32 bits of state, good enough to draw test data from. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffled = <T>(values: readonly T[]): T[] => {
    const result = [...values];
    for (let i = result.length - 1; i > 0; i--) {
      const j = integer(0, i);
      [result[i], result[j]] = [result[j]!, result[i]!];
    }
    return result;
  };
  return { next, integer, shuffled };
}
