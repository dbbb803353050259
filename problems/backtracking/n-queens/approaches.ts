import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Writes a placement down, given each row's column. */
function drawn(columns: readonly number[]): string[] {
  return columns.map((column) => ".".repeat(column) + "Q" + ".".repeat(columns.length - column - 1));
}

/** Does no queen stand on a diagonal with another one? */
function isPeaceful(columns: readonly number[]): boolean {
  for (let row = 0; row < columns.length; row++) {
    for (let above = 0; above < row; above++) {
      if (Math.abs(columns[row]! - columns[above]!) === row - above) return false;
    }
  }
  return true;
}

/** Puts the queens into different rows and columns in every way, and looks at the diagonals last. O(n! · n²) time. */
export function everyPermutation(n: number): string[][] {
  const boards: string[][] = [];
  const columns = Array.from({ length: n }, (_, column) => column);
  /** Tries all orders of the columns from this row on. */
  const arrange = (row: number): void => {
    if (row === n) {
      if (isPeaceful(columns)) boards.push(drawn(columns));
      return;
    }
    for (let other = row; other < n; other++) {
      [columns[row], columns[other]] = [columns[other]!, columns[row]!];
      arrange(row + 1);
      [columns[row], columns[other]] = [columns[other]!, columns[row]];
    }
  };
  arrange(0);
  return boards;
}

/** Goes row by row, and keeps the columns and diagonals that are taken in sets. O(n!) time, O(n) space. */
export function rowByRow(n: number): string[][] {
  const boards: string[][] = [];
  const columns: number[] = [];
  const taken = new Set<number>();
  const falling = new Set<number>();
  const rising = new Set<number>();
  const place = (row: number): void => {
    if (row === n) {
      boards.push(drawn(columns));
      return;
    }
    for (let column = 0; column < n; column++) {
      if (taken.has(column) || falling.has(row - column) || rising.has(row + column)) continue;
      columns.push(column);
      taken.add(column);
      falling.add(row - column);
      rising.add(row + column);
      place(row + 1);
      columns.pop();
      taken.delete(column);
      falling.delete(row - column);
      rising.delete(row + column);
    }
  };
  place(0);
  return boards;
}

/** The same with a bit for each square of the row, and one look at each free square only. O(n!) time, O(n) space. */
export function bitMasks(n: number): string[][] {
  const boards: string[][] = [];
  const columns: number[] = [];
  const wholeRow = (1 << n) - 1;
  /** The masks say which squares of the present row are attacked: from straight above, from its right, from its left. */
  const place = (above: number, fromRight: number, fromLeft: number): void => {
    if (columns.length === n) {
      boards.push(drawn(columns));
      return;
    }
    let free = wholeRow & ~(above | fromRight | fromLeft);
    while (free !== 0) {
      const square = free & -free;
      free ^= square;
      columns.push(31 - Math.clz32(square));
      place(above | square, (fromRight | square) >> 1, (fromLeft | square) << 1);
      columns.pop();
    }
  };
  place(0, 0, 0);
  return boards;
}

export default {
  "every permutation": { growth: "n!", solveNQueens: everyPermutation },
  "row by row": { growth: "n!", solveNQueens: rowByRow },
  "bit masks": { growth: "n!", solveNQueens: bitMasks },
} satisfies Approaches<typeof stub>;
