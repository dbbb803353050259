import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "#lab/catalogue/catalogue.ts";
import * as runtime from "../../patterns/go/runtime/runtime.ts";

/** What tries other people's programs, runs them or takes no part in a problem: there, but not advertised. */
const unlisted =
  /^(awaiting|network|syscall|work|exit|run|runAsync|explore|controlled|goLike|seeded|operation|remark|Misuse|Panic|RuntimeError)$/;

test("an attempt's editor knows what the runtime has, and nothing that it has not", () => {
  const text = readFileSync(join(root, "lab/attempt-go-globals.d.ts"), "utf8");
  const declared = [...text.matchAll(/^declare const (\w+)/gm)].map(([, name]) => name!);
  const known = Object.keys(runtime).filter((name) => !unlisted.test(name));
  expect(declared.filter((name) => !(name in runtime))).toEqual([]);
  expect(known.filter((name) => !declared.includes(name))).toEqual([]);
});
