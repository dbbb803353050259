import { readFileSync } from "node:fs";
import os from "node:os";
import { findPackageJSON } from "node:module";

/** Where and how a result came about. */
export interface Made {
  /** ISO, to the second. */
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** Versions of the packages among the contenders. */
  readonly packages: Readonly<Record<string, string>>;
  readonly thorough: boolean;
  /** Fresh processes for each contender. */
  readonly processes: number;
  /** It was stopped before its end. */
  readonly interrupted?: true;
}

export function madeNow(
  contenders: readonly string[],
  { thorough, processes }: Pick<Made, "thorough" | "processes">,
): Made {
  const cpus = os.cpus();
  return {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    node: process.version,
    cpu: cpus[0]?.model.trim() ?? "unknown",
    cores: cpus.length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.arch()}`,
    packages: Object.fromEntries(contenders.flatMap((name) => version(name) ?? [])),
    thorough,
    processes,
  };
}

/** Name and version, where a contender bears the name of a package. */
function version(name: string): [string, string][] | undefined {
  if (!/^(@[\w-]+\/)?[\w.-]+$/.test(name)) return undefined;
  try {
    const path = findPackageJSON(name, import.meta.url);
    if (path === undefined) return undefined;
    return [[name, (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version]];
  } catch {
    return undefined;
  }
}
