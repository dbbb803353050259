import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ["--stack-size=4000"],
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: "problems", include: ["problems/**/*.test.ts"] } },
      { extends: true, test: { name: "lab", include: ["lab/**/*.test.ts", "bench/**/*.test.ts"] } },
    ],
  },
});
