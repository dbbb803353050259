/** What slices share, by a naive twin on a heap of cells. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { int, Panic } from "../runtime/runtime.ts";
import { Heap, type Refs } from "./naive-heap.ts";
import { append, appendSlice, clear, copy, makeSlice, nilSlice, type Slice } from "./slices.ts";

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

function execute({ text, real, twin }: Statement, world: World): void {
  const panicked = throws(real, world, Panic);
  if (panicked !== throws(twin, world, Error))
    throw new Error(`${text}: ${panicked ? "panicked" : "did not panic"}`);
}

function throws(act: (world: World) => void, world: World, what: new (...args: never[]) => Error): boolean {
  try {
    act(world);
    return false;
  } catch (thrown) {
    if (!(thrown instanceof what)) throw thrown;
    return true;
  }
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
