import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      "attempts/",
      "lab/attempt-globals.d.ts",
      "lab/attempt-go-globals.d.ts",
      "coverage/",
      "reports/",
      ".stryker-tmp/",
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An index inside its bounds is proved by the loop around it, and noUncheckedIndexedAccess cannot see that.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-confusing-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-empty-function": ["error", { allow: ["constructors"] }],
      // A goroutine's method is a generator function even where it need not wait.
      "require-yield": "off",
    },
  },
  {
    files: ["problems/**/stub.ts"],
    rules: { "@typescript-eslint/no-unused-vars": "off", "@typescript-eslint/no-useless-constructor": "off" },
  },
  {
    // The lab's ListNode and TreeNode stand for the ambient classes of the same name.
    files: ["problems/**/problem.ts"],
    rules: { "@typescript-eslint/no-unsafe-class-instance-assignment": "off" },
  },
  {
    // Wrong solutions are wrong in the ways people write them.
    files: ["problems/**/mistakes.ts"],
    rules: {
      "@typescript-eslint/prefer-for-of": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
);
