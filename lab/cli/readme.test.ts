import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "#lab/catalogue/catalogue.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const [attempt] = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, block]) => block!);
const [refused, accepted, slow] = [...readme.matchAll(/```text\n([^]*?)```/g)].map(([, block]) => block!);
const attempts = mkdtempSync(join(tmpdir(), "lab-readme-"));
afterAll(() => rmSync(attempts, { recursive: true }));

/** What the command prints, with what differs from run to run and place to place made the same. */
function printed(...args: string[]): string {
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, LAB_ATTEMPTS: attempts } } as const;
  const { stdout } = spawnSync(process.execPath, [join(root, "lab/cli/lab.ts"), ...args], options);
  return comparable(stdout.replaceAll(attempts, "attempts"));
}

function comparable(text: string): string {
  return text
    .replace(/^\$ .*\n/, "")
    .replaceAll(/\d+ inputs in [\d.]+ s/g, "N inputs in T s")
    .replaceAll(/\s+/g, " ")
    .trim();
}

test("the README shows what the command prints", () => {
  mkdirSync(attempts, { recursive: true });
  const file = join(attempts, "two-sum.ts");
  writeFileSync(file, attempt!);
  expect(printed("check", "two-sum")).toBe(comparable(refused!));
  writeFileSync(file, attempt!.replace("if (partner)", "if (partner !== undefined)"));
  expect(printed("check", "two-sum")).toBe(comparable(accepted!));
  expect(printed("check", "two-sum", "--approach", "every pair")).toBe(comparable(slow!));
});
