import fc from "fast-check";
import type { Check, Module, Problem } from "./problem.ts";
import { misfit, type Shape } from "./shape.ts";

/** A script of calls in LeetCode's notation: the class and its methods by name, and the arguments of each. */
export type Operations = [names: string[], args: unknown[][]];

/** What each operation returned, null where it returns nothing. */
export type Results = (number | string | boolean | null)[];

/** One call of a method. */
export type Step = [name: string, args: unknown[]];

export interface Method<Model> {
  /** Arguments to call it with. */
  readonly args?: fc.Arbitrary<unknown[]>;
  /** The shapes of its arguments. */
  readonly takes?: Readonly<Record<string, Shape>>;
  /** The shape of its result; "void" where there is none. */
  readonly returns: Shape;
  /** May it be called now, with these arguments? Left out: always. */
  readonly legal?: (model: Model, args: unknown[]) => boolean;
  /** How often it is drawn, compared with the others. Left out: 1. */
  readonly weight?: number;
}

interface Construct {
  readonly args: fc.Arbitrary<unknown[]>;
  readonly takes: Readonly<Record<string, Shape>>;
  /** Within the statement's limits? Left out: always. */
  readonly legal?: (args: unknown[]) => boolean;
}

interface Design<Model extends object> {
  readonly className: string;
  /** What the constructor takes. Left out: nothing. */
  readonly construct?: Construct;
  /** A right implementation whose methods are quick: it is played along to tell whether a step is legal. */
  readonly model: (...args: never[]) => Model;
  readonly methods: Readonly<Record<string, Method<Model>>>;
  /** At most this many calls in one generated script. */
  readonly maxLength: number;
}

type Parts = Pick<
  Problem<Module, Operations, Results>,
  "takes" | "returns" | "inputs" | "call" | "methods"
> & {
  /** Constraints that come with every script of calls. */
  readonly legalScript: Readonly<Record<string, (input: Operations) => boolean>>;
};

/** Unlike a constant, it is known again when a script that was not generated here is to shrink. */
const noArguments = fc.tuple() as fc.Arbitrary<unknown[]>;

/**
 * The parts of a problem whose answer is a class: inputs are scripts of calls that a model allows, and stay so
 * while they shrink.
 */
export function design<Model extends object>({
  className,
  construct = { args: noArguments, takes: {} },
  model,
  methods,
  maxLength,
}: Design<Model>): Parts {
  const known = (name: string): Method<Model> | undefined =>
    Object.hasOwn(methods, name) ? methods[name] : undefined;
  const anyStep = fc.oneof(
    ...Object.entries(methods).map(([name, { args = noArguments, weight = 1 }]) => ({
      arbitrary: fc.tuple(fc.constant(name), args),
      weight,
    })),
  );

  /** Plays the steps on a fresh model and keeps those that were legal when their turn came. */
  const legalSteps = (constructorArgs: unknown[], all: readonly Step[]): Step[] => {
    const state = model(...(constructorArgs as never[]));
    return all.filter(([name, args]) => {
      if (!(known(name)?.legal?.(state, args) ?? true)) return false;
      invoke(state, name, args);
      return true;
    });
  };

  return {
    takes: { operations: "string[]", arguments: "(number | string | boolean)[][]" },
    returns: "(number | string | boolean | null)[]",
    methods: Object.fromEntries(Object.entries(methods).map(([name, { returns }]) => [name, returns])),
    inputs: fc.tuple(construct.args, fc.array(anyStep, { maxLength, size: "max" })).map(
      ([constructorArgs, drawn]) => script(className, legalSteps(constructorArgs, drawn), constructorArgs),
      (input) => {
        const [, args] = input as Operations;
        return [args[0] ?? [], stepsOf(input as Operations)];
      },
    ),
    call: (module, [names, args], { during }) => {
      const instance = constructed(module[className] as Constructor, className, args[0]!);
      return Array.from({ length: names.length }, (_, i) => {
        if (i === 0) return null;
        during(`call ${i}, ${names[i]!}()`);
        const result = invoke(instance, names[i]!, args[i]!);
        return known(names[i]!)!.returns === "void" ? null : (result as Results[number]);
      });
    },
    legalScript: {
      [`the first operation is ${className}, the others are its methods`]: ([names]) =>
        names[0] === className && names.slice(1).every((name) => known(name) !== undefined),
      "each operation has the arguments its method takes": ([names, args]) =>
        args.length === names.length &&
        args.every((given, i) => {
          const shapes = Object.values((i === 0 ? construct : known(names[i]!))?.takes ?? {});
          return (
            given.length === shapes.length &&
            shapes.every((shape, k) => misfit(shape, given[k]) === undefined)
          );
        }),
      "every call is allowed when its turn comes": (input) => {
        const [constructorArgs = []] = input[1];
        if (!(construct.legal?.(constructorArgs) ?? true)) return false;
        const wanted = stepsOf(input);
        return legalSteps(constructorArgs, wanted).length === wanted.length;
      },
    },
  };
}

/** The named methods answer as the obvious approach's do. */
export function sameResults(...methods: string[]): Check<Operations, Results> {
  return (output, [names], wanted) =>
    names.every((name, i) => !methods.includes(name) || output[i] === wanted[i]);
}

/** The script that makes a `className` and takes the steps. */
export function script(
  className: string,
  steps: readonly Step[],
  constructorArgs: unknown[] = [],
): Operations {
  return [
    [className, ...steps.map(([name]) => name)],
    [constructorArgs, ...steps.map(([, args]) => args)],
  ];
}

function stepsOf([names, args]: Operations): Step[] {
  return names.slice(1).map((name, i) => [name, args[i + 1] ?? []]);
}

function invoke(instance: object, name: string, args: readonly unknown[]): unknown {
  const method = (instance as Record<string, unknown>)[name];
  if (typeof method !== "function") throw new TypeError(`there is no method ${name}`);
  return Reflect.apply(method, instance, args) as unknown;
}

type Constructor = new (...args: unknown[]) => object;

function constructed(constructor: Constructor, name: string, args: unknown[]): object {
  // Arrow functions and methods have no prototype to give to an instance.
  if (typeof constructor.prototype !== "object") throw new TypeError(`${name} cannot be called with new`);
  return new constructor(...args);
}
