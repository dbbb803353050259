import type { Planned } from "#lab/catalogue/planned.ts";
import { placeholder } from "./placeholder.ts";
import { problemFile } from "./problem-file.ts";
import { stubFrom } from "./signature.ts";

/** The test file, the same for every problem. */
export const testFile = `import { testProblem } from "#lab/suite/test-problem.ts";
import approaches from "./approaches.ts";
import mistakes from "./mistakes.ts";
import problem from "./problem.ts";

testProblem({ folder: import.meta.dirname, problem, approaches, mistakes });
`;

/** The files of a new problem by name: they type-check, and everything in them that has no content yet is at fault. */
export function problemFolder(plan: Planned): Record<string, string> {
  const { title, difficulty, leetcode, slug, signature } = plan;
  return {
    "README.md": `---
title: ${title}
difficulty: ${difficulty}
leetcode: ${leetcode}
patterns: []
---

# ${title}

${placeholder}: what is given and what is asked for, complete without looking anything up.

## Examples

${placeholder}: a table of inputs and answers.

## Constraints

- ${placeholder}: what makes an input legal, one line each.
`,
    "NOTES.md": `# ${title}: notes

## Hints

1. ${placeholder}: the growth to reach, and that of the obvious way.
2. ${placeholder}: the idea.
3. ${placeholder}: almost the solution.

## Approaches

${placeholder}: one "### Name" for each approach: the idea, why it is right, what it costs.

## Pitfalls

${placeholder}: one "### name" for each mistake.

## Discussion

${placeholder}: "**A question?** Its answer.", at least three.
`,
    "stub.ts":
      stubFrom(signature) ?? `// ${placeholder}: ${signature}\nthrow new Error("not implemented");\n`,
    "problem.ts": problemFile(plan),
    "approaches.ts": `import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

// ${placeholder}: two or more, the obvious one first: it is the oracle, so it must be plainly right.
export default {} satisfies Approaches<typeof stub>;
`,
    "mistakes.ts": `import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

// ${placeholder}: three or more, each named by what it does.
export default {} satisfies Mistakes<typeof problem>;
`,
    [`${slug}.test.ts`]: testFile,
  };
}
