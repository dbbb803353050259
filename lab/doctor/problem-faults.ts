import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type LoadedProblem, loadProblem } from "#lab/catalogue/catalogue.ts";
import { type Planned, planned } from "#lab/catalogue/planned.ts";
import { readNote } from "#lab/notes/note.ts";
import { testFile } from "#lab/scaffold/problem-folder.ts";
import { plainSignature, signatureOf, stubFrom } from "#lab/scaffold/signature.ts";
import { exampleFaults } from "./example-faults.ts";
import type { Fault } from "./fault.ts";
import { problemNoteFaults } from "./problem-note-faults.ts";
import { sectionFaults } from "./section-faults.ts";

const fewestMistakes = 3;

/** What the folder of a problem lacks or has wrong. Runs the problem's own modules, nothing else. */
export async function problemFaults(folder: string): Promise<Fault[]> {
  const slug = basename(folder);
  const files = [
    "README.md",
    "NOTES.md",
    "stub.ts",
    "problem.ts",
    "approaches.ts",
    "mistakes.ts",
    `${slug}.test.ts`,
  ];
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0)
    return missing.map((file) => ({ file: join(folder, file), what: "the file is missing" }));
  const plan = planned().find((each) => each.slug === slug);
  return [
    ...readmeFaults(folder, plan),
    ...stubFaults(folder, plan),
    ...testFaults(folder, slug),
    ...(await moduleFaults(folder)),
  ];
}

function readmeFaults(folder: string, plan: Planned | undefined): Fault[] {
  const file = join(folder, "README.md");
  const note = readNote(file);
  const { title, difficulty, leetcode, patterns, formerly = [], ...others } = note.data;
  const faults: Fault[] = [];
  const fault = (what: string): unknown => faults.push({ file, line: 1, what });
  if (typeof title !== "string" || title === "") fault("the front matter has no title");
  if (!["easy", "medium", "hard"].includes(difficulty as string))
    fault(`the difficulty is ${String(difficulty)}; it must be easy, medium or hard`);
  for (const key of Object.keys(others)) fault(`the front matter has "${key}", which nothing reads`);
  if (!Array.isArray(formerly)) fault("formerly is to be a list of the slugs the problem had before");
  if (!Array.isArray(patterns)) fault("the front matter has no list of patterns; [] is one");
  else {
    const root = join(folder, "../../..");
    for (const pattern of patterns as unknown[])
      if (!existsSync(join(root, "patterns", String(pattern), "README.md")))
        fault(`there is no pattern patterns/${String(pattern)}`);
  }
  const topic = basename(dirname(folder));
  if (plan && plan.topic !== topic) fault(`the catalogue has it below problems/${plan.topic}`);
  for (const [key, value] of Object.entries({ title, difficulty, leetcode })) {
    const wanted = plan?.[key as "title"];
    if (plan && value !== wanted)
      fault(`the ${key} is ${String(value)}; the catalogue says ${String(wanted)}`);
  }
  return [...faults, ...sectionFaults(note, ["Examples", "Constraints"])];
}

function stubFaults(folder: string, plan: Planned | undefined): Fault[] {
  const file = join(folder, "stub.ts");
  const stub = readFileSync(file, "utf8");
  if (!stub.includes('throw new Error("not implemented")'))
    return [{ file, what: 'nothing in it throws new Error("not implemented")' }];
  if (plan === undefined || stubFrom(plan.signature) === undefined) return [];
  const [found, wanted] = [signatureOf(stub), plainSignature(plan.signature)];
  return found === wanted
    ? []
    : [{ file, what: `it declares "${found}"; LeetCode's signature is "${wanted}"` }];
}

function testFaults(folder: string, slug: string): Fault[] {
  const file = join(folder, `${slug}.test.ts`);
  return readFileSync(file, "utf8") === testFile
    ? []
    : [
        {
          file,
          what: "it is not the test file every problem has; other tests belong into a file of their own",
        },
      ];
}

async function moduleFaults(folder: string): Promise<Fault[]> {
  let loaded: LoadedProblem;
  try {
    loaded = await loadProblem(folder);
  } catch (error) {
    return [{ file: join(folder, "problem.ts"), what: `it cannot be loaded: ${(error as Error).message}` }];
  }
  const { problem, mistakes } = loaded;
  const faults: Fault[] = [];
  const empty = (["examples", "constraints", "checks", "workloads"] as const).filter(
    (part) =>
      Object.keys(problem[part]).length === 0 &&
      // What costs the same always may have no size to grow with.
      !(part === "workloads" && problem.growth === "1"),
  );
  for (const part of empty) faults.push({ file: join(folder, "problem.ts"), what: `it has no ${part}` });
  const count = Object.keys(mistakes).length;
  if (count < fewestMistakes)
    faults.push({
      file: join(folder, "mistakes.ts"),
      what: `it has ${count} mistakes; people make at least ${fewestMistakes}`,
    });
  return [...faults, ...exampleFaults(loaded), ...problemNoteFaults(loaded)];
}
