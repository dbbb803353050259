import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { foldersIn, root } from "./catalogue.ts";

/** A folder patterns/<family>/<name>. */
export interface Pattern {
  /** "family/name" */
  readonly name: string;
  readonly folder: string;
}

export function patterns(at = root): Pattern[] {
  const folder = join(at, "patterns");
  return foldersIn(folder).flatMap((family) =>
    foldersIn(join(folder, family)).map((name) => ({
      name: `${family}/${name}`,
      folder: join(folder, family, name),
    })),
  );
}

/** The file that declares a pattern's comparisons, where there is one. */
export function benchFile({ folder }: Pattern): string | undefined {
  const path = join(folder, `${basename(folder)}.bench.ts`);
  return existsSync(path) ? path : undefined;
}
