/** A line of text that repeats a run: the policy, its choices, and the order in which real work was done. */

/** When a promise settled: the how-manieth awaited, and after how many switches its goroutine was told. */
export interface Return {
  readonly number: number;
  readonly at: number;
}

export interface Recipe {
  /** "go-like procs=4 seed=7", or "choices=0*5,1,2" for policies whose choices were noted. */
  readonly policy: string;
  readonly returns: readonly Return[];
}

export function tokenOf({ policy, returns }: Recipe): string {
  const awaited = returns.map(({ number, at }) => `${number}@${at}`).join(",");
  return awaited === "" ? policy : `${policy} awaited=${awaited}`;
}

export function parseToken(token: string): Recipe {
  const [policy = "", awaited = ""] = token.split(" awaited=");
  const returns = awaited.split(",").filter(Boolean);
  return {
    policy,
    returns: returns.map((text) => {
      const [number, at] = text.split("@").map(Number);
      return { number: number!, at: at! };
    }),
  };
}

/** Runs of the same choice are written once, and zeroes at the end not at all: they are what a replay does anyway. */
export function encodeChoices(choices: readonly number[]): string {
  const groups: { choice: number; count: number }[] = [];
  const end = choices.findLastIndex((choice) => choice !== 0) + 1;
  for (const choice of choices.slice(0, end)) {
    const last = groups.at(-1);
    if (last?.choice === choice) last.count++;
    else groups.push({ choice, count: 1 });
  }
  return groups.map(({ choice, count }) => (count === 1 ? `${choice}` : `${choice}*${count}`)).join(",");
}

export function decodeChoices(text: string): number[] {
  return text
    .split(",")
    .filter(Boolean)
    .flatMap((group) => {
      const [choice, count = 1] = group.split("*").map(Number);
      if (!Number.isInteger(choice) || !Number.isInteger(count)) {
        throw new RangeError(`token: "${group}" is no choice; expected numbers like 3 or 0*5`);
      }
      return new Array<number>(count).fill(choice!);
    });
}
