import type { Planned } from "#lab/catalogue/planned.ts";
import type { Shape } from "#lab/problem/shape.ts";
import { placeholder } from "./placeholder.ts";
import { plainSignature } from "./signature.ts";

/** What stands for a type of LeetCode's in the plain data of an input, and what turns one into the other. */
interface Adapter {
  readonly shape: Shape;
  readonly arbitrary: string;
  /** The word of lab/problem that builds it, and one that reads a result. */
  readonly build?: string;
  readonly read?: string;
  /** It is built from each element. */
  readonly isArray?: boolean;
}

const adapters: Readonly<Record<string, Adapter>> = {
  "ListNode | null": {
    shape: "number[]",
    arbitrary: "fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 8 })",
    build: "list",
    read: "listValues",
  },
  "TreeNode | null": {
    shape: "(number | null)[]",
    arbitrary: "treeInputs(fc.integer({ min: -9, max: 9 }), 12)",
    build: "tree",
    read: "levels",
  },
};

const arbitraries: Readonly<Record<string, string>> = {
  number: "fc.integer({ min: -9, max: 9 })",
  string: "fc.string({ maxLength: 8 })",
  boolean: "fc.boolean()",
};

/** problem.ts for a planned problem, as far as its signature tells. */
export function problemFile(plan: Planned): string {
  const signature = plainSignature(plan.signature);
  return signature.startsWith("class ") ? ofClass(signature) : ofFunction(signature);
}

function ofFunction(signature: string): string {
  const [, name = "entry", params = "", result = "number"] =
    /^function (\w+)\((.*?)\): (.*)$/.exec(signature) ?? [];
  const takes = parameters(params).map(([param, type]) => ({ param, ...adapterFor(type) }));
  const first = takes[0];
  const inPlace = result === "void" && first !== undefined;
  const returned = inPlace ? { shape: first.shape, read: first.read } : adapterFor(result);
  const names = takes.map(({ param }) => param).join(", ");
  const called = `${name}(${takes.map(built).join(", ")})`;
  const call = inPlace
    ? `({ ${name} }, [${names}]) => {\n    ${called};\n    return ${first.param};\n  }`
    : `({ ${name} }, [${names}]) => ${returned.read ? `${returned.read}(${called})` : called}`;
  const words = new Set([
    "problem",
    ...takes.flatMap(({ build, arbitrary }) => [build, arbitrary.includes("treeInputs") && "treeInputs"]),
    returned.read,
  ]);
  return file(
    [...words].filter((word) => typeof word === "string"),
    "",
    `  takes: { ${takes.map(({ param, shape }) => `${param}: "${shape}"`).join(", ")} },
  returns: "${returned.shape}",
  ${todo("the statement's examples: { input: [...], output: ... }")}
  examples: [],
  ${todo('what makes an input legal: "nums has 1 to 10⁴ elements": ([nums]) => ...')}
  constraints: {},
  ${todo("small first, biased to the edges, legal only")}
  inputs: fc.tuple(${takes.map(({ arbitrary }) => arbitrary).join(", ")}),
  call: ${call},
  ${todo("laws in the order in which to blame them, named as one would say them")}
  checks: {},
`,
  );
}

function ofClass(signature: string): string {
  const [, className = "", body = ""] = /^class (\w+) \{ (.*) \}$/.exec(signature) ?? [];
  const members = [...body.matchAll(/(\w+)\(([^)]*)\)(?:: ([^()]*?))?(?= \w+\(|$)/g)];
  const part = (params: string): string => {
    const given = parameters(params).map(([param, type]) => ({ param, ...adapterFor(type) }));
    if (given.length === 0) return "";
    return `args: fc.tuple(${given.map(({ arbitrary }) => arbitrary).join(", ")}), takes: { ${given.map(({ param, shape }) => `${param}: "${shape}"`).join(", ")} }, `;
  };
  const methods = members
    .filter(([, name]) => name !== "constructor")
    .map(
      ([, name = "", params = "", result = "void"]) =>
        `    ${name}: { ${part(params)}returns: "${result.trim()}" },`,
    );
  const constructed = members.find(([, name]) => name === "constructor")?.[2] ?? "";
  const declared = `
const { legalScript, ...calls } = design({
  className: "${className}",
${constructed === "" ? "" : `  construct: { ${part(constructed)}},\n`}  ${todo("a right implementation whose methods are quick, one of the approaches")}
  model: () => ({}),
  methods: {
${methods.join("\n")}
  },
  maxLength: 40,
});
`;
  return file(
    ["design", "problem"],
    declared,
    `  ...calls,
  ${todo("scripts of calls: { input: [names, arguments], output: [...] }")}
  examples: [],
  ${todo("limits of the arguments and of the number of calls")}
  constraints: { ...legalScript },
  ${todo('one law for each method: "top is the latest of the values still there": sameResults("top")')}
  checks: {},
`,
  );
}

function built({ param, build, isArray }: Adapter & { param: string }): string {
  if (build === undefined) return param;
  return isArray ? `${param}.map((each) => ${build}(each))` : `${build}(${param})`;
}

function file(words: readonly string[], declared: string, parts: string): string {
  return `import fc from "fast-check";
import { ${[...words].sort().join(", ")} } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";
${declared}
export default problem(stub, {
${parts}  ${todo("hard legal inputs of size n: (n, random) => [...]")}
  workloads: {},
  ${todo("the growth to reach")}
  growth: "n",
});
`;
}

function todo(what: string): string {
  return `// ${placeholder}: ${what}`;
}

function parameters(params: string): [name: string, type: string][] {
  return params === "" ? [] : params.split(", ").map((each) => each.split(": ") as [string, string]);
}

function adapterFor(type: string): Adapter {
  const known = adapters[type];
  if (known) return known;
  const ofArray = /^(?:\((.*)\)|(.*))\[\]$/.exec(type);
  if (ofArray) {
    const element = adapterFor((ofArray[1] ?? ofArray[2])!);
    const shape = element.shape.includes(" | ") ? `(${element.shape})[]` : `${element.shape}[]`;
    const { build } = element;
    return {
      shape,
      arbitrary: `fc.array(${element.arbitrary}, { maxLength: 8 })`,
      ...(build && { build, isArray: true }),
    };
  }
  return {
    shape: type in arbitraries ? type : "number",
    arbitrary: arbitraries[type] ?? arbitraries.number!,
  };
}
