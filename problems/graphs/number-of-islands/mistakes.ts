import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "joins cells that touch at a corner": {
    law: "each pair of neighbours joins two islands at most",
    input: [
      [
        ["0", "1"],
        ["1", "0"],
      ],
    ],
    numIslands(grid) {
      const sink = (r: number, c: number): void => {
        if (grid[r]?.[c] !== "1") return;
        grid[r][c] = "0";
        for (const dr of [-1, 0, 1]) for (const dc of [-1, 0, 1]) sink(r + dr, c + dc);
      };
      let islands = 0;
      for (let r = 0; r < grid.length; r++) {
        for (let c = 0; c < grid[0]!.length; c++) {
          if (grid[r]![c] === "1") islands++;
          sink(r, c);
        }
      }
      return islands;
    },
  },
  "asks whether the text is truthy": {
    law: "no island without land, and no land without an island",
    input: [[["0"]]],
    numIslands(grid) {
      const seen = new Set<string>();
      const visit = (r: number, c: number): boolean => {
        if (!grid[r]?.[c] || seen.has(`${r},${c}`)) return false;
        seen.add(`${r},${c}`);
        visit(r - 1, c);
        visit(r + 1, c);
        visit(r, c - 1);
        visit(r, c + 1);
        return true;
      };
      let islands = 0;
      for (let r = 0; r < grid.length; r++) {
        for (let c = 0; c < grid[0]!.length; c++) if (visit(r, c)) islands++;
      }
      return islands;
    },
  },
  "walks to the right and down only": {
    law: "neighbours on land are on one island, and nobody else is",
    input: [
      [
        ["0", "1"],
        ["1", "1"],
      ],
    ],
    numIslands(grid) {
      const sink = (r: number, c: number): void => {
        if (grid[r]?.[c] !== "1") return;
        grid[r][c] = "0";
        sink(r + 1, c);
        sink(r, c + 1);
      };
      let islands = 0;
      for (let r = 0; r < grid.length; r++) {
        for (let c = 0; c < grid[0]!.length; c++) {
          if (grid[r]![c] === "1") islands++;
          sink(r, c);
        }
      }
      return islands;
    },
  },
  "joins the end of a row to the start of the next": {
    law: "each pair of neighbours joins two islands at most",
    input: [
      [
        ["0", "1"],
        ["1", "0"],
      ],
    ],
    numIslands(grid) {
      const columns = grid[0]!.length;
      const cells = grid.flat();
      let islands = 0;
      for (let start = 0; start < cells.length; start++) {
        if (cells[start] === "1") islands++;
        const stack = [start];
        while (stack.length > 0) {
          const cell = stack.pop()!;
          if (cells[cell] !== "1") continue;
          cells[cell] = "0";
          stack.push(cell - columns, cell + columns, cell - 1, cell + 1);
        }
      }
      return islands;
    },
  },
  "takes the grid to be square": {
    law: "no island without land, and no land without an island",
    input: [[["0", "1"]]],
    numIslands(grid) {
      const n = grid.length;
      const sink = (r: number, c: number): void => {
        if (r < 0 || r >= n || c < 0 || c >= n || grid[r]![c] !== "1") return;
        grid[r]![c] = "0";
        sink(r - 1, c);
        sink(r + 1, c);
        sink(r, c - 1);
        sink(r, c + 1);
      };
      let islands = 0;
      for (let r = 0; r < n; r++) {
        for (let c = 0; c < n; c++) {
          if (grid[r]![c] === "1") islands++;
          sink(r, c);
        }
      }
      return islands;
    },
  },
  "reads a row that is not there": {
    law: "does not throw",
    input: [[["1"]]],
    numIslands(grid) {
      const sink = (r: number, c: number): void => {
        if (grid[r]![c] !== "1") return;
        grid[r]![c] = "0";
        sink(r - 1, c);
        sink(r + 1, c);
        sink(r, c - 1);
        sink(r, c + 1);
      };
      let islands = 0;
      for (let r = 0; r < grid.length; r++) {
        for (let c = 0; c < grid[0]!.length; c++) {
          if (grid[r]![c] === "1") islands++;
          sink(r, c);
        }
      }
      return islands;
    },
  },
  "counts a joint within one island as a joining of two": {
    law: "no island without land, and no land without an island",
    input: [
      [
        ["1", "1"],
        ["1", "1"],
      ],
    ],
    numIslands(grid) {
      let islands = 0;
      for (const [r, row] of grid.entries()) {
        for (const [c, cell] of row.entries()) {
          if (cell !== "1") continue;
          islands++;
          if (grid[r - 1]?.[c] === "1") islands--;
          if (row[c - 1] === "1") islands--;
        }
      }
      return islands;
    },
  },
  "links the cells instead of their roots": {
    law: "neighbours on land are on one island, and nobody else is",
    input: [
      [
        ["1", "1"],
        ["1", "0"],
      ],
    ],
    numIslands(grid) {
      const columns = grid[0]!.length;
      const cells = grid.flat();
      const parent = [...cells.keys()];
      for (const [i, cell] of cells.entries()) {
        if (cell !== "1") continue;
        if (i % columns < columns - 1 && cells[i + 1] === "1") parent[i] = i + 1;
        if (cells[i + columns] === "1") parent[i] = i + columns;
      }
      return cells.filter((cell, i) => cell === "1" && parent[i] === i).length;
    },
  },
} satisfies Mistakes<typeof problem>;
