import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchorsOf, linksOf, type Note, readNote } from "#lab/notes/note.ts";
import type { Fault } from "./fault.ts";

/** Links to files and headings that are not there. Addresses on the net are left alone: doctor works offline. */
export function linkFaults(note: Note): Fault[] {
  return linksOf(note).flatMap(({ url, line }): Fault[] => {
    if (/^[a-z]+:/i.test(url)) return [];
    const [path = "", anchor] = decodeURI(url).split("#");
    const target = path === "" ? note.path : join(dirname(note.path), path);
    if (!existsSync(target)) return [{ file: note.path, line, what: `the link ${url} leads nowhere` }];
    if (anchor === undefined || !target.endsWith(".md")) return [];
    const there = anchorsOf(target === note.path ? note : readNote(target));
    return there.has(anchor) ? [] : [{ file: note.path, line, what: `the link ${url} leads to no heading` }];
  });
}
