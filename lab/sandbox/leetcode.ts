import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { ListNode } from "#lab/problem/list.ts";
import type { Module, Problem } from "#lab/problem/problem.ts";
import { TreeNode } from "#lab/problem/tree.ts";

/** The node classes that LeetCode lays beside a solution. */
export function leetcodeNodes(problem: Problem): Record<string, unknown> {
  return { ListNode, TreeNode, ...problem.globals };
}

/**
 * The packages whose exports are globals on LeetCode: lodash as `_`, and the queues of @datastructures-js.
 * Older accepted solutions use the generation that wraps what comes out in `{ element }`.
 */
const leetcodePackages: readonly { package: string; older?: string; globals: readonly string[] }[] = [
  { package: "lodash", globals: ["_"] },
  {
    package: "@datastructures-js/priority-queue",
    older: "older-priority-queue",
    globals: ["PriorityQueue", "MinPriorityQueue", "MaxPriorityQueue"],
  },
  { package: "@datastructures-js/queue", globals: ["Queue"] },
  { package: "@datastructures-js/deque", globals: ["Deque"] },
];

/**
 * Does this source use the older generation of the queues? A queue made with `{ priority }` or `{ compare }` is older, one
 * made with a function newer; one made with nothing is older if its elements come wrapped or go in with a priority.
 */
export function usesOlderQueues(source: string): boolean {
  const made = [...source.matchAll(/new\s+(?:Min|Max)?PriorityQueue\s*(?:<[^()]*?>)?\s*(?:\(\s*([^\s])|;)/g)];
  if (made.some(([, first]) => first === "{")) return true;
  if (made.length === 0 || made.some(([, first]) => first !== undefined && first !== ")")) return false;
  return (
    /\.element\b|\{\s*element\b/.test(source) ||
    [...source.matchAll(/\.enqueue\(/g)].some(({ index }) => takesTwo(source, index))
  );
}

/** Does the call that begins at `start` have a comma between arguments, outside all inner brackets? */
function takesTwo(source: string, start: number): boolean {
  let depth = 0;
  for (const character of source.slice(source.indexOf("(", start))) {
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && --depth === 0) return false;
    else if (character === "," && depth === 1) return true;
  }
  return false;
}

/** Defines the packages' globals, each to be loaded when it is first asked for. */
export function defineLeetcodePackages(
  realm: object,
  olderQueues: boolean,
  load: (path: string) => unknown,
): void {
  for (const { package: name, older, globals } of leetcodePackages) {
    const exported = (): unknown =>
      load(createRequire(import.meta.url).resolve(olderQueues ? (older ?? name) : name));
    for (const global of globals) {
      const get = (): unknown => (global === "_" ? exported() : (exported() as Module)[global]);
      // A solution may define the name for itself.
      const set = (value: unknown): void => {
        Object.defineProperty(realm, global, { value, writable: true, configurable: true });
      };
      Object.defineProperty(realm, global, { get, set, configurable: true });
    }
  }
}

/** Loads a CommonJS package by way of `evaluate`, so that its code lives in the realm that evaluates it. */
export function packageLoader(evaluate: (code: string, path: string) => (...args: unknown[]) => void) {
  const loaded = new Map<string, { exports: unknown }>();
  return function load(path: string): unknown {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const source = readFileSync(path, "utf8");
    if (path.endsWith(".json")) return (module.exports = JSON.parse(source));
    const require = createRequire(path);
    const requireHere = (name: string): unknown => {
      const target = require.resolve(name);
      return target.startsWith("/") || /^[A-Za-z]:\\/.test(target) ? load(target) : require(name);
    };
    evaluate(source, path)(module.exports, requireHere, module, path, dirname(path));
    return module.exports;
  };
}
