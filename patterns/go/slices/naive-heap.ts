/** The naive twin of slices, for their laws: all cells are in one heap, and each slice lists the addresses of its own. */

/** The addresses of the cells of a slice, up to its capacity. */
export interface Refs {
  readonly cells: readonly number[];
  readonly len: number;
  readonly isNil: boolean;
}

/** Capacities of up to 128 words, which is all that is reached here, are the sizes of the allocator's classes. */
const words = [
  1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 64, 72, 80,
  88, 96, 112, 128,
];

export class Heap {
  readonly values: number[] = [];

  make(len: number, cap: number): Refs {
    const cells = Array.from({ length: cap }, () => this.values.push(0) - 1);
    return { cells, len, isNil: false };
  }

  read({ cells, len }: Refs): number[] {
    return cells.slice(0, len).map((cell) => this.values[cell]!);
  }

  write({ cells }: Refs, at: number, values: readonly number[]): void {
    values.forEach((value, i) => (this.values[cells[at + i]!] = value));
  }

  append(s: Refs, values: readonly number[]): Refs {
    const len = s.len + values.length;
    let grown: Refs = { ...s, len };
    if (len > s.cells.length) {
      const wanted = Math.max(len, 2 * s.cells.length);
      const cap = words.find((size) => size >= wanted)!;
      grown = this.make(len, cap);
      this.write(grown, 0, this.read(s));
    }
    this.write(grown, s.len, values);
    return grown;
  }
}
