import { readFileSync, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write in several steps, or write a draft and rename it; this many milliseconds of rest end a save. */
const settled = 10;

/** Calls `saved` each time the file's content has changed, however the editor writes it. Returns what stops it. */
export function watchSaves(path: string, saved: () => void): () => void {
  let content = contentOf(path);
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const now = contentOf(path);
    if (now === undefined || now === content) return;
    content = now;
    saved();
  };
  // The folder, since a file that is replaced is another one to the system.
  const watcher = watch(dirname(path), (_event, name) => {
    if (name !== null && name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(look, settled);
  });
  // The folder is gone: there is nothing left to watch, and the next key still answers.
  watcher.on("error", () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Undefined while the file is not there, as between an editor's two renames. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
