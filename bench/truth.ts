/**
 * How often the judge is right about what it must know: every approach and every named mistake of every problem,
 * over many seeds. Usage: npm run truth [-- <part of a slug>] [--seeds 100]
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { entries, loadProblem } from "#lab/catalogue/catalogue.ts";
import { judge } from "#lab/judge/judge.ts";
import { Trial } from "#lab/judge/trial.ts";
import { inProcess } from "#lab/sandbox/in-process.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { foundByGenerated, mistakeSubject } from "#lab/suite/unaided.ts";

const { values, positionals } = parseArgs({
  options: { seeds: { type: "string", default: "100" } },
  allowPositionals: true,
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
let shortfalls = 0;

const chosen = entries().filter(({ slug }) => slug.includes(positionals[0] ?? ""));
if (chosen.length === 0) throw new Error(`no problem's name contains "${positionals[0] ?? ""}"`);

for (const { slug, folder } of chosen) {
  const loaded = await loadProblem(folder);
  const { problem, approaches, mistakes } = loaded;
  const sandbox = new Sandbox(problem, join(folder, "problem.ts"));

  for (const [name, approach] of Object.entries(approaches)) {
    const accepted = await count(async (seed) => {
      const { word } = await judge(loaded, inProcess(problem, approach), { sandbox, seed, growing: false });
      return word === "accepted";
    });
    report(`${slug}: "${name}" is accepted`, accepted);
  }
  for (const [name, mistake] of Object.entries(mistakes)) {
    const subject = mistakeSubject(loaded, sandbox, name);
    const byItsLaw = await count(async (seed) => {
      // Afresh each time, for those that remember what they saw.
      await subject.load();
      const { refusal } = await new Trial(loaded, subject, { sandbox, seed }).on(mistake.input);
      return refusal?.counterexample.check === mistake.law;
    });
    report(`${slug}: "${name}" is refused by "${mistake.law}" on its input`, byItsLaw);
    const found = await count((seed) => foundByGenerated(loaded, subject, { sandbox, seed }));
    report(`${slug}: "${name}" is refused by generated inputs alone`, found);
  }
  sandbox.close();
}

console.log(shortfalls === 0 ? "No shortfall." : `${shortfalls} fall short.`);
process.exitCode = shortfalls === 0 ? 0 : 1;

async function count(holds: (seed: number) => Promise<boolean>): Promise<number> {
  let held = 0;
  for (const seed of seeds) if (await holds(seed)) held++;
  return held;
}

function report(what: string, held: number): void {
  if (held < seeds.length) shortfalls++;
  console.log(`${held === seeds.length ? "    " : "  ! "}${held} of ${seeds.length}  ${what}`);
}
