import { type Node, parse } from "acorn";
import { full } from "acorn-walk";
import MagicString from "magic-string";

/** A script that counts its steps on `__steps`, and what is known of it from having read it. */
export interface Counted {
  readonly text: MagicString;
  /** Names defined at the top level. */
  readonly names: readonly string[];
  /** Modules it asks for with `require`. */
  readonly imports: readonly string[];
}

/** Has a script count a step at each loop turn and function entry, and charge for spreads and allocations. */
export function countSteps(script: string): Counted {
  const tree = parse(script, { ecmaVersion: "latest", sourceType: "script", locations: true });
  const text = new MagicString(script);
  const imports: string[] = [];
  full(tree, (node) => {
    count(node as Syntax, text);
    const name = requiredBy(node as Syntax);
    if (name !== undefined) imports.push(name);
  });
  return { text, names: topLevelNames(tree.body as Syntax[]), imports };
}

/** An ESTree node with the fields that are looked at here, whatever its type. */
interface Syntax extends Node {
  body: Syntax | Syntax[];
  callee: Syntax;
  params: Syntax[];
  arguments: (Syntax | null)[];
  elements?: (Syntax | null)[];
  properties?: Syntax[];
  declarations: Syntax[];
  argument: Syntax;
  id: Syntax | null;
  init: Syntax | null;
  left: Syntax;
  right: Syntax;
  name?: string;
  value?: unknown;
  directive?: string;
}

const tick = "if(--__steps.left<0)__steps.out();";

/** Constructors that do as much work as their argument is long, or as large as it says. */
const allocating =
  /^(Array|Set|Map|(Shared)?ArrayBuffer|(Int8|Uint8|Uint8Clamped|Int16|Uint16|Float16|Int32|Uint32|Float32|Float64|BigInt64|BigUint64)Array)$/;

const charging: Readonly<Record<string, string>> = { Array: "arrayLength", Set: "spread", Map: "spread" };

function count(node: Syntax, code: MagicString): void {
  const wrap = (inner: Node, method: string): void => {
    // Two brackets: what stands inside may be a sequence, (a, b), whose own bracket is not part of it.
    code.prependRight(inner.start, `__steps.${method}((`).appendLeft(inner.end, "))");
  };
  switch (node.type) {
    case "ForStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForInStatement":
    case "ForOfStatement": {
      const body = node.body as Syntax;
      if (body.type === "BlockStatement") code.appendLeft(body.start + 1, tick);
      else code.prependRight(body.start, `{${tick}`).appendLeft(body.end, "}");
      break;
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const body = node.body as Syntax;
      const rests = node.params.flatMap(restNames).map((name) => `__steps.sized(${name})`);
      if (body.type === "BlockStatement")
        code.appendLeft(afterDirectives(body), `${tick}${rests.map((rest) => `${rest};`).join("")}`);
      else
        code.prependRight(body.start, `(${["__steps.tick()", ...rests].join()},`).appendLeft(body.end, ")");
      break;
    }
    case "CallExpression":
    case "NewExpression":
      spreads(node.arguments).forEach((spread) => wrap(spread.argument, "spread"));
      if (node.callee.type === "Identifier" && allocating.test(node.callee.name ?? "")) {
        const [size] = node.arguments;
        if (size && size.type !== "SpreadElement") wrap(size, charging[node.callee.name ?? ""] ?? "sized");
      }
      break;
    case "ArrayExpression":
      spreads(node.elements).forEach((spread) => wrap(spread.argument, "spread"));
      break;
    case "ObjectExpression":
      spreads(node.properties).forEach((spread) => wrap(spread.argument, "sized"));
      break;
    case "VariableDeclarator":
      if (node.init && hasRest(node.id))
        wrap(node.init, node.id?.type === "ArrayPattern" ? "spread" : "sized");
      break;
    case "AssignmentExpression":
      if (hasRest(node.left)) wrap(node.right, node.left.type === "ArrayPattern" ? "spread" : "sized");
      break;
  }
}

function spreads(nodes: readonly (Syntax | null)[] = []): Syntax[] {
  return nodes.filter((node) => node?.type === "SpreadElement") as Syntax[];
}

/** `const [first, ...rest] = ` and `({ a, ...rest } = ` copy all but the named ones. */
function hasRest(pattern: Syntax | null): boolean {
  return (pattern?.elements ?? pattern?.properties)?.at(-1)?.type === "RestElement";
}

/** The `rest` of parameters such as `[first, ...rest]` and `...rest`. */
function restNames(parameter: Syntax): string[] {
  const last =
    parameter.type === "RestElement" ? parameter : (parameter.elements ?? parameter.properties)?.at(-1);
  const name = last?.type === "RestElement" ? last.argument.name : undefined;
  return name === undefined ? [] : [name];
}

function afterDirectives(body: Syntax): number {
  const directives = (body.body as Syntax[]).filter((statement) => statement.directive !== undefined);
  return directives.at(-1)?.end ?? body.start + 1;
}

function requiredBy(node: Syntax): string | undefined {
  if (node.type !== "CallExpression" || node.callee.name !== "require") return undefined;
  const name = node.arguments[0]?.value;
  return typeof name === "string" ? name : undefined;
}

/** esbuild's own names for its export machinery are left out. */
function topLevelNames(body: readonly Syntax[]): string[] {
  const declared = body.flatMap((node) =>
    node.type === "VariableDeclaration" ? node.declarations.map(({ id }) => id?.name) : [node.id?.name],
  );
  return declared.filter((name): name is string => typeof name === "string" && !/^__|_exports$/.test(name));
}
