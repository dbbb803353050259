/**
 * The kind of a plain value, written as TypeScript would: `number[]`, `string`, `(number | null)[][]`.
 * A value fits exactly or not at all: NaN, holes, missing elements and extra properties never do.
 */
export type Shape = string;

type Parsed =
  { kind: "base"; name: string } | { kind: "array"; of: Parsed } | { kind: "union"; of: Parsed[] };

/** Why `value` is not of the shape, as the end of a sentence ("element 2 is NaN"); undefined when it is. */
export function misfit(shape: Shape, value: unknown): string | undefined {
  return misfitOf(parsed(shape), value);
}

/** Splits the shape of an array into the shape of its elements; undefined for anything else. */
export function elementShape(shape: Shape): Shape | undefined {
  if (!shape.endsWith("[]")) return undefined;
  const inner = shape.slice(0, -2);
  return inner.startsWith("(") && inner.endsWith(")") ? inner.slice(1, -1) : inner;
}

function misfitOf(shape: Parsed, value: unknown): string | undefined {
  switch (shape.kind) {
    case "base":
      return misfitOfBase(shape.name, value);
    case "union":
      return shape.of.some((option) => misfitOf(option, value) === undefined)
        ? undefined
        : `it is ${kindOf(value)}`;
    case "array": {
      if (!Array.isArray(value)) return `it is ${kindOf(value)}`;
      for (let i = 0; i < value.length; i++) {
        if (!Object.hasOwn(value, i)) return `element ${i} is missing`;
        const wrong = misfitOf(shape.of, value[i]);
        if (wrong !== undefined)
          return wrong.startsWith("it ") ? `element ${i} ${wrong.slice(3)}` : `in element ${i}, ${wrong}`;
      }
      const extra = Object.keys(value).length - value.length;
      return extra > 0 ? "it carries properties that are no elements" : undefined;
    }
  }
}

function misfitOfBase(name: string, value: unknown): string | undefined {
  if (name === "null" ? value === null : typeof value === name && !Number.isNaN(value)) return undefined;
  return `it is ${kindOf(value)}`;
}

/** "a string", "an array", "NaN", "undefined": enough to see what came instead. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return String(value);
  if (Array.isArray(value)) return "an array";
  if (Object.prototype.toString.call(value) === "[object Promise]") return "a promise";
  if (ArrayBuffer.isView(value))
    return `a typed array (${Object.prototype.toString.call(value).slice(8, -1)})`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

const cache = new Map<Shape, Parsed>();

function parsed(shape: Shape): Parsed {
  const known = cache.get(shape);
  if (known) return known;
  const result = parse(shape);
  cache.set(shape, result);
  return result;
}

const bases = ["number", "string", "boolean", "null"];

function parse(shape: Shape): Parsed {
  const tokens = shape.match(/[a-z]+|\[\]|\S/g) ?? [];
  let at = 0;
  const union = (): Parsed => {
    const options = [item()];
    while (tokens[at] === "|") {
      at++;
      options.push(item());
    }
    return options.length === 1 ? options[0]! : { kind: "union", of: options };
  };
  const item = (): Parsed => {
    const token = tokens[at++];
    let result: Parsed;
    if (token === "(") {
      result = union();
      if (tokens[at++] !== ")") throw new SyntaxError(`shape "${shape}": a bracket is not closed`);
    } else if (token !== undefined && bases.includes(token)) result = { kind: "base", name: token };
    else throw new SyntaxError(`shape "${shape}": "${token ?? "the end"}" is none of ${bases.join(", ")}`);
    for (; tokens[at] === "[]"; at++) result = { kind: "array", of: result };
    return result;
  };
  const result = union();
  if (at < tokens.length) throw new SyntaxError(`shape "${shape}": "${tokens[at]!}" is one too many`);
  return result;
}
