import type { Word } from "./verdict.ts";

/** A file that does harm, or something odd, where two-sum is to be solved, and the verdicts it may get. */
export interface Hazard {
  readonly source: string;
  readonly words: readonly Word[];
}

const right = `
  const seen = new Map<number, number>();
  for (const [i, x] of nums.entries()) {
    const partner = seen.get(target - x);
    if (partner !== undefined) return [partner, i];
    seen.set(x, i);
  }
  return [];`;

/** A right solution with `before` at the top of the function and `around` at the top of the file. */
function solution(before: string, around = ""): string {
  return `${around}\nfunction twoSum(nums: number[], target: number): number[] {\n${before}${right}\n}\n`;
}

/** A function whose whole body is `body`. */
function only(body: string, around = ""): string {
  return `${around}\nfunction twoSum(nums: number[], target: number): any {\n${body}\n}\n`;
}

const groups: Readonly<
  Record<string, { words: readonly Word[]; sources: Readonly<Record<string, string>> }>
> = {
  "loops for ever": {
    words: ["time-limit"],
    sources: {
      plainly: only("for (;;) {}"),
      "with an empty body": only("while (true);"),
      "inside try and finally": only("for (;;) { try { for (;;) {} } catch {} finally { for (;;) {} } }"),
      "and swallows what stops it": only("try { for (;;) {} } catch {} return [0, 1];"),
      "in a sort comparator": only("return [...nums].sort((a, b) => { while (true) {} });"),
      "in a generator": only("function* all() { while (true) yield 1; }\nfor (const x of all()) {}"),
      "by microtasks": only("const again = () => Promise.resolve().then(again);\nagain();\nreturn [0, 1];"),
      "in an async function": only("return (async () => { for (;;) await null; })();"),
      "by catching its own overflow": only("function f(): void { try { f(); } finally { f(); } }\nf();"),
      "in a regular expression": only('return /^(a+)+$/.test("a".repeat(40) + "b") ? [0, 1] : [1, 0];'),
      "waiting for what never comes": only("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"),
    },
  },
  "loops for ever while it is loaded": {
    words: ["load-error"],
    sources: {
      plainly: solution("", "for (;;) {}"),
      "in a regular expression": solution("", '/^(a+)+$/.test("a".repeat(40) + "b");'),
    },
  },
  "a promise that never settles": {
    words: ["time-limit", "wrong-answer"],
    sources: { "": only("return new Promise(() => {});") },
  },
  "recurses without end": {
    words: ["runtime-error"],
    sources: {
      "": only("return twoSum(nums, target);"),
      mutually: only(
        "return odd();",
        "function odd(): any { return even(); }\nfunction even(): any { return odd(); }",
      ),
    },
  },
  "takes memory without end": {
    words: ["memory-limit", "time-limit"],
    sources: {
      "in an array": only("const all: number[] = [];\nfor (;;) all.push(1);"),
      "in long arrays": only("const all: number[][] = [];\nfor (;;) all.push(new Array(100000).fill(1));"),
      "in a map": only("const map = new Map<number, number>();\nfor (let i = 0; ; i++) map.set(i, i);"),
      "in a string": only('let s = "x";\nfor (;;) s += s;'),
      "in many strings": only(
        'const all: string[] = [];\nfor (let i = 0; ; i++) all.push("x".repeat(99999) + i);',
      ),
      "in a BigInt": only("let x = 3n;\nfor (;;) x *= x;"),
      "in buffers": only("const all: Uint8Array[] = [];\nfor (;;) all.push(new Uint8Array(1e6).fill(1));"),
      "in untouched buffers": only("const all: Buffer[] = [];\nfor (;;) all.push(Buffer.alloc(1e8));"),
      "in Node's buffers": only("const all: Buffer[] = [];\nfor (;;) all.push(Buffer.alloc(1e7, 1));"),
      "in one huge array": only("return new Array(1e9).fill(1);"),
      "in one array of 2³²": only("return new Array(2 ** 32).fill(1);"),
      "in one huge buffer": only("return new Uint8Array(1e13);"),
      "in one of Node's buffers": only("return Buffer.alloc(2 ** 52);"),
      "in one huge string": only('return "x".repeat(2 ** 30);'),
      "in an array made by length": only("return Array.from({ length: 1e9 }, () => ({}));"),
    },
  },
  "ends badly": {
    words: ["runtime-error"],
    sources: {
      "exits with success": only("process.exit(0);"),
      "exits with failure": only("process.exit(1);"),
      aborts: only("process.abort();"),
      "kills its own process": only('process.kill(process.pid, "SIGKILL");'),
      "throws an error": only('throw new Error("oh");'),
      "throws null": only("throw null;"),
      "throws what throws when read": only("throw { toString() { throw 1; }, get message() { throw 2; } };"),
      "throws a proxy that throws": only("throw new Proxy({}, { get() { throw 1; } });"),
      rejects: only('return Promise.reject(new Error("oh"));'),
      "rejects on the side": solution('Promise.reject(new Error("oh"));'),
      "throws in a microtask": solution('queueMicrotask(() => { throw new Error("oh"); });'),
      "tries to kill the judge": only('process.kill(process.ppid, "SIGKILL");'),
      "tries to write a file": only('require("fs").writeFileSync("/tmp/lab-was-here", "x");'),
      "tries to start a process": only('require("child_process").execSync("touch /tmp/lab-was-here");'),
    },
  },
  "prints 300 MB": {
    words: ["accepted"],
    sources: {
      "through the console": solution(
        'if (!(globalThis as any).told) { (globalThis as any).told = 1; const line = "x".repeat(100000); for (let i = 0; i < 3000; i++) console.log(line); }',
      ),
      "through the stream": solution(
        'if (!(globalThis as any).told) { (globalThis as any).told = 1; const line = "x".repeat(100000); for (let i = 0; i < 3000; i++) process.stdout.write(line); }',
      ),
    },
  },
  "changes built-ins and answers wrongly": {
    words: ["wrong-answer"],
    sources: {
      "of arrays": only(
        "return [];",
        "for (const name of ['map', 'every', 'filter', 'some', 'push', 'find', 'join', 'entries']) (Array.prototype as any)[name] = () => true;",
      ),
      "array iteration": only("return [];", "(Array.prototype as any)[Symbol.iterator] = function* () {};"),
      "of objects": only(
        "return [];",
        "(Object.prototype as any).kind = 'returned'; (Object.prototype as any).output = [0, 1]; Object.is = () => true; Object.keys = () => []; Object.entries = () => [];",
      ),
      "of JSON": only("return [];", "JSON.parse = () => [[1, 1], 2]; JSON.stringify = () => '[0,1]';"),
      "of numbers": only(
        "return [0, 0];",
        "Number.isInteger = () => true; Number.isNaN = () => false; (Math as any).abs = () => 0;",
      ),
      "of promises": only(
        "return [];",
        "(Promise.prototype as any).then = () => {}; (globalThis as any).Promise = null; (globalThis as any).setImmediate = (f: any) => {};",
      ),
      "of the function itself": only(
        "return [];",
        "Function.prototype.call = Function.prototype.apply = () => [0, 1]; Reflect.apply = () => [0, 1];",
      ),
    },
  },
  "extends built-ins and answers rightly": {
    words: ["accepted"],
    sources: {
      arrays: solution(
        "nums.last();",
        "interface Array<T> { last(): T }\nArray.prototype.last = function () { return this[this.length - 1]; };",
      ),
      objects: solution(
        "",
        "(Object.prototype as any).size = function () { return Object.keys(this).length; };",
      ),
    },
  },
  "returns something else": {
    words: ["wrong-answer"],
    sources: {
      undefined: only("return undefined;"),
      null: only("return null;"),
      NaN: only("return NaN;"),
      "an array of NaN": only("return [NaN, NaN];"),
      strings: only(`const f = () => {${right}}; return f().map(String);`),
      "one element too many": only(`const f = () => {${right}}; return [...f(), 0];`),
      "an extra property": only(`const f = () => {${right}}; return Object.assign(f(), { extra: 1 });`),
      "a hole": only("const out: number[] = []; out[1] = 0; return out;"),
      "its own input": only("return nums;"),
      "a cyclic array": only("const a: any[] = []; a.push(a, a); return a;"),
      "an array nested a million deep": only(
        "let a: any[] = []; for (let i = 0; i < 1e6; i++) a = [a]; return a;",
      ),
      "an array nested ten thousand deep": only(
        "let a: any[] = []; for (let i = 0; i < 1e4; i++) a = [a]; return a;",
      ),
      "a hundred thousand numbers": only(
        "const a: number[] = []; for (let i = 0; i < 1e5; i++) a.push(i); return a;",
      ),
      "a throwing proxy": only("return new Proxy([0, 1], { get() { throw 1; } });"),
      "a revoked proxy": only(
        "const { proxy, revoke } = Proxy.revocable([0, 1], {}); revoke(); return proxy;",
      ),
      "a function": only("return () => [0, 1];"),
      "a typed array": only(`const f = () => {${right}}; return Int32Array.from(f());`),
      "a promise": `async ${only(right).trim()}`,
    },
  },
  "remembers or cheats": {
    words: ["wrong-answer"],
    sources: {
      "an earlier answer": only(
        `if (answer) return answer; answer = (() => {${right}})(); return answer;`,
        "let answer: any;",
      ),
      "its first call": only(`if (calls++ > 0) return [0, 0];${right}`, "let calls = 0;"),
      "the examples": only(
        'const known: any = { "2,7,11,15": [0, 1], "3,2,4": [1, 2], "3,3": [0, 1] }; return known[nums.join()] ?? [0, 1];',
      ),
    },
  },
  "leaves timers running": {
    words: ["accepted"],
    sources: {
      "an interval": solution("setInterval(() => {}, 1000);"),
      "a long timeout": solution("setTimeout(() => {}, 1e6);"),
    },
  },
  "cannot be loaded": {
    words: ["load-error"],
    sources: {
      "does not parse": "function twoSum(nums: number[], target: number): number[] {\n  return [0, 1;\n}\n",
      "ends too early": "function twoSum(nums: number[]) {\n",
      "lacks the entry point": "function two_sum() {}\nconst other = 1;\n",
      "has something else by that name": "const twoSum = 5;\n",
      "is empty": "",
      "is blank": "\n\n",
      "throws while it is loaded": solution("", 'const a = 1;\nthrow new Error("no");'),
      "exits while it is loaded": solution("", "process.exit(0);"),
      "imports a missing file": solution("", 'import { help } from "./missing";\nhelp();'),
      "imports a missing package": solution("", 'import { help } from "no-such-package";\nhelp();'),
    },
  },
  "the untouched stub": {
    words: ["not-implemented"],
    sources: { "": only('throw new Error("not implemented");') },
  },
  "is right and quadratic": {
    words: ["accepted"],
    sources: {
      "in nested loops": only(
        "for (let i = 0; i < nums.length; i++) for (let j = 0; j < i; j++) if (nums[i] + nums[j] === target) return [j, i];",
      ),
      "by indexOf in a loop": only(
        "for (let i = 0; i < nums.length; i++) { const j = nums.indexOf(target - nums[i], i + 1); if (j > 0) return [i, j]; }",
      ),
      "by slices in a loop": only(
        "for (let i = 0; i < nums.length; i++) { const j = nums.slice(i + 1).indexOf(target - nums[i]); if (j >= 0) return [i, i + 1 + j]; }",
      ),
      "by spreading a growing array": only(
        "let seen: number[] = []; for (let i = 0; i < nums.length; i++) { seen = [...seen, nums[i]]; const j = seen.findIndex((x, k) => k < i && x + nums[i] === target); if (j >= 0) return [j, i]; }",
      ),
    },
  },
};

export const hazards: Readonly<Record<string, Hazard>> = Object.fromEntries(
  Object.entries(groups).flatMap(([group, { words, sources }]) =>
    Object.entries(sources).map(([name, source]) => [
      name === "" ? group : `${group}: ${name}`,
      { source, words },
    ]),
  ),
);
