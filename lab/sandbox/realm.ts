import { createRequire } from "node:module";
import { dirname, isAbsolute } from "node:path";
import { serialize } from "node:v8";
import vm from "node:vm";
import type { Module } from "#lab/problem/problem.ts";
import { chargeBuiltIns } from "./charges.ts";
import { countSteps } from "./count-steps.ts";
import { defineLeetcodePackages, packageLoader } from "./leetcode.ts";
import type { Code } from "./program.ts";
import type { Steps } from "./steps.ts";

/**
 * A world of its own for a learner's program: its own `Array`, `Object`, `JSON` and so on. Whatever the program
 * does to them, the lab's code beside it in the same process keeps the real ones.
 */
export interface Realm {
  /** Runs the program from the top and returns the entry points it was compiled for. */
  start(code: Code): Module;
  /** Plain data made of this realm's arrays, from JSON. */
  parse(json: string): unknown;
}

/** What Node adds to the language, and solutions may use. */
const nodeGlobals =
  "setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask " +
  "performance TextEncoder TextDecoder URL URLSearchParams AbortController AbortSignal Buffer process atob btoa crypto";

interface RealmOptions {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly console: Console;
  readonly random: () => number;
  readonly steps: Steps;
  /** Modules by path that are shared with the world outside. */
  readonly shares?: Readonly<Record<string, unknown>>;
}

export function newRealm({ globals, console, random, steps, shares = {} }: RealmOptions): Realm {
  const realm = vm.createContext(vm.constants.DONT_CONTEXTIFY) as Record<string, unknown>;
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: false });
  };
  for (const name of nodeGlobals.split(" ")) define(name, globalThis[name as never]);
  define("global", realm);
  define("structuredClone", (...args: Parameters<typeof structuredClone>): unknown => {
    steps.charge(serialize(args[0]).length >> 3);
    return structuredClone(...args);
  });
  define("console", console);
  for (const [name, value] of Object.entries(globals)) define(name, value);
  (realm.Math as { random: () => number }).random = () => random();
  const parse = (realm.JSON as JSON).parse;
  const functionIn = (code: string, filename: string, parameters: string): ((...args: unknown[]) => void) =>
    compiled(code, filename, parameters).runInContext(realm) as never;
  const loadPackage = packageLoader((source, path) => {
    const wrapper = functionIn(
      countedPackage(source, path),
      path,
      "exports, require, module, __filename, __dirname, __steps",
    );
    return (...args) => steps.free(() => wrapper(...args, steps));
  });
  chargeBuiltIns(realm, steps);

  const start = (code: Code): Module => {
    defineLeetcodePackages(realm, code.olderQueues, loadPackage);
    const loaded = new Map<string, { exports: unknown }>();
    const require = (from: string, name: string): unknown => {
      const path = code.resolved[from]?.[name] ?? createRequire(from).resolve(name);
      if (!isAbsolute(path)) return createRequire(from)(name);
      if (Object.hasOwn(shares, path)) return shares[path];
      return code.modules[path] === undefined ? loadPackage(path) : load(path);
    };
    const load = (path: string): unknown => {
      const known = loaded.get(path);
      if (known) return known.exports;
      const module = { exports: {} };
      loaded.set(path, module);
      const body = functionIn(
        code.modules[path]!,
        path,
        "exports, require, module, __filename, __dirname, __steps, __entries",
      );
      const entries = (found: Module): Module => (path === code.entry ? (entry = found) : found);
      body(
        module.exports,
        (name: string) => require(path, name),
        module,
        path,
        dirname(path),
        steps,
        entries,
      );
      return module.exports;
    };
    let entry: Module = {};
    const exported = load(code.entry) as Module | (() => unknown);
    return {
      ...(typeof exported === "function" ? { default: exported } : exported),
      ...Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)),
    };
  };
  return { start, parse };
}

/** Packages are read through once for all realms: lodash alone has half a million characters. */
const counted = new Map<string, string>();

function countedPackage(source: string, path: string): string {
  const known = counted.get(path) ?? countSteps(source).text.toString();
  counted.set(path, known);
  return known;
}

/** Scripts by their code: a fresh realm runs what an earlier one has run. */
const scripts = new Map<string, vm.Script>();

function compiled(code: string, filename: string, parameters: string): vm.Script {
  const head = `(function (${parameters}) {`;
  const known =
    scripts.get(code) ?? new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
  scripts.set(code, known);
  return known;
}
