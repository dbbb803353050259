import { join, resolve } from "node:path";
import { loadProblem } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { attemptPath, recordsFolder, writeWhole } from "#lab/journal/attempts.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import type { LoadFailure } from "#lab/sandbox/outcome.ts";
import type { SandboxedFile } from "#lab/sandbox/sandbox.ts";
import { loadFailureLines } from "#lab/terminal/load-failure.ts";
import { shortened } from "#lab/terminal/path.ts";
import { type Row, rows } from "#lab/terminal/rows.ts";
import { bold, dim, red } from "#lab/terminal/style.ts";
import { flameGraphPage } from "../../bench/profile/page/page.ts";
import { profiled } from "../../bench/profile/profile.ts";
import { profileJson, reportLines, type Shown } from "../../bench/profile/report.ts";
import { approachIn, mustExist } from "./check.ts";

export interface ProfileOptions {
  readonly heap?: true;
  readonly file?: string;
  readonly approach?: string;
  readonly as?: string;
  readonly size?: number;
  readonly workload?: string;
  readonly json?: true;
}

/** Profiles an attempt, another file or an approach: prints where the time or the memory goes, and writes it down for viewers. */
export async function profile(name: string, options: ProfileOptions): Promise<void> {
  const entry = findEntry(name);
  const { size, workload, json } = options;
  if (size !== undefined && size < 0) throw new UsageError(`--size ${size} is no size: it is at least 0`);
  const as = options.as ?? approachNamed(name);
  const file = resolve(options.file ?? attemptPath(entry, as));
  const own = options.file === undefined && options.approach === undefined;
  if (options.approach === undefined) mustExist(file, entry, own, as);
  const loaded = await loadProblem(entry.folder);
  const subject: SandboxedFile =
    options.approach === undefined
      ? { file }
      : approachIn(entry, Object.keys(loaded.approaches), options.approach);

  const kind = options.heap ? "heap" : "cpu";
  const result = await profiled(loaded, subject, { kind, workload, size });
  if (result.type === "profiled") {
    const shown: Shown = { ...result, kind, problem: entry.slug, ...subject };
    const written = await write(shown, own && as !== undefined ? `${entry.slug}.${as}` : entry.slug);
    console.log(
      json
        ? JSON.stringify({ ...profileJson(shown), written })
        : [...reportLines(shown), "", ...pathLines(written)].join("\n"),
    );
    return;
  }
  if (result.type === "refused" && result.isStub)
    throw new UsageError(`it is still the stub; write it in ${shortened(subject.file)} first`);
  process.exitCode = 1;
  if (json) {
    const error = result.type === "refused" ? result.why : result.failure.message;
    console.log(JSON.stringify({ problem: entry.slug, file: subject.file, kind, error }));
  } else if (result.type === "refused") console.log(refusalLines(entry.slug, result).join("\n"));
  else console.log(failureLines(entry.slug, result.failure, Object.keys(loaded.problem.stub)).join("\n"));
}

interface Written {
  readonly profile: string;
  readonly page: string;
}

/** Writes the profile for viewers and the flame graph as a page. */
async function write(shown: Shown, name: string): Promise<Written> {
  const path = (ending: string): string => join(recordsFolder, "profiles", `${name}.${ending}`);
  const written = { profile: path(`${shown.kind}profile`), page: path("html") };
  const page = await flameGraphPage(shown);
  writeWhole(written.profile, JSON.stringify(shown.summary.profile));
  writeWhole(written.page, page);
  return written;
}

function pathLines({ profile, page }: Written): string[] {
  const paths = rows([
    ["flame graph", shortened(page)],
    ["profile", shortened(profile)],
  ]);
  return [...paths, dim("  VS Code and Chrome DevTools open the profile, a browser the flame graph.")];
}

function refusalLines(
  slug: string,
  { why, stack }: { readonly why: string; readonly stack: string },
): string[] {
  const frames: Row[] =
    stack === ""
      ? []
      : [
          [
            "at",
            stack
              .split("\n")
              .map((frame) => frame.replace(/\((.*)\)$/, (_, place: string) => `(${shortened(place)})`))
              .join("\n"),
          ],
        ];
  return [
    bold(red(`${slug}: there is no profile`)),
    "",
    `  ${why}`,
    ...(frames.length > 0 ? ["", ...rows(frames)] : []),
  ];
}

function failureLines(slug: string, failure: LoadFailure, wanted: readonly string[]): string[] {
  return [bold(red(`${slug}: cannot be loaded`)), "", ...loadFailureLines(failure, wanted)];
}
