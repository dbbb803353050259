import { sentence } from "#lab/terminal/rows.ts";
import { bold, dim } from "#lab/terminal/style.ts";
import type { NextKey } from "./keys.ts";
import type { Posed } from "./round.ts";

export type Grade = 1 | 2 | 3 | 4;

const grades: Readonly<Record<string, readonly [Grade, string]>> = {
  1: [1, "forgotten"],
  2: [2, "hard"],
  3: [3, "good"],
  4: [4, "easy"],
};

/** What asking needs from outside. */
export interface Asking {
  readonly next: NextKey;
  readonly show: (text: string) => void;
  /** A Markdown answer as the terminal shows it. */
  readonly rendered: (markdown: string) => string;
  /** Writes the grade down; returns when the question comes again, as in "in 3 days". */
  readonly graded: (posed: Posed, grade: Grade) => string;
}

/** Poses one question after the other, each answered on a key; returns how many were graded. */
export async function ask(questions: readonly Posed[], asking: Asking): Promise<number> {
  const { next, show, rendered, graded } = asking;
  let count = 0;
  for (const [i, posed] of questions.entries()) {
    const { title } = posed.source;
    show(dim(`\n${i + 1} of ${questions.length}   ${title}${posed.spoils ? ", not solved yet" : ""}\n`));
    show(`${bold(sentence(posed.question))}\n`);
    show(dim(sentence("any key: the answer   s skip   q quit")));
    const key = await next();
    if (key === "q") return count;
    if (key === "s") continue;
    show(`\n${rendered(posed.answer).trimEnd()}\n`);
    show(dim(sentence("1 forgotten   2 hard   3 good   4 easy   s skip   q quit")));
    const grade = await gradeBy(next, show);
    if (grade === "q") return count;
    if (grade === "s") continue;
    const [number, word] = grade;
    show(sentence(`${word}: again ${graded(posed, number)}`));
    count++;
  }
  return count;
}

/** Keys that mean nothing are answered with those that do. */
async function gradeBy(
  next: NextKey,
  show: (text: string) => void,
): Promise<readonly [Grade, string] | "s" | "q"> {
  for (;;) {
    const key = await next();
    if (key === "s" || key === "q") return key;
    const grade = grades[key];
    if (grade) return grade;
    show(dim(sentence("1, 2, 3 or 4; s skips, q quits")));
  }
}
