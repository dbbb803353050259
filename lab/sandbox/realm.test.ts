import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { newRealm } from "./realm.ts";
import { OutOfSteps, Steps } from "./steps.ts";

type Count = (...args: unknown[]) => { result: unknown; steps: number };

/** The function `f` of a source as a call in a realm, with the steps it takes. */
async function counted(source: string): Promise<Count> {
  const steps = new Steps();
  const realm = newRealm({ globals: {}, console, random: Math.random, steps });
  const { code } = await compile(source, "/f.ts", ["f"]);
  const { f } = realm.start({
    entry: "/f.ts",
    modules: { "/f.ts": code },
    resolved: {},
    olderQueues: false,
  }) as { f: (...args: unknown[]) => unknown };
  return (...args) => {
    const given = args.map((arg) => realm.parse(JSON.stringify(arg)));
    steps.allow(1e9);
    const result = f(...given);
    return { result, steps: steps.used };
  };
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe("steps of", () => {
  const n = 1000;
  /** [a body of f(a, s, n), the order of its cost]; a is 0..n-1, s a string of n letters. */
  const bodies: Readonly<Record<string, "1" | "n / 64" | "n" | "n log n" | "n²">> = {
    "for (let i = 0; i < n; i++);": "n",
    "let i = 0; while (i < n) i++;": "n",
    "let i = 0; do i++; while (i < n);": "n",
    "for (const x of a) x;": "n",
    "for (const i in a) i;": "n",
    "const f = (k: number): number => (k === 0 ? 0 : f(k - 1)); f(n);": "n",
    "function* g() { for (;;) yield 1; } const it = g(); for (const x of a) it.next();": "n",
    "a.push(1); a.pop(); a.at(-1); s.charCodeAt(3); s.at(2); [...'ab'];": "1",
    "a.indexOf(n - 1);": "n",
    "a.indexOf(2);": "1",
    "a.indexOf(5, 3); s.indexOf('x', n - 3);": "1",
    "a.includes(-1);": "n",
    "a.shift();": "n",
    "a.unshift(1);": "n",
    "a.splice(0, 1);": "n",
    "a.splice(n - 1, 1); a.splice(-1, 1);": "1",
    "a.slice(0, 3); s.slice(2, 5); s.substring(1, 2);": "1",
    "a.slice();": "n",
    "a.concat([1]);": "n",
    "a.map(Number);": "n",
    "a.filter(Boolean);": "n",
    "Array.prototype.slice.call(a, 1);": "n",
    "[].concat.apply([], [a]);": "n",
    "a.reverse(); a.join();": "n",
    "a.sort();": "n log n",
    "a.toSorted((x, y) => y - x);": "n log n",
    "[...a];": "n",
    "[...a.keys()];": "n",
    "Math.max(...a);": "n",
    "Math.max.apply(null, a);": "n",
    "Reflect.apply(Math.max, null, a);": "n",
    "a.lastIndexOf(n - 1); a.fill(0, 3, 5); a.copyWithin(0, n - 2); a.fill(1, -2);": "1",
    "a.lastIndexOf(-1);": "n",
    "a.fill(0);": "n",
    "a.splice(undefined as any, 1);": "n",
    "a.splice(NaN, 0); a.indexOf(0, NaN); 'x'.repeat(NaN); for (const x of a) x;": "n",
    "const f = ([x, ...xs]: number[]): number => xs.length; f(a);": "n",
    "const f = (...xs: number[]): number => xs.length; f.apply(null, a);": "n",
    "new Set(new Set(a).values());": "n",
    "let t = ''; for (const x of a) t = [t, s].join();": "n²",
    "new Array(2e9);": "1",
    "const [x, ...rest] = a;": "n",
    "const { length, ...others } = a;": "n",
    "({ ...a });": "n",
    "new Set(a);": "n",
    "new Array(n);": "n",
    "Array(n);": "n",
    "new Uint8Array(n);": "n",
    "Array.from(a);": "n",
    "Array.from({ length: n });": "n",
    "Object.keys(a);": "n",
    "Object.assign({}, a);": "n",
    "JSON.stringify(a);": "n / 64",
    "'x'.repeat(n);": "n / 64",
    "s.split('');": "n",
    "s.split(/x/);": "n / 64",
    "s.replace('q', 'r');": "n / 64",
    "/q/.test(s);": "n / 64",
    "/^a/.test(s);": "1",
    "const r = /./g; while (r.exec(s));": "n",
    "let at = 0; while ((at = s.indexOf('a', at)) !== -1) at++;": "n",
    "const m = new Map(); for (const x of a) m.set(x, x); for (const x of a) m.get(x);": "n",
    "for (const x of a) a.slice(x);": "n²",
    "let b: number[] = []; for (const x of a) b = [...b, x];": "n²",
    "for (const x of a) a.some((y) => y === -1);": "n²",
  };
  const bound = { "1": 40, "n / 64": 2 * n, n: 20 * n, "n log n": 20 * n * 10, "n²": 20 * n * n };
  const least = { "1": 1, "n / 64": n / 70, n, "n log n": 5 * n, "n²": 0.4 * n * n };

  test.each(Object.entries(bodies))("%s are of the order of %s", async (body, order) => {
    const f = await counted(`function f(a: number[], s: string, n: number) { ${body} }`);
    const { steps } = f(upTo(n), "a".repeat(n), n);
    expect(steps).toBeGreaterThanOrEqual(least[order]);
    expect(steps).toBeLessThanOrEqual(bound[order]);
  });
});

test("compiled code does what the source does", async () => {
  const source = `
    class Base { constructor(protected readonly x: number) {} get twice() { return this.x * 2; } static make = (x: number) => new Base(x); }
    class Derived extends Base { #secret = 1; constructor(x: number) { super(x); this.#secret += x; } get secret() { return this.#secret; } }
    function f(a: number[]) {
      "use strict";
      const out: unknown[] = [];
      outer: for (const x of a) { for (let i = 0; ; i++) { if (i > 2) continue outer; if (x > 5) break outer; out.push(i); } }
      const pick = (x: number) => ({ x, y: [...a, x], ...{ z: x } });
      if (a.length > 3) for (const x of a) out.push(x); else do out.push(-1); while (out.length < 3);
      const [first, ...rest] = a;
      let o: any, tail: number[];
      [o, ...tail] = a;
      out.push(pick(1), first, rest, o, tail, a?.slice(1)?.map((x) => x + 1), new Derived(4).secret, Base.make(2).twice, ((x) => x)(3));
      return JSON.stringify(out);
    }`;
  const f = await counted(source);
  const { f: plain } = (await import(
    `data:text/javascript,${encodeURIComponent(`${(await import("esbuild")).transformSync(source, { loader: "ts" }).code}\nexport { f };`)}`
  )) as {
    f: (a: number[]) => string;
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 6 }), (a) => f(a).result === plain(a)),
  );
});

test("an exhausted budget stops code that swallows what is thrown", async () => {
  const steps = new Steps();
  const realm = newRealm({ globals: {}, console, random: Math.random, steps });
  const { code } = await compile(
    "function f() { for (;;) { try { for (;;) {} } catch {} finally { for (;;) {} } } }",
    "/f.ts",
    ["f"],
  );
  const { f } = realm.start({
    entry: "/f.ts",
    modules: { "/f.ts": code },
    resolved: {},
    olderQueues: false,
  }) as { f: () => void };
  steps.allow(1000);
  expect(f).toThrow(OutOfSteps);
  expect(steps.usedUp).toBe(true);
});

test("what a program does to its built-ins stays in its realm", async () => {
  const before = Array.prototype.map;
  const f = await counted(
    "function f() { Array.prototype.map = () => []; (Object.prototype as any).x = 1; return [1].map(String); }",
  );
  expect(f().result).toEqual([]);
  expect(Array.prototype.map).toBe(before);
  expect("x" in {}).toBe(false);
});
