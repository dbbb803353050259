import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { entries, type Entry } from "#lab/catalogue/catalogue.ts";

const attempts = mkdtempSync(join(tmpdir(), "lab-interview-"));
vi.stubEnv("LAB_ATTEMPTS", attempts);
const { interview } = await import("./interview.ts");
const { events, record } = await import("#lab/journal/journal.ts");
const { attemptPath, layAttempt } = await import("#lab/journal/attempts.ts");

const begins = new Date(2026, 0, 1, 12);
vi.useFakeTimers({ toFake: ["Date"] });
beforeEach(() => {
  rmSync(attempts, { recursive: true, force: true });
  vi.setSystemTime(begins);
});
afterAll(() => rmSync(attempts, { recursive: true, force: true }));

const all = entries();
const papers = join(attempts, ".lab/interview");
const paper = (name: string): string => readFileSync(join(papers, name), "utf8");
const later = (minutes: number): void => void vi.setSystemTime(begins.getTime() + minutes * 60_000);

/** What the command prints. */
async function printed(command: () => Promise<void>): Promise<string> {
  let text = "";
  const spy = vi.spyOn(console, "log").mockImplementation((line: string) => void (text += `${line}\n`));
  try {
    await command();
  } finally {
    spy.mockRestore();
  }
  return text.replaceAll(attempts, "attempts");
}

function drawn(): Entry[] {
  const slugs = events().flatMap((event) => (event.event === "interviewed" ? [event.problem] : []));
  return slugs.slice(-2).map((slug) => all.find((entry) => entry.slug === slug)!);
}

describe("an interview", () => {
  test("lays statements, attempts and an empty sheet, and starts the clock", async () => {
    const text = await printed(() => interview({ difficulty: "easy", minutes: 30, seed: 1 }));
    expect(text).toContain("30 of 30 minutes left, until 12:30");
    for (const [i, entry] of drawn().entries()) {
      expect(entry.difficulty).toBe("easy");
      expect(readFileSync(attemptPath(entry), "utf8")).toContain("not implemented");
      expect(paper(`problem-${i + 1}.md`)).toMatch(new RegExp(`^# ${entry.title}\n[^]*## Constraints`));
      expect(text).toContain(`Problem ${i + 1}: ${entry.title}`);
      expect(text).toContain(`npx lab check ${entry.slug}`);
    }
    expect(paper("notes.md")).toBe("");
    expect(text).toContain("attempts/.lab/interview/notes.md");
  });

  test("names neither topic nor pattern before it is ended, and both in the report", async () => {
    const text = (await printed(() => interview({ seed: 1 }))) + (await printed(() => interview({})));
    expect(text).not.toMatch(/problems\/|topic|pattern/i);
    later(20);
    const report = await printed(() => interview({ end: true }));
    expect(report).toContain("Ended after 20 of 45 minutes.");
    for (const { topic, patterns } of drawn())
      for (const name of [`Topic: ${topic}`, ...patterns]) expect(report).toContain(name);
  });

  test("keeps its problems and its time, whatever is asked for meanwhile", async () => {
    await printed(() => interview({ seed: 1 }));
    const before = drawn();
    later(20);
    const text = await printed(() => interview({ difficulty: "hard", minutes: 90, seed: 2 }));
    expect(text).toContain("25 of 45 minutes left");
    expect(text.match(/not tried yet/g)).toHaveLength(2);
    expect(drawn()).toEqual(before);
    expect(events().filter(({ event }) => event === "interviewed")).toHaveLength(2);
  });

  test("puts an earlier attempt away without losing a byte", async () => {
    for (const entry of all.filter(({ difficulty }) => difficulty === "hard")) {
      layAttempt(entry);
      record({ event: "started", problem: entry.slug });
      writeFileSync(attemptPath(entry), `// mine: ${entry.slug}\n`);
    }
    const text = await printed(() => interview({ difficulty: "hard" }));
    expect(text).toContain("No hard problem is left");
    const archived = globSync(join(attempts, ".lab/archive/*.ts")).map((file) => readFileSync(file, "utf8"));
    expect(archived.sort()).toEqual(
      drawn()
        .map(({ slug }) => `// mine: ${slug}\n`)
        .sort(),
    );
    for (const entry of drawn())
      expect(readFileSync(attemptPath(entry), "utf8")).toContain("not implemented");
  });

  test("leaves what was written at the one before", async () => {
    await printed(() => interview({ seed: 1 }));
    writeFileSync(join(papers, "notes.md"), "my thoughts");
    record({ event: "interview-ended", problem: drawn()[0]!.slug, began: begins.toISOString() });
    later(1);
    await printed(() => interview({ seed: 2 }));
    expect(paper("notes.md")).toBe("");
    const kept = globSync(join(papers, "before-*/notes.md")).map((file) => readFileSync(file, "utf8"));
    expect(kept).toEqual(["my thoughts"]);
  });
});

describe("its report", () => {
  test("tells time, tries, growth, mistakes with their explanation, and the questions; and is kept", async () => {
    await printed(() => interview({ seed: 1 }));
    const [first, second] = drawn() as [Entry, Entry];
    const notes = readFileSync(join(first.folder, "NOTES.md"), "utf8");
    const [, mistake] = /## Pitfalls\n+### (.*)/.exec(notes)!;
    later(10);
    record({ event: "checked", problem: first.slug, verdict: "wrong-answer", mistake: mistake! });
    later(12);
    record({ event: "checked", problem: first.slug, verdict: "accepted" });
    record({ event: "passed", problem: first.slug, growth: true });
    later(50);
    record({ event: "passed", problem: second.slug, growth: true });
    const text = (await printed(() => interview({}))).replaceAll(/\s+/g, " ");
    expect(text).toContain("The 45 minutes were used up.");
    expect(text).toContain("solved after 12 minutes, 2 tries");
    expect(text).toContain("as asked for");
    expect(text).toContain(
      `mistake: ${mistake}, explained in ${first.folder.slice(first.folder.indexOf("problems/"))}/NOTES.md:`,
    );
    expect(text).toContain("not solved, 0 tries");
    const [, question] = /## Discussion\n+\*\*(\w+ \w+)/.exec(notes)!;
    expect(text).toContain(`1. ${question}`);
    const [file] = globSync(join(papers, "report-*.md"));
    expect(readFileSync(file!, "utf8")).toContain("solved after 12 minutes, 2 tries");
  });

  test("comes once; then another interview begins", async () => {
    await printed(() => interview({ seed: 1 }));
    later(46);
    expect(await printed(() => interview({}))).toContain("Kept in attempts/.lab/interview/report-");
    expect(await printed(() => interview({}))).toContain("45 of 45 minutes left");
  });
});

test.each([
  [{ end: true }, "no interview is running"],
  [{ difficulty: "mad" }, "--difficulty is easy, medium or hard, not mad"],
  [{ minutes: 0 }, "--minutes is from 1 to 600, not 0"],
] as const)("%j is refused, and nothing is begun", async (options, why) => {
  await expect(interview(options)).rejects.toThrow(why);
  expect(existsSync(join(attempts, ".lab"))).toBe(false);
});
