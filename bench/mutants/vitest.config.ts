import { defineConfig } from "vitest/config";

/** The problems' tests in the worker threads that Stryker needs, which take no --stack-size. */
export default defineConfig({
  test: { include: ["{problems,patterns}/**/*.test.ts"], testTimeout: 20_000 },
});
