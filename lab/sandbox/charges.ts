import { sizeOf, type Steps, textShare } from "./steps.ts";

type Method = (this: unknown, ...args: never) => unknown;

/** How many steps a call costs. `size` is the receiver's before the call; for a RegExp it is its lastIndex. */
type Cost = (size: number, args: ArrayLike<unknown>, result: unknown, receiver: unknown) => number;

const constant: Cost = () => 0;
const byReceiver: Cost = (size) => size;
const byResult: Cost = (_size, _args, result) => sizeOf(result);
const byArgument: Cost = (_size, args) => sizeOf(args[0]);
const bySorting: Cost = (size) => size * Math.ceil(Math.log2(size + 1));
const byRepeats: Cost = (size, args) => (size + 1 / textShare) * Math.max(0, integer(args[0]));
const byBoth: Cost = (size, _args, result) => size + sizeOf(result);
const bySpreading: Cost = (_size, args) => sizeOf(args[1]);

/** A search costs as far as it went, and in text that much less. */
const bySearch: Cost = (size, args, result) => {
  const from = integer(args[1]);
  return result === -1 ? Math.max(0, size - from) : Math.abs((result as number) - from) + 1;
};
const byTextSearch: Cost = (size, args, result) =>
  bySearch(size * textShare, args, result, undefined) / textShare;
const byLastSearch: Cost = (size, _args, result) =>
  result === -1 ? size : Math.max(1, size - (result as number));

/** What moves when elements are cut out or put in: all that stands behind. */
const byTail: Cost = (size, args, result) => {
  const start = integer(args[0]);
  return sizeOf(result) + args.length + (start < 0 ? -start : Math.max(0, size - start));
};

/** From the second argument to the third, which may count from the end. */
const byRange: Cost = (size, args) => {
  const place = (at: unknown, otherwise: number): number =>
    at === undefined ? otherwise : integer(at) < 0 ? size + integer(at) : Math.min(size, integer(at));
  return Math.max(0, place(args[2], size) - place(args[1], 0));
};

/** A regular expression walks from where it stands to the end of its match; a sticky one fails on the spot. */
const byMatch: Cost = (lastIndex, args, result, receiver) => {
  const match = result as { index: number; 0: string } | null;
  if (match !== null) return (Math.max(0, match.index - lastIndex) + match[0].length) / textShare;
  return (receiver as RegExp).sticky ? 0 : Math.max(0, sizeOf(args[0]) - lastIndex / textShare);
};

/**
 * What the built-ins cost. A method that is not named here costs the length of its receiver; a callback
 * counts its own steps, so a search that a callback steers costs nothing beside it.
 */
const costs: Readonly<Record<string, Readonly<Record<string, Cost>>>> = {
  Array: {
    ...named(
      constant,
      "push pop at keys values entries find findIndex findLast findLastIndex some every toString",
    ),
    ...named(byResult, "slice concat flat"),
    ...named(byBoth, "join flatMap"),
    ...named(bySearch, "indexOf"),
    ...named(byLastSearch, "lastIndexOf"),
    ...named(byRange, "fill copyWithin"),
    ...named(byTail, "splice toSpliced"),
    ...named(bySorting, "sort toSorted"),
  },
  String: {
    ...named(constant, "at charAt charCodeAt codePointAt toString valueOf match matchAll search"),
    ...named(byResult, "slice substring substr concat padStart padEnd trim trimStart trimEnd"),
    ...named(byArgument, "startsWith endsWith"),
    ...named(byTextSearch, "indexOf"),
    ...named(byBoth, "split replace replaceAll"),
    ...named(byRepeats, "repeat"),
  },
  Map: named(constant, "get set has delete keys values entries getOrInsert getOrInsertComputed"),
  Set: named(constant, "add has delete keys values entries"),
  TypedArray: {
    ...named(constant, "at subarray keys values entries find findIndex findLast findLastIndex some every"),
    ...named(byResult, "slice"),
    ...named(bySearch, "indexOf"),
    ...named(byLastSearch, "lastIndexOf"),
    ...named(byRange, "fill copyWithin"),
    ...named(byArgument, "set"),
    ...named(bySorting, "sort toSorted"),
  },
  RegExp: { ...named(constant, "test toString compile"), exec: byMatch },
  Function: { ...named(constant, "call bind toString"), apply: bySpreading },
};

const staticCosts: Readonly<Record<string, Readonly<Record<string, Cost>>>> = {
  Array: { from: byResult },
  Object: {
    ...named(byResult, "keys values entries fromEntries getOwnPropertyNames"),
    assign: (_size, args) => Array.from(args).reduce((sum: number, source) => sum + sizeOf(source), 0),
    groupBy: byArgument,
  },
  JSON: { parse: byArgument, stringify: byResult },
  Reflect: { apply: (_size, args) => sizeOf(args[2]), construct: bySpreading },
};

/** Replaces the built-ins of a realm by ones that charge for their work and are the same in all else. */
export function chargeBuiltIns(realm: Record<string, unknown>, steps: Steps): void {
  for (const [name, known] of Object.entries(costs)) {
    const typed = Object.getPrototypeOf(realm.Uint8Array) as { prototype: object };
    const { prototype } = name === "TypedArray" ? typed : (realm[name] as { prototype: object });
    for (const key of Object.getOwnPropertyNames(prototype)) {
      if (key !== "constructor")
        charge(prototype, key, known[key] ?? byReceiver, name === "RegExp" ? lastIndexOf : sizeOf, steps);
    }
  }
  for (const [name, known] of Object.entries(staticCosts)) {
    for (const [key, cost] of Object.entries(known)) charge(realm[name] as object, key, cost, () => 0, steps);
  }
}

function charge(
  owner: object,
  key: string,
  cost: Cost,
  measure: (receiver: unknown) => number,
  steps: Steps,
): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, key);
  const method = descriptor?.value as Method | undefined;
  if (typeof method !== "function" || cost === constant) return;
  const charged = {
    [key](this: unknown, ...args: never[]): unknown {
      const size = measure(this);
      if (cost === byRepeats) steps.charge(cost(size, args, undefined, this));
      const result: unknown = Reflect.apply(method, this, args);
      if (cost !== byRepeats) steps.charge(cost(size, args, result, this));
      return result;
    },
  }[key]!;
  Object.defineProperty(charged, "length", { value: method.length, configurable: true });
  Object.defineProperty(owner, key, { ...descriptor, value: charged });
}

/** As the built-ins read their arguments. */
function integer(value: unknown): number {
  return typeof value === "number" ? Math.trunc(value) || 0 : 0;
}

function lastIndexOf(regExp: unknown): number {
  return (regExp as RegExp).lastIndex;
}

function named(cost: Cost, methods: string): Record<string, Cost> {
  return Object.fromEntries(methods.split(" ").map((method) => [method, cost]));
}
