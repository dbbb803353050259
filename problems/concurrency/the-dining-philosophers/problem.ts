import fc from "fast-check";
import { join } from "node:path";
import { equal, observedShapes, problem, underSchedules } from "#lab/problem/index.ts";
import * as runtime from "../../../patterns/go/runtime/runtime.ts";
import * as stub from "./stub.ts";
import { actions, eatsWithBoth, mealsOf, philosophers, picksFreeForks, putsBackTheirOwn } from "./table.ts";

const { Hour, operation, sleep } = runtime;

const names = ["pickLeftFork", "pickRightFork", "eat", "putLeftFork", "putRightFork"] as const;

const everybodyOnce = ["picks left", "picks right", "eats", "puts left", "puts right"];

export default problem(stub, {
  ...underSchedules(runtime, {
    program: ({ DiningPhilosophers }: typeof stub, [meals]: [number[]], call) => {
      const table = new DiningPhilosophers();
      const events: (string | number)[][] = [];
      const dining = (philosopher: number, wanted: number) =>
        function* () {
          const [pickLeft, pickRight, eat, putLeft, putRight] = actions.map(
            (action, i) => () => operation(`${names[i]!}()`, () => void events.push([philosopher, action])),
          );
          // A meal takes time, in which the neighbours may get hungry.
          const dine = function* () {
            yield* eat!();
            yield* sleep(Hour);
          };
          const does = [pickLeft, pickRight, dine, putLeft, putRight];
          for (let meal = 0; meal < wanted; meal++) yield* call(table, "wantsToEat", philosopher, ...does);
        };
      return {
        seen: { events },
        goroutines: meals.flatMap((wanted, i) =>
          wanted === 0 ? [] : [[`philosopher ${i}`, dining(i, wanted)] as const],
        ),
      };
    },
    laws: {
      "nobody picks up a fork that somebody holds": ({ events }) => picksFreeForks(events),
      "everybody eats with both forks in their hands": ({ events }) => eatsWithBoth(events),
      "the forks are put back by those who hold them": ({ events }) => putsBackTheirOwn(events),
      "everybody eats as often as they want to": ({ events }, [meals]) => equal(mealsOf(events), meals),
    },
    schedules: 40,
  }),
  takes: { meals: "number[]" },
  severalAnswers: true,
  returns: { events: "(string | number)[][]", ...observedShapes },
  examples: [
    {
      input: [[1, 1, 0, 0, 0]],
      output: {
        events: [0, 1].flatMap((philosopher) => everybodyOnce.map((action) => [philosopher, action])),
        ending: "all goroutines have ended",
        schedule: [],
      },
    },
    {
      input: [[1, 1, 1, 1, 1]],
      output: {
        events: [0, 2, 1, 3, 4].flatMap((philosopher) =>
          everybodyOnce.map((action) => [philosopher, action]),
        ),
        ending: "all goroutines have ended",
        schedule: [],
      },
    },
  ],
  constraints: {
    "there are 5 philosophers": ([meals]) => meals.length === philosophers,
    "each wants to eat 0 to 5 times": ([meals]) =>
      meals.every((wanted) => Number.isInteger(wanted) && wanted >= 0 && wanted <= 5),
  },
  inputs: fc.tuple(
    fc.array(fc.oneof({ arbitrary: fc.constant(1), weight: 3 }, fc.integer({ min: 0, max: 2 })), {
      minLength: philosophers,
      maxLength: philosophers,
    }),
  ),
  workloads: {},
  growth: "1",
  globals: { ...runtime },
  shares: { [join(import.meta.dirname, "../../../patterns/go/runtime/runtime.ts")]: runtime },
});
