import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";

const attempts = mkdtempSync(join(tmpdir(), "lab-quiz-"));
vi.stubEnv("LAB_ATTEMPTS", attempts);
const { quiz } = await import("./quiz.ts");
const { events, record } = await import("#lab/journal/journal.ts");
afterAll(() => rmSync(attempts, { recursive: true }));

/** What the command prints. */
async function printed(): Promise<string> {
  let text = "";
  const spy = vi.spyOn(console, "log").mockImplementation((line: string) => void (text += `${line}\n`));
  try {
    await quiz(undefined);
  } finally {
    spy.mockRestore();
  }
  return text;
}

test("without a terminal lists a round, solved problems first, each with the line of its answer", async () => {
  expect(await printed()).not.toContain("NOTES.md");
  record({ event: "passed", problem: "two-sum", growth: true });
  const places = [...(await printed()).matchAll(/^ {2}(.*)\n {2}(.*)\n {2}(\S+):(\d+)$/gm)];
  expect(places[0]![2]).toBe("Two Sum");
  for (const [, question, , path, line] of places)
    expect(readFileSync(path!, "utf8").split("\n")[Number(line) - 1]).toContain(question!.slice(0, 20));
  expect(events()).toHaveLength(1);
});

test("is refused during an interview", async () => {
  const now = new Date();
  record({ event: "interviewed", problem: "two-sum", began: now.toISOString(), minutes: 45 }, now);
  await expect(quiz(undefined)).rejects.toThrow("an interview is running");
});
