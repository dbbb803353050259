import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone that this lab belongs to. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The clone of a lab that a folder lies in, if it does. */
export function checkoutAround(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const { name } = JSON.parse(readFileSync(join(at, "package.json"), "utf8")) as { name?: unknown };
      if (name === "code-lab") return at;
    } catch {
      // No package here, or none that can be read: look further up.
    }
    if (at === dirname(at)) return undefined;
  }
}
