import fc from "fast-check";
import { problem, sameInAnyOrder } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Does no column and no diagonal hold two of these queens? */
function isPeaceful(board: readonly string[]): boolean {
  const queens = board.flatMap((line, row) =>
    Array.from(line, (square, column) => ({ square, row, column })).filter(({ square }) => square === "Q"),
  );
  const lines = [
    queens.map(({ column }) => column),
    queens.map(({ row, column }) => row - column),
    queens.map(({ row, column }) => row + column),
  ];
  return lines.every((line) => new Set(line).size === queens.length);
}

export default problem(stub, {
  takes: { n: "number" },
  returns: "string[][]",
  severalAnswers: true,
  examples: [
    {
      input: [4],
      output: [
        [".Q..", "...Q", "Q...", "..Q."],
        ["..Q.", "Q...", "...Q", ".Q.."],
      ],
    },
    { input: [1], output: [["Q"]] },
    { input: [3], output: [] },
  ],
  constraints: {
    "n is an integer from 1 to 9": ([n]) => Number.isInteger(n) && n >= 1 && n <= 9,
  },
  // Larger boards take the obvious approach long, and wrong solutions make tens of thousands of them; see the workloads.
  inputs: fc.tuple(
    fc.oneof(
      { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 9 },
      { arbitrary: fc.constant(6), weight: 1 },
    ),
  ),
  call: ({ solveNQueens }, [n]) => solveNQueens(n),
  checks: {
    "each board has n rows of n squares": (boards, [n]) =>
      boards.every((board) => board.length === n && board.every((line) => line.length === n)),
    "each square is a queen or a dot": (boards) =>
      boards.every((board) => board.every((line) => /^[Q.]*$/.test(line))),
    "each row has one queen": (boards) =>
      boards.every((board) => board.every((line) => line.split("Q").length === 2)),
    "no queen attacks another": (boards) => boards.every(isPeaceful),
    "no board is there twice": (boards) =>
      new Set(boards.map((board) => board.join("\n"))).size === boards.length,
    "every solution is there": sameInAnyOrder,
  },
  workloads: {
    "the whole board": (n) => [n],
  },
  growth: "n!",
  largest: 9,
});
