import type { Reporter, TestModule, TestSpecification } from "vitest/node";

/**
 * Fails the run when a file that was to be tested has not reported: where files share a process, one that kills it takes
 * those after it along without a word.
 */
export class AllFilesReported implements Reporter {
  private expected: readonly TestSpecification[] = [];

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.expected = specifications;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const reported = new Set(
      modules.filter((module) => module.state() !== "queued").map(({ moduleId }) => moduleId),
    );
    const missing = this.expected.filter(({ moduleId }) => !reported.has(moduleId));
    if (missing.length === 0) return;
    console.error(`These files have not reported:\n${missing.map(({ moduleId }) => moduleId).join("\n")}`);
    process.exitCode = 1;
  }
}
