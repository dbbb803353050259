/** The policies a program can be run under, by name. */
import { type Chooser, Controlled } from "./controlled.ts";
import { GoLike, type GoLikeOptions } from "./go-like.ts";
import { recorded, seeded as seededChooser } from "./choosers.ts";
import type { Policy } from "./policy.ts";
import { decodeChoices, encodeChoices } from "../search/token.ts";

/** Go's own scheduler, with `procs` Ps (1 unless said otherwise). */
export function goLike(options: GoLikeOptions = {}): Policy {
  return new GoLike(options);
}

/** Any legal schedule, at random from a seed; the same seed, the same run. */
export function seeded(seed: number): Policy {
  return new Controlled(seededChooser(seed));
}

/** Every choice made by `chooser`; gives the program up after so many operations. */
export function controlled(chooser: Chooser, operations?: number): Policy {
  return new Controlled(chooser, operations);
}

/** What `policyFrom` makes the same policy from. */
export function describePolicy(policy: Policy): string {
  if (policy instanceof Controlled) return `choices=${encodeChoices(policy.choices)}`;
  return policy.name;
}

/** The policy that a token names. Throws when it names none. */
export function policyFrom(text: string): Policy {
  if (text.startsWith("choices="))
    return new Controlled(recorded(decodeChoices(text.slice("choices=".length))));
  if (!text.startsWith("go-like")) {
    throw new RangeError(`token: "${text}" names no policy; expected "go-like …" or "choices=…"`);
  }
  const number = (name: string): number | undefined => {
    const found = new RegExp(` ${name}=(-?\\d+)`).exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  return new GoLike({
    procs: number("procs") ?? 1,
    seed: number("seed") ?? 1,
    lockTime: number("lock") ?? 0,
    localQueues: !text.includes(" global-queue"),
  });
}
