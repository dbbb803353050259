import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UsageError } from "#lab/problem/usage-error.ts";
import { nearest } from "#lab/terminal/nearest.ts";
import { shortened } from "#lab/terminal/path.ts";
import { plain } from "./find.ts";
import { type Pattern, patterns } from "./patterns.ts";

export interface Program {
  readonly name: string;
  readonly file: string;
}

/** A Go program to run: a file, or the example of a pattern, patterns/go/<name>/<name>.program.ts. */
export function findProgram(name: string): Program {
  if (existsSync(name) && statSync(name).isFile()) {
    return { name: basename(name).replace(/(\.program)?\.\w+$/, ""), file: resolve(name) };
  }
  if (name.endsWith(".ts")) throw new UsageError(`there is no file ${shortened(resolve(name))}`);
  const all = patterns().filter((pattern) => pattern.name.startsWith("go/"));
  const meant = all.find((pattern) => namesOf(pattern).some((each) => plain(each) === plain(name)));
  const programs = all.filter((pattern) => existsSync(programIn(pattern)));
  if (meant !== undefined && programs.includes(meant)) {
    return { name: basename(meant.name), file: programIn(meant) };
  }
  const known = programs.map((pattern) => basename(pattern.name));
  if (meant !== undefined) {
    throw new UsageError(`${meant.name} has no program to run; those that have one are ${known.join(", ")}`);
  }
  const [near] = nearest(name, known, 1);
  const advice = near === undefined ? `give a file, or one of ${known.join(", ")}` : `did you mean ${near}?`;
  throw new UsageError(`there is no program "${name}"; ${advice}`);
}

function programIn({ folder }: Pattern): string {
  return join(folder, `${basename(folder)}.program.ts`);
}

function namesOf({ name }: Pattern): string[] {
  return [basename(name), name, `patterns/${name}`];
}
