import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadProblem, root } from "#lab/catalogue/catalogue.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { judge } from "./judge.ts";

const twoSum = join(root, "problems/arrays/two-sum");
const loaded = await loadProblem(twoSum);
const scratch = mkdtempSync(join(tmpdir(), "lab-pasted-"));
const sandbox = new Sandbox(loaded.problem, join(twoSum, "problem.ts"));
afterAll(() => {
  sandbox.close();
  rmSync(scratch, { recursive: true });
});

const body = `
  const seen = new Map<number, number>();
  for (let i = 0; i < nums.length; i++) {
    if (seen.has(target - nums[i])) return [seen.get(target - nums[i])!, i];
    seen.set(nums[i], i);
  }
  return [];
`;
const untyped = body.replace("<number, number>", "").replace("!, i", ", i");
const typed = `(nums: number[], target: number): number[]`;

/** Forms in which solutions are pasted. All of them are right. */
const forms: Readonly<Record<string, string>> = {
  "a function": `function twoSum${typed} {${body}};`,
  "an exported function": `export function twoSum${typed} {${body}}`,
  "an exported default function": `export default function twoSum${typed} {${body}}`,
  "an arrow function": `const twoSum = ${typed} => {${body}};`,
  "an exported arrow function": `export const twoSum = ${typed} => {${body}};`,
  "LeetCode's JavaScript": `/**\n * @param {number[]} nums\n * @return {number[]}\n */\nvar twoSum = function(nums, target) {${untyped}};`,
  "module.exports": `function twoSum(nums, target) {${untyped}}\nmodule.exports = twoSum;`,
  "module.exports of an object": `module.exports = { twoSum: function (nums, target) {${untyped}} };`,
  "export in a list": `function twoSum${typed} {${body}}\nexport { twoSum };`,
  "helpers beside it": `const wanted = (t: number, x: number) => t - x;\nfunction twoSum${typed} {${body.replaceAll("target - nums[i]", "wanted(target, nums[i])")}}`,
  "helpers after it": `function twoSum${typed} { return search(nums, target); }\nfunction search${typed} {${body}}`,
  "an enum, parameter properties and a namespace": `enum State { Open, Done }\nnamespace Words { export const a = 1; }\nclass Search { constructor(private nums: number[], public state = State.Open) {}\n  run(target: number): number[] { const nums = this.nums; ${body} } }\nfunction twoSum${typed} { return new Search(nums).run(target); }`,
  decorators: `function log(_: any, __: any) {}\nclass S { @log run${typed} {${body}} }\nfunction twoSum${typed} { return new S().run(nums, target); }`,
  "a comment defining ListNode": `/**\n * Definition for singly-linked list.\n * class ListNode { val: number }\n */\nfunction twoSum${typed} {${body}}`,
  "a class of its own by the name of a global": `class ListNode { constructor(public val: number) {} }\nconst _ = 1, Queue = [];\nfunction twoSum${typed} { if (_ !== 1) return []; ${body} }`,
  "sloppy globals": `var twoSum = function(nums, target) { seen = new Map(); for (i = 0; i < nums.length; i++) { if (seen.has(target - nums[i])) return [seen.get(target - nums[i]), i]; seen.set(nums[i], i); } };`,
  "type errors": `function twoSum${typed} { const wrong: string = 5; ${body} }`,
  "generics and satisfies":
    `const make = <T,>(x: T) => x satisfies T as const;\nfunction twoSum${typed} {${body}}`.replace(
      " as const",
      "",
    ),
  "a file with a shebang-like comment and CRLF": `// solution\r\nfunction twoSum${typed} {${body.replaceAll("\n", "\r\n")}}\r\n`,
  "lodash as _": `function twoSum${typed} { const at = _.invert(nums); for (const i of _.range(nums.length)) { const j = at[target - nums[i]]; if (j !== undefined && +j !== i) return [i, +j]; } return []; }`,
  "lodash imported": `import _ from "lodash";\nimport { range } from "lodash";\nfunction twoSum${typed} { for (const i of range(0)) _.noop(i); ${body} }`,
  "lodash required": `const _ = require("lodash");\nfunction twoSum${typed} { _.noop(); ${body} }`,
  "the newer MinPriorityQueue": queue(
    "new MinPriorityQueue<number>((i) => nums[i])",
    "q.enqueue(i)",
    "q.dequeue()",
  ),
  "the newer PriorityQueue with push and pop": queue(
    "new PriorityQueue<number>((a, b) => nums[a] - nums[b])",
    "q.push(i)",
    "q.pop()",
  ),
  "the older MinPriorityQueue": queue(
    "new MinPriorityQueue({ priority: (i) => nums[i] })",
    "q.enqueue(i)",
    "q.dequeue().element",
  ),
  "the older one with a priority": queue(
    "new MinPriorityQueue()",
    "q.enqueue(i, nums[i])",
    "q.dequeue().element",
  ),
  "the older one, destructured": queue(
    "new MinPriorityQueue()",
    "q.enqueue(i, nums[i])",
    "(({ element }) => element)(q.dequeue())",
  ),
  "the older PriorityQueue with compare": queue(
    "new PriorityQueue({ compare: (a, b) => nums[a] - nums[b] })",
    "q.enqueue(i)",
    "q.dequeue()",
  ),
  "a newer queue of objects with a priority": queue(
    "new PriorityQueue((a: any, b: any) => a.priority - b.priority)",
    "q.enqueue({ priority: nums[i], i })",
    "q.dequeue().i",
  ),
  "a newer queue of objects with an element": queue(
    "new MinPriorityQueue((e: any) => e.element)",
    "q.enqueue({ element: nums[i], i })",
    "q.dequeue().i",
  ),
  "a newer queue of pairs": queue(
    "new PriorityQueue<[number, number]>((a, b) => a[0] - b[0])",
    "q.enqueue([nums[i], i])",
    "q.dequeue()[1]",
  ),
  "Queue and Deque": `function twoSum${typed} { const q = new Queue(nums.map((_, i) => i)), d = new Deque(); while (!q.isEmpty()) d.pushBack(q.dequeue()); if (d.popFront() !== 0) return []; ${body} }`,
  "a recursion 100 000 deep": `function deep(k: number): number { return k === 0 ? 0 : 1 + deep(k - 1); }\nfunction twoSum${typed} { if (nums.length === 2 && deep(100000) !== 100000) return []; ${body} }`,
  "instanceof and constructors": `function twoSum${typed} { if (!(nums instanceof Array) || nums.constructor !== Array || !(Object.getPrototypeOf({}) === Object.prototype)) return []; ${body} }`,
  "Node's globals": `function twoSum${typed} { structuredClone(nums); Buffer.from("x"); performance.now(); new TextEncoder(); globalThis.console.info("x"); ${body} }`,
};

/** Right and linear, and once taken for slow or wrong because of the words or the built-ins they use. */
const linear: Readonly<Record<string, string>> = {
  "functions whose names end in Array": `function findInArray(m: any, v: number) { return m.get(v); }\nconst lastOfArray = (a: any) => a[a.length - 1];\nfunction twoSum${typed} { const m = new Map(), order: number[] = []; for (let i = 0; i < nums.length; i++) { const j = findInArray(m, target - nums[i]); if (j !== undefined) return [j, i]; m.set(nums[i], i); order.push(i); lastOfArray(order); } return []; }`,
  "a sequence as an argument": `function twoSum${typed} { const s = new Set((nums.length, nums)); if (s.size === 0) return []; [...(nums, nums)]; ${body} }`,
  "a huge sparse array": `function twoSum${typed} { const at = new Array(2000000001); for (let i = 0; i < nums.length; i++) { const c = target - nums[i] + 1e9; if (at[c] !== undefined) return [at[c], i]; at[nums[i] + 1e9] = i; } return []; }`,
  "text that is split": `function twoSum${typed} { nums = nums.join(", ").split(/,\\s*/).map(Number); ${body} }`,
  "a copy by JSON": `function twoSum${typed} { nums = JSON.parse(JSON.stringify(nums)); ${body} }`,
  "lodash at every step": `function twoSum${typed} { const seen: any = {}; for (let i = 0; i < nums.length; i++) { const j = _.get(seen, target - _.nth(nums, i)); if (!_.isUndefined(j)) return [j, i]; _.set(seen, nums[i], i); if (_.isEmpty(nums) || _.last(nums) === undefined) return []; } return []; }`,
  "spreading what cannot be spread": `function twoSum${typed} { let ok = false; const x: any = undefined; try { [...x]; } catch (e) { ok = e instanceof TypeError; } if (!ok) return []; ${body} }`,
  "a list in JSON, spaced": `function twoSum${typed} { nums = JSON.parse(JSON.stringify(nums).replace(/,/g, " , ")); ${body} }`,
  "random numbers from crypto": `function twoSum${typed} { crypto.getRandomValues(new Uint32Array(1)); ${body} }`,
};

function queue(make: string, add: string, take: string): string {
  return `function twoSum${typed} {
    const q: any = ${make};
    for (let i = 0; i < nums.length; i++) ${add};
    const order: number[] = [];
    while (!q.isEmpty()) order.push(${take});
    let [low, high] = [0, nums.length - 1];
    while (nums[order[low]] + nums[order[high]] !== target) nums[order[low]] + nums[order[high]] < target ? low++ : high--;
    return [order[low], order[high]];
  }`;
}

describe("a right solution is accepted as", () => {
  test.each(Object.entries(forms))("%s", async (name, source) => {
    const file = join(scratch, `${name.replaceAll(/\W+/g, "-")}.ts`);
    writeFileSync(file, source);
    const verdict = await judge(loaded, sandbox.subject({ file }), { sandbox, seed: 7 });
    expect(verdict, JSON.stringify(verdict)).toMatchObject({ word: "accepted" });
  });

  test.each(Object.entries(linear))("%s, and its growth is linear", async (name, source) => {
    const file = join(scratch, `${name.replaceAll(/\W+/g, "-")}.ts`);
    writeFileSync(file, source);
    const verdict = await judge(loaded, sandbox.subject({ file }), { sandbox, seed: 7 });
    expect(verdict, JSON.stringify(verdict)).toMatchObject({
      word: "accepted",
      growth: { ok: true, measured: "n" },
    });
  });

  test("a file in a folder with a space and a hash in its name", async () => {
    const folder = join(scratch, "my code #1");
    mkdirSync(folder);
    const file = join(folder, "two sum.ts");
    writeFileSync(file, `function twoSum${typed} {\n  throw new Error("here");\n}`);
    const verdict = await judge(loaded, sandbox.subject({ file }), { sandbox, seed: 7 });
    expect(verdict.counterexample!.stack).toBe(`twoSum (${file}:2:9)`);
  });

  test("a file that imports another one without its ending", async () => {
    writeFileSync(
      join(scratch, "partner.ts"),
      "export const partner = (t: number, x: number): number => t - x;\n",
    );
    const file = join(scratch, "importing.ts");
    writeFileSync(
      file,
      `import { partner } from "./partner";\nfunction twoSum${typed} {${body.replaceAll("target - nums[i]", "partner(target, nums[i])")}}`,
    );
    expect(await judge(loaded, sandbox.subject({ file }), { sandbox, seed: 7 })).toMatchObject({
      word: "accepted",
    });
  });
});
