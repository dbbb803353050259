import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { AllFilesReported } from "./lab/suite/all-files-reported.ts";

/** They set where attempts lie before anything is imported, so each needs a process of its own. */
const withAttempts = ["cli", "interview", "journal", "quiz", "watch"].map(
  (folder) => `lab/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ["--stack-size=4000", "--max-semi-space-size=64"],
    testTimeout: 20_000,
    reporters: ["default", new AllFilesReported()],
    projects: [
      // Their files share a process, which saves a third of a second each.
      { extends: true, test: { name: "problems", include: ["problems/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: { name: "patterns", include: ["patterns/**/*.test.ts", "bench/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: { name: "lab", include: ["lab/**/*.test.ts"], exclude: [...withAttempts], isolate: false },
      },
      { extends: true, test: { name: "commands", include: [...withAttempts] } },
    ],
  },
});
