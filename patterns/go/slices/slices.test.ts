import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { int, Panic, string, unit } from "../runtime/runtime.ts";
import {
  append,
  appendSlice,
  clear,
  copy,
  makeSlice,
  nilSlice,
  type Slice,
  sliceArray,
  sliceOf,
  sliceType,
} from "./slices.ts";

/** The naive twin: a slice is a list of the addresses of its cells in one heap, up to its capacity. */
interface Refs {
  readonly cells: readonly number[];
  readonly len: number;
  readonly isNil: boolean;
}

/** Capacities of up to 64 words, which is all that is reached here, are the sizes of the allocator's classes. */
const words = [
  1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 64,
];

class Heap {
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
      grown = this.make(
        len,
        words.find((cap) => cap >= wanted)!,
      );
      this.write(grown, 0, this.read(s));
    }
    this.write(grown, s.len, values);
    return grown;
  }
}

/** Two variables of type []int, in both worlds. */
interface World {
  readonly heap: Heap;
  readonly real: [Slice<number>, Slice<number>];
  readonly twin: [Refs, Refs];
}

type Which = 0 | 1;

/** One statement: what it does to the real slices, and what to the twins. Panics in both or in neither. */
interface Statement {
  readonly text: string;
  readonly real: (world: World) => void;
  readonly twin: (world: World) => void;
}

const names = ["a", "b"] as const;
const written = [7, 8, 9];

function assigned(to: Which, from: Which, low: number, high: number, max?: number): Statement {
  return {
    text: `${names[to]} = ${names[from]}[${low}:${high}${max === undefined ? "" : `:${max}`}]`,
    real({ real }) {
      real[to] = max === undefined ? real[from].slice(low, high) : real[from].slice(low, high, max);
    },
    twin({ twin }) {
      const { cells, isNil } = twin[from];
      const end = max ?? cells.length;
      if (!(0 <= low && low <= high && high <= end && end <= cells.length)) throw new Error("bounds");
      twin[to] = { cells: cells.slice(low, end), len: high - low, isNil };
    },
  };
}

function appended(to: Which, from: Which, count: number): Statement {
  const values = written.slice(0, count);
  return {
    text: `${names[to]} = append(${[names[from], ...values].join(", ")})`,
    real({ real }) {
      real[to] = append(real[from], ...values);
    },
    twin({ heap, twin }) {
      twin[to] = heap.append(twin[from], values);
    },
  };
}

function appendedSlice(to: Which, from: Which, other: Which): Statement {
  return {
    text: `${names[to]} = append(${names[from]}, ${names[other]}...)`,
    real({ real }) {
      real[to] = appendSlice(real[from], real[other]);
    },
    twin({ heap, twin }) {
      twin[to] = heap.append(twin[from], heap.read(twin[other]));
    },
  };
}

function set(which: Which, i: number): Statement {
  return {
    text: `${names[which]}[${i}] = 5`,
    real: ({ real }) => real[which].set(i, 5),
    twin({ heap, twin }) {
      if (!(i >= 0 && i < twin[which].len)) throw new Error("bounds");
      heap.write(twin[which], i, [5]);
    },
  };
}

function copied(to: Which, from: Which): Statement {
  return {
    text: `copy(${names[to]}, ${names[from]})`,
    real({ real }) {
      expect(copy(real[to], real[from])).toBe(Math.min(real[to].len, real[from].len));
    },
    twin: ({ heap, twin }) => heap.write(twin[to], 0, heap.read(twin[from]).slice(0, twin[to].len)),
  };
}

function cleared(which: Which): Statement {
  return {
    text: `clear(${names[which]})`,
    real: ({ real }) => clear(real[which]),
    twin: ({ heap, twin }) => heap.write(twin[which], 0, heap.read(twin[which]).fill(0)),
  };
}

function execute(statement: Statement, world: World): void {
  let panicked = false;
  try {
    statement.real(world);
  } catch (thrown) {
    if (!(thrown instanceof Panic)) throw thrown;
    panicked = true;
  }
  let refused = false;
  try {
    statement.twin(world);
  } catch {
    refused = true;
  }
  if (panicked !== refused) throw new Error(`${statement.text}: ${panicked ? "panicked" : "did not panic"}`);
}

/** Everything a program can see of the two, including which cells they share. */
function seen(of: World): { readonly real: unknown; readonly twin: unknown } {
  const { heap, real, twin } = of;
  const [a, b] = real;
  const distance =
    a.array !== null && a.array === b.array && a.cap > 0 && b.cap > 0 ? b.offset - a.offset : undefined;
  const [cellsA, cellsB] = [twin[0].cells, twin[1].cells];
  const shared = cellsA.some((cell) => cellsB.includes(cell));
  return {
    real: {
      slices: real.map((s) => [s.isNil, s.len, s.cap, ...s.slice(0, s.cap).toArray(s.cap)]),
      overlap: distance !== undefined && -b.cap < distance && distance < a.cap ? distance : undefined,
    },
    twin: {
      slices: twin.map((s) => [s.isNil, s.len, s.cells.length, ...heap.read({ ...s, len: s.cells.length })]),
      overlap: shared ? cellsA[0]! - cellsB[0]! && cellsB[0]! - cellsA[0]! : undefined,
    },
  };
}

/** `a := make([]int, len, cap)` with 1, 2, 3 ... in its cells, and `b := a`; or two nil slices. */
function begin(len: number, cap: number): World {
  const heap = new Heap();
  if (cap === 0) {
    const none: Refs = { cells: [], len: 0, isNil: true };
    return { heap, real: [nilSlice(int), nilSlice(int)], twin: [none, none] };
  }
  const real = makeSlice(int, len, cap);
  const twin = heap.make(len, cap);
  for (let i = 0; i < cap; i++) {
    real.slice(0, cap).set(i, i + 1);
    heap.write(twin, i, [i + 1]);
  }
  return { heap, real: [real, real], twin: [twin, twin] };
}

function follow(world: World, statements: readonly Statement[]): void {
  for (const statement of statements) execute(statement, world);
  const { real, twin } = seen(world);
  if (JSON.stringify(real) === JSON.stringify(twin)) return;
  expect(real, statements.map(({ text }) => text).join("; ")).toEqual(twin);
}

const either: readonly Which[] = [0, 1];

/** Enough to slice off either end, with and without a maximum, to append within and beyond, and to write through either. */
const few = [
  ...either.flatMap((to) => [
    assigned(to, 0, 1, 2),
    assigned(to, 0, 0, 1),
    assigned(to, 1, 0, 1, 1),
    assigned(to, 1, 1, 3),
  ]),
  ...either.flatMap((to) => either.flatMap((from) => [appended(to, from, 1), appendedSlice(to, from, 0)])),
  appended(0, 1, 0),
  appended(1, 0, 3),
  set(0, 0),
  set(1, 1),
  copied(0, 1),
  copied(1, 0),
  cleared(0),
];

describe("slices agree with a heap of cells, in contents, capacity and what is shared", () => {
  test("after every three of these statements, from every small beginning", () => {
    for (const [len, cap] of [
      [0, 0],
      [0, 2],
      [2, 2],
      [2, 3],
      [3, 4],
    ] as const)
      for (const first of few)
        for (const second of few) for (const third of few) follow(begin(len, cap), [first, second, third]);
  });

  test("after every long series of statements, some of which panic", () => {
    const which = fc.constantFrom<Which>(0, 1);
    const index = fc.integer({ min: -1, max: 12 });
    const statement = fc.oneof(
      fc
        .tuple(which, which, index, index, fc.option(index, { nil: undefined }))
        .map((args) => assigned(...args)),
      fc
        .tuple(which, which, fc.nat(6), fc.nat(6), fc.option(fc.nat(3), { nil: undefined }))
        .map(([to, from, low, more, spare]) =>
          assigned(to, from, low, low + more, spare === undefined ? undefined : low + more + spare),
        ),
      fc.tuple(which, which, fc.nat(3)).map((args) => appended(...args)),
      fc.tuple(which, index).map((args) => set(...args)),
      fc.tuple(which, which).map((args) => copied(...args)),
      which.map((each) => cleared(each)),
    );
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.array(statement, { maxLength: 14 }), (len, spare, statements) => {
        for (let end = 1; end <= statements.length; end++)
          follow(begin(len, len + spare), statements.slice(0, end));
      }),
      { numRuns: 300 },
    );
  });
});

describe("append", () => {
  test("within the capacity writes over what a longer slice sees; beyond it leaves that alone", () => {
    const whole = sliceOf(int, 1, 2, 3, 4);
    append(whole.slice(0, 2), 30);
    expect(String(whole)).toBe("[1 2 30 4]");
    append(whole.slice(0, 2, 2), 40);
    append(whole, 50).set(0, 10);
    expect(String(whole)).toBe("[1 2 30 4]");
  });

  test("what lies between len and cap is zero in a new array, even if it was not in the old one", () => {
    const s = sliceOf(int, 1, 2, 3, 4, 5).slice(0, 2, 2);
    const grown = append(s, 9);
    expect(grown.slice(0, grown.cap).toArray(grown.cap)).toEqual([1, 2, 9, 0]);
  });

  test("of nothing is the same slice: nil stays nil, and an empty one stays empty", () => {
    expect(append(nilSlice(int)).isNil).toBe(true);
    expect(appendSlice(nilSlice(int), sliceOf(int)).isNil).toBe(true);
    expect(append(sliceOf(int)).isNil).toBe(false);
    expect(append(nilSlice(unit), undefined)).toMatchObject({ isNil: false, len: 1, cap: 1 });
  });

  test("of a slice to itself reads before it writes", () => {
    const s = sliceOf(int, 1, 2, 3, 0, 0, 0);
    expect(String(appendSlice(s.slice(0, 3), s.slice(1, 4)))).toBe("[1 2 3 2 3 0]");
    expect(String(appendSlice(s.slice(0, 1), s.slice(0, 3)))).toBe("[1 1 2 3]");
  });
});

describe("copy", () => {
  test("moves every range of six cells to every other as though through a second array", () => {
    for (let to = 0; to < 6; to++)
      for (let from = 0; from < 6; from++)
        for (let n = 0; n <= 6 - from; n++) {
          const array = [1, 2, 3, 4, 5, 6];
          const expected = [...array];
          array.slice(from, from + n).forEach((value, i) => to + i < 6 && (expected[to + i] = value));
          expect(copy(sliceArray(int, array, to), sliceArray(int, array, from, from + n))).toBe(
            Math.min(n, 6 - to),
          );
          expect(array).toEqual(expected);
        }
  });

  test("between arrays does not care which of them is further on", () => {
    const from = sliceOf(string, "a", "b", "c");
    const to = makeSlice(string, 5);
    expect(copy(to.slice(3), from.slice(1))).toBe(2);
    expect(to.toArray(5)).toEqual(["", "", "", "b", "c"]);
  });
});

describe("nil and empty", () => {
  test("a nil slice is empty, and so is every slice of it, which is nil too", () => {
    expect(nilSlice(int)).toMatchObject({ isNil: true, len: 0, cap: 0 });
    expect(nilSlice(int).slice(0, 0, 0).isNil).toBe(true);
    expect([...nilSlice(int)]).toEqual([]);
    clear(nilSlice(int));
    expect(copy(nilSlice(int), sliceOf(int, 1))).toBe(0);
    expect(nilSlice(int).toArray(0)).toEqual([]);
  });

  test.each([
    ["make([]int, 0)", makeSlice(int, 0)],
    ["[]int{}", sliceOf(int)],
    ["s[0:0]", sliceOf(int, 1).slice(0, 0, 0)],
    ["array[0:0]", sliceArray(int, [])],
  ])("%s is empty and not nil", (_, s) => {
    expect(s).toMatchObject({ isNil: false, len: 0 });
  });

  test("the elements of a new slice of slices are nil, and can be appended to", () => {
    const rows = makeSlice(sliceType(int), 2);
    expect(rows.get(0).isNil).toBe(true);
    rows.set(1, append(rows.get(1), 7));
    expect(String(rows)).toBe("[[] [7]]");
    expect(sliceType(sliceType(int)).name).toBe("[][]int");
  });
});

describe("range", () => {
  test("takes the length once, and each element when its turn comes", () => {
    let s = sliceOf(int, 1, 2, 3).slice(0, 3);
    const pairs: [number, number][] = [];
    for (const [i, v] of s) {
      pairs.push([i, v]);
      if (i === 0) s.set(1, 20);
      s = append(s, 99);
      if (i === 1) s.set(2, 30); // of the array that append has made
    }
    expect(pairs).toEqual([
      [0, 1],
      [1, 20],
      [2, 3],
    ]);
    expect(s.len).toBe(6);
  });
});

describe("arrays", () => {
  test("a slice of an array shares it; a conversion back is a copy", () => {
    const array = [1, 2, 3];
    const s = sliceArray(int, array, 1);
    s.set(0, 20);
    const copied = s.toArray(2);
    copied[1] = 99;
    expect(array).toEqual([1, 20, 3]);
    expect(sliceArray(int, array, 0, 1, 2)).toMatchObject({ len: 1, cap: 2 });
  });

  test("an array shorter than the slice takes its beginning", () => {
    expect(sliceOf(int, 1, 2, 3).toArray(2)).toEqual([1, 2]);
  });
});
