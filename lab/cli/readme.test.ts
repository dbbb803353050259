import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { root } from "#lab/catalogue/catalogue.ts";
import { labInProcess } from "./in-process.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const [attempt] = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, block]) => block!);
const [refused, accepted, slow] = [...readme.matchAll(/```text\n([^]*?)```/g)].map(([, block]) => block!);
const attempts = mkdtempSync(join(tmpdir(), "lab-readme-"));
vi.stubEnv("LAB_ATTEMPTS", attempts);
// The README has no mistakes in its types, and the compiler takes as long as everything else.
vi.mock("#lab/attempt/type-advice.ts", () => ({ typeAdvice: () => Promise.resolve([]) }));
afterAll(() => rmSync(attempts, { recursive: true }));

/** What the command prints, with what differs from run to run and place to place made the same. */
async function printed(...args: string[]): Promise<string> {
  return comparable((await labInProcess(...args)).out.replaceAll(attempts, "attempts"));
}

function comparable(text: string): string {
  return text
    .replace(/^\$ .*\n/, "")
    .replaceAll(/\d+ inputs in [\d.]+ s/g, "N inputs in T s")
    .replaceAll(/\s+/g, " ")
    .trim();
}

test("the README shows what the command prints", async () => {
  mkdirSync(attempts, { recursive: true });
  const file = join(attempts, "two-sum.ts");
  writeFileSync(file, attempt!);
  expect(await printed("check", "two-sum")).toBe(comparable(refused!));
  writeFileSync(file, attempt!.replace("if (partner)", "if (partner !== undefined)"));
  expect(await printed("check", "two-sum")).toBe(comparable(accepted!));
  expect(await printed("check", "two-sum", "--approach", "every pair")).toBe(comparable(slow!));
});
