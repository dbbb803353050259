import fc from "fast-check";
import { join } from "node:path";
import { equal, observedShapes, problem, underSchedules } from "#lab/problem/index.ts";
import * as runtime from "../../../patterns/go/runtime/runtime.ts";
import * as stub from "./stub.ts";

const { operation } = runtime;

const names = ["first", "second", "third"] as const;

export default problem(stub, {
  ...underSchedules(runtime, {
    program: ({ Foo }: typeof stub, [order]: [number[]], call) => {
      const foo = new Foo();
      const printed: string[] = [];
      const printing = (name: string) => () =>
        operation(`print${name[0]!.toUpperCase()}${name.slice(1)}()`, () => {
          printed.push(name);
        });
      return {
        seen: { printed },
        goroutines: order.map((i) => {
          const name = names[i - 1]!;
          return [name, () => call(foo, name, printing(name))] as const;
        }),
      };
    },
    laws: {
      "nothing is printed twice": ({ printed }) => new Set(printed).size === printed.length,
      "first, second and third are printed": ({ printed }) => names.every((name) => printed.includes(name)),
      "they are printed in order": ({ printed }) => equal(printed, names),
    },
  }),
  takes: { order: "number[]" },
  returns: { printed: "string[]", ...observedShapes },
  examples: [
    {
      input: [[1, 2, 3]],
      output: { printed: ["first", "second", "third"], ending: "all goroutines have ended", schedule: [] },
    },
    {
      input: [[3, 1, 2]],
      output: { printed: ["first", "second", "third"], ending: "all goroutines have ended", schedule: [] },
    },
  ],
  constraints: {
    "order holds 1, 2 and 3, each once": ([order]) =>
      equal(
        [...order].sort((a, b) => a - b),
        [1, 2, 3],
      ),
  },
  inputs: fc.tuple(fc.shuffledSubarray([1, 2, 3], { minLength: 3 })),
  workloads: {},
  growth: "1",
  globals: { ...runtime },
  shares: { [join(import.meta.dirname, "../../../patterns/go/runtime/runtime.ts")]: runtime },
});
