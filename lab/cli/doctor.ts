import { relative } from "node:path";
import { root } from "#lab/catalogue/catalogue.ts";
import { examine } from "#lab/doctor/examine.ts";
import { guards } from "#lab/doctor/guards.ts";
import { shortened } from "#lab/terminal/path.ts";
import { dim, red } from "#lab/terminal/style.ts";

/** Prints one line per fault with the file to open, of files whose path contains `part`; exits with 1 when there is one. */
export async function doctor(part: string, { fix }: { fix?: true }): Promise<void> {
  const found = await examine(root, { fix: fix === true });
  const faults = found.filter(({ file }) => relative(root, file).includes(part));
  for (const { file, line, what } of faults)
    console.log(`${shortened(file)}${line === undefined ? "" : `:${line}`}  ${what}`);
  console.log(
    faults.length === 0
      ? part === ""
        ? "Every entry is in shape."
        : `Nothing is wrong with ${part}.`
      : red(`${faults.length} fault${faults.length === 1 ? "" : "s"}.`),
  );
  for (const [guard, state] of Object.entries(guards())) console.log(dim(`${guard}: ${state}`));
  if (faults.length > 0) process.exitCode = 1;
}
