/** Choosers that need no search: at random from a seed, in step, and by a list. */
import type { Chooser } from "./controlled.ts";
import { randomFrom } from "./random.ts";

/** Goes on with the running goroutine three times out of four; anything else is as likely as any other. */
export function seeded(seed: number): Chooser {
  const random = randomFrom(seed);
  return {
    name: `seed ${seed}`,
    choose: (options, running) => (running ? (random(4) > 0 ? 0 : 1 + random(options - 1)) : random(options)),
  };
}

/** Whoever polls in step with the one that holds the lock would do so forever. */
const mostInStep = 200;

/** Lets whoever has been runnable longest go on after every `stride` operations, for a while. */
export function inStep(stride: number): Chooser {
  let done = 0;
  return {
    name: `in step by ${stride}`,
    choose: (_, running) => (running && ++done <= mostInStep && done % stride === 0 ? 1 : 0),
  };
}

/** Makes the choices of the list, then always 0; a choice that is not to be had is taken as 0. */
export function recorded(choices: readonly number[]): Chooser {
  let i = 0;
  return {
    name: "replayed",
    choose: (options) => {
      const choice = choices[i++] ?? 0;
      return choice < options ? choice : 0;
    },
  };
}
