/**
 * Kills the lab at random moments and reads back what it has written: no line of the journal that was there may be lost, no
 * attempt changed, and the next command must work. Usage: npm run kills [-- <kills, 200 unless you say so>]
 */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#lab/catalogue/catalogue.ts";

const times = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), "lab-kills-"));
const attempts = join(folder, "attempts");
mkdirSync(attempts);
process.env.LAB_ATTEMPTS = attempts;
const { events } = await import("#lab/journal/journal.ts");
const { savedCases } = await import("#lab/journal/cases.ts");
const { findEntry } = await import("#lab/catalogue/find.ts");
const twoSum = findEntry("two-sum");

const file = join(attempts, "two-sum.ts");
const journal = join(attempts, ".lab/journal.jsonl");
const signature = "function twoSum(nums: number[], target: number): number[]";
const sources = [
  `${signature} { return [0, 0]; }\n`,
  `${signature} { return nums.length > 2 ? [0, 2] : [0, 1]; }\n`,
  `${signature} { for (let i = 0; ; i++) { const j = nums.indexOf(target - nums[i], i + 1); if (j > 0) return [i, j]; } }\n`,
];
const commands = [["check"], ["check"], ["hint"], ["reset", "--yes"], ["review"]];
let killed = 0;
let faults = 0;

let i = 0;
for (; killed < times; i++) {
  const source = sources[i % sources.length]!;
  writeFileSync(file, source);
  const before = text(journal);
  const [command = "check", ...options] = commands[i % commands.length]!;
  if (await killedDuring([command, "two-sum", ...options], Math.random() * 800)) killed++;
  const after = text(journal);
  const wrong = [
    !after.startsWith(before) && "the journal lost what it had",
    // The last line may be cut short; every other one is whole.
    after
      .split("\n")
      .slice(0, -1)
      .some((line) => !isJson(line)) && "a line of the journal is broken",
    !holdsWork(source, command) && "the attempt is gone",
    !savedCases(twoSum).every((input) => Array.isArray(input)) && "a saved case is broken",
    events().length < before.split("\n").filter((line) => line !== "" && isJson(line)).length &&
      "events cannot be read back",
  ].filter((fault) => fault !== false);
  for (const fault of wrong) console.log(`! ${command}, time ${i + 1}: ${fault}`);
  faults += wrong.length;
}
console.log(
  `${i} commands, ${killed} of them killed before they ended, ${faults} faults, ${events().length} events kept.`,
);
rmSync(folder, { recursive: true });
process.exitCode = faults === 0 ? 0 : 1;

/** Sends kill -9 after so many milliseconds; false when the command was quicker. */
function killedDuring(args: string[], ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, "lab/cli/lab.ts"), ...args], {
    stdio: "ignore",
    cwd: root,
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), ms);
  return new Promise((resolve) => {
    child.on("exit", (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

/** The attempt is where it was, or whole in the archive. */
function holdsWork(source: string, command: string): boolean {
  if (text(file) === source) return true;
  if (command !== "reset" && command !== "review") return false;
  const archive = join(attempts, ".lab/archive");
  return existsSync(archive) && readdirSync(archive).some((name) => text(join(archive, name)) === source);
}

function text(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return line === "";
  }
}
