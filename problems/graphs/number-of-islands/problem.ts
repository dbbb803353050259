import fc from "fast-check";
import { problem, sameAsObvious } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Grids of at most `columns` columns and maxCells cells; the last row is filled up with water. */
function grids(columns: number, maxCells: number, cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> {
  return fc
    .tuple(fc.integer({ min: 1, max: columns }), fc.array(cell, { minLength: 1, maxLength: maxCells }))
    .map(
      ([columns, cells]) =>
        Array.from({ length: Math.ceil(cells.length / columns) }, (_, r) =>
          Array.from({ length: columns }, (_, c) => cells[r * columns + c] ?? "0"),
        ),
      (grid) => {
        const rows = grid as string[][];
        return [rows[0]!.length, rows.flat()];
      },
    );
}

/** A grid of about n cells, as wide as it is high. */
function square(n: number, isLand: (r: number, c: number, columns: number) => boolean): string[][] {
  const rows = Math.floor(Math.sqrt(n));
  const columns = Math.floor(n / rows);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => (isLand(r, c, columns) ? "1" : "0")),
  );
}

/** How many cells are land, and how many pairs of neighbours both are. */
function counted(grid: string[][]): { land: number; joints: number } {
  let land = 0;
  let joints = 0;
  for (const [r, row] of grid.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell !== "1") continue;
      land++;
      if (row[c + 1] === "1") joints++;
      if (grid[r + 1]?.[c] === "1") joints++;
    }
  }
  return { land, joints };
}

const evenly = fc.constantFrom("0", "1");
const mostlyLand = fc.constantFrom("0", "1", "1");

export default problem(stub, {
  takes: { grid: "string[][]" },
  returns: "number",
  examples: [
    {
      input: [
        [
          ["1", "1", "0"],
          ["0", "1", "0"],
          ["0", "0", "1"],
        ],
      ],
      output: 2,
    },
    {
      input: [
        [
          ["1", "1", "1"],
          ["1", "0", "1"],
          ["1", "1", "1"],
        ],
      ],
      output: 1,
    },
    { input: [[["0", "0"]]], output: 0 },
  ],
  constraints: {
    "there are 1 to 300 rows": ([grid]) => grid.length >= 1 && grid.length <= 300,
    "all rows have the same 1 to 300 columns": ([grid]) =>
      grid.every((row) => row.length === grid[0]!.length && row.length >= 1 && row.length <= 300),
    'each cell is "0" or "1"': ([grid]) => grid.every((row) => row.every((cell) => /^[01]$/.test(cell))),
  },
  inputs: fc.tuple(
    fc.oneof(grids(3, 6, evenly), grids(4, 16, mostlyLand), grids(8, 40, evenly), grids(8, 40, mostlyLand)),
  ),
  call: ({ numIslands }, [grid]) => numIslands(grid),
  checks: {
    "no island without land, and no land without an island": (islands, [grid]) => {
      const { land } = counted(grid);
      return land === 0 ? islands === 0 : islands >= 1 && islands <= land;
    },
    "each pair of neighbours joins two islands at most": (islands, [grid]) => {
      const { land, joints } = counted(grid);
      return islands >= land - joints;
    },
    "neighbours on land are on one island, and nobody else is": sameAsObvious,
  },
  workloads: {
    "nothing but land": (n) => [square(n, () => true)],
    "one long winding island": (n) => [
      square(n, (r, c, columns) => r % 2 === 0 || c === (r % 4 === 1 ? columns - 1 : 0)),
    ],
    "a chessboard": (n) => [square(n, (r, c) => (r + c) % 2 === 0)],
    "land and water at random": (n, random) => [square(n, () => random.next() < 0.6)],
  },
  growth: "n",
});
