import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "forgets the diagonals": {
    law: "no queen attacks another",
    input: [2],
    solveNQueens(n) {
      const boards: string[][] = [];
      const columns = new Set<number>();
      const place = (board: string[]): void => {
        if (board.length === n) boards.push(board);
        else {
          for (let column = 0; column < n; column++) {
            if (columns.has(column)) continue;
            columns.add(column);
            place([...board, ".".repeat(column) + "Q" + ".".repeat(n - column - 1)]);
            columns.delete(column);
          }
        }
      };
      place([]);
      return boards;
    },
  },
  "looks along one of the two diagonals": {
    law: "no queen attacks another",
    input: [2],
    solveNQueens(n) {
      const boards: string[][] = [];
      const columns = new Set<number>();
      const diagonals = new Set<number>();
      const place = (row: number, board: string[]): void => {
        if (row === n) {
          boards.push(board);
          return;
        }
        for (let column = 0; column < n; column++) {
          if (columns.has(column) || diagonals.has(row - column)) continue;
          columns.add(column);
          diagonals.add(row - column);
          place(row + 1, [...board, ".".repeat(column) + "Q" + ".".repeat(n - column - 1)]);
          columns.delete(column);
          diagonals.delete(row - column);
        }
      };
      place(0, []);
      return boards;
    },
  },
  "compares with the row above only": {
    law: "no queen attacks another",
    input: [3],
    solveNQueens(n) {
      const boards: string[][] = [];
      const place = (row: number, last: number, board: string[]): void => {
        if (row === n) {
          boards.push(board);
          return;
        }
        for (let column = 0; column < n; column++) {
          if (row > 0 && Math.abs(column - last) <= 1) continue;
          place(row + 1, column, [...board, ".".repeat(column) + "Q" + ".".repeat(n - column - 1)]);
        }
      };
      place(0, 0, []);
      return boards;
    },
  },
  "does not take a queen's marks back": {
    law: "every solution is there",
    input: [4],
    solveNQueens(n) {
      const boards: string[][] = [];
      const taken = new Set<string>();
      const place = (row: number, board: string[]): void => {
        if (row === n) {
          boards.push(board);
          return;
        }
        for (let column = 0; column < n; column++) {
          const lines = [`column ${column}`, `falling ${row - column}`, `rising ${row + column}`];
          if (lines.some((line) => taken.has(line))) continue;
          for (const line of lines) taken.add(line);
          place(row + 1, [...board, ".".repeat(column) + "Q" + ".".repeat(n - column - 1)]);
        }
      };
      place(0, []);
      return boards;
    },
  },
  "hands out the board it goes on changing": {
    law: "each row has one queen",
    input: [1],
    solveNQueens(n) {
      const boards: string[][] = [];
      const board = Array.from({ length: n }, () => ".".repeat(n));
      const isFree = (row: number, column: number): boolean =>
        board.slice(0, row).every((line, above) => {
          const queen = line.indexOf("Q");
          return queen !== column && Math.abs(queen - column) !== row - above;
        });
      const place = (row: number): void => {
        if (row === n) {
          boards.push(board);
          return;
        }
        for (let column = 0; column < n; column++) {
          if (!isFree(row, column)) continue;
          board[row] = ".".repeat(column) + "Q" + ".".repeat(n - column - 1);
          place(row + 1);
          board[row] = ".".repeat(n);
        }
      };
      place(0);
      return boards;
    },
  },
  "keeps both kinds of diagonal in one set": {
    law: "every solution is there",
    input: [4],
    solveNQueens(n) {
      const boards: string[][] = [];
      const columns = new Set<number>();
      const diagonals = new Set<number>();
      const place = (row: number, board: string[]): void => {
        if (row === n) {
          boards.push(board);
          return;
        }
        for (let column = 0; column < n; column++) {
          if (columns.has(column) || diagonals.has(row - column) || diagonals.has(row + column)) continue;
          columns.add(column);
          diagonals.add(row - column).add(row + column);
          place(row + 1, [...board, ".".repeat(column) + "Q" + ".".repeat(n - column - 1)]);
          columns.delete(column);
          diagonals.delete(row - column);
          diagonals.delete(row + column);
        }
      };
      place(0, []);
      return boards;
    },
  },
  "stops at the first solution": {
    law: "every solution is there",
    input: [4],
    solveNQueens(n) {
      const columns: number[] = [];
      const place = (row: number): boolean => {
        if (row === n) return true;
        for (let column = 0; column < n; column++) {
          const attacked = columns.some(
            (other, above) => other === column || Math.abs(other - column) === row - above,
          );
          if (attacked) continue;
          columns.push(column);
          if (place(row + 1)) return true;
          columns.pop();
        }
        return false;
      };
      if (!place(0)) return [];
      return [columns.map((column) => ".".repeat(column) + "Q" + ".".repeat(n - column - 1))];
    },
  },
  "mirrors the boards of the middle column too": {
    law: "no board is there twice",
    input: [1],
    solveNQueens(n) {
      const boards: string[][] = [];
      const columns: number[] = [];
      const draw = (mirrored: boolean): string[] =>
        columns.map((column) => {
          const at = mirrored ? n - 1 - column : column;
          return ".".repeat(at) + "Q" + ".".repeat(n - at - 1);
        });
      const place = (row: number): void => {
        if (row === n) {
          boards.push(draw(false), draw(true));
          return;
        }
        const end = row === 0 ? Math.ceil(n / 2) : n;
        for (let column = 0; column < end; column++) {
          const attacked = columns.some(
            (other, above) => other === column || Math.abs(other - column) === row - above,
          );
          if (attacked) continue;
          columns.push(column);
          place(row + 1);
          columns.pop();
        }
      };
      place(0);
      return boards;
    },
  },
} satisfies Mistakes<typeof problem>;
