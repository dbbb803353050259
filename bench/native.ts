/**
 * What JavaScript costs beside C++: compiles bench/native/*.cpp with g++ -O2, runs it and ours by turns, each time in a
 * fresh process, and prints the lowest of the medians and their ratio. For a machine that does nothing else.
 * Usage: npx tsx bench/native.ts [--rounds 5] [--sizes 1e5,1e6]
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { seededRandom } from "#lab/problem/random.ts";
import { suffixArray } from "../patterns/strings/suffix-array/suffix-array.ts";

const kinds = ["random", "dna", "equal", "fibonacci"];
/** Enough for the optimising compiler to have come and gone. */
const runsFor = (n: number): number => 20 + Math.ceil(1e7 / n);

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, sizes: { type: "string", default: "1e5,1e6" } },
  allowPositionals: true,
});
const [mine, kind, size] = positionals;
if (mine === "ours") measureOurs(kind!, Number(size));
else compare();

function compare(): void {
  if (spawnSync("g++", ["--version"]).status !== 0) {
    console.log("There is no g++ on the path, so there is nothing to compare with.");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "native-"));
  try {
    const program = join(folder, "suffix-array");
    const source = fileURLToPath(new URL("native/suffix-array.cpp", import.meta.url));
    execFileSync("g++", ["-O2", "-std=c++17", "-o", program, source], { stdio: "inherit" });
    const [load] = loadavg();
    if (load! > availableParallelism() / 2)
      console.log(
        `Others keep the machine busy (load ${load!.toFixed(1)}): the longer of two times suffers more.`,
      );
    console.log("suffix array       n        C++       ours   ours ÷ C++");
    for (const n of values.sizes.split(",").map(Number))
      for (const kind of kinds) {
        const theirs: number[] = [];
        const ours: number[] = [];
        for (let round = 0; round < Number(values.rounds); round++) {
          const native = resultOf(program, [kind, String(n), String(runsFor(n))]);
          const own = resultOf(process.execPath, [
            ...process.execArgv,
            import.meta.filename,
            "ours",
            kind,
            String(n),
          ]);
          if (own.checksum !== native.checksum)
            throw new Error(`${kind}, n = ${n}: the suffix arrays differ`);
          theirs.push(native.time);
          ours.push(own.time);
        }
        // Whatever else runs on the machine only ever adds to a median.
        const [a, b] = [Math.min(...theirs), Math.min(...ours)];
        const times = [a, b].map((time) => `${time.toFixed(2)} ms`.padStart(11)).join("");
        console.log(`${kind.padEnd(11)}${String(n).padStart(9)}${times}${(b / a).toFixed(2).padStart(13)}`);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function resultOf(program: string, parameters: readonly string[]): { time: number; checksum: string } {
  const [time, checksum] = execFileSync(program, parameters, { encoding: "utf8" }).trim().split(" ");
  return { time: Number(time), checksum: checksum! };
}

function measureOurs(kind: string, n: number): void {
  const text = textOf(kind, n);
  const times: number[] = [];
  let checksum = 0;
  for (let run = 0; run < runsFor(n); run++) {
    const begin = performance.now();
    const suffixes = suffixArray(text);
    times.push(performance.now() - begin);
    checksum = 2166136261;
    for (const place of suffixes) checksum = Math.imul(checksum ^ place, 16777619) >>> 0;
  }
  console.log(`${median(times).toFixed(3)} ${checksum}`);
}

function textOf(kind: string, n: number): string {
  if (kind === "fibonacci") {
    let [before, word] = ["b", "a"];
    while (word.length < n) [before, word] = [word, word + before];
    return word.slice(0, n);
  }
  const random = seededRandom(1);
  const letters = { equal: "a", dna: "ACGT" }[kind] ?? "abcdefghijklmnopqrstuvwxyz";
  return Array.from({ length: n }, () => letters[random.integer(0, letters.length - 1)]).join("");
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}
