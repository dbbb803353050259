import { entries } from "#lab/catalogue/catalogue.ts";
import { runningInterview } from "#lab/interview/interview.ts";
import { history } from "#lab/journal/history.ts";
import { record } from "#lab/journal/journal.ts";
import { questionReviews } from "#lab/journal/reviews.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { ask, type Grade } from "#lab/quiz/ask.ts";
import { withKeys } from "#lab/quiz/keys.ts";
import { daysFrom, outlook } from "#lab/quiz/outlook.ts";
import { type Posed, round } from "#lab/quiz/round.ts";
import { about, sources } from "#lab/catalogue/pages.ts";
import { shortened } from "#lab/terminal/path.ts";
import { sentence } from "#lab/terminal/rows.ts";
import { bold, dim } from "#lab/terminal/style.ts";

/** Asks questions of the notes; without a terminal, lists them with where the answers are. */
export async function quiz(topic: string | undefined): Promise<void> {
  const now = new Date();
  const all = entries();
  const happened = history(all);
  if (runningInterview(happened, now))
    throw new UsageError("an interview is running, and answers may help; npx lab interview --end ends it");
  const pages = sources(all);
  const chosen = topic === undefined ? pages : about(pages, topic);
  const questions = round(chosen, happened, now, topic !== undefined);
  if (questions.length === 0) {
    console.log(`Nothing to ask today. ${outlook(chosen, happened, now) ?? ""}`.trimEnd());
    return;
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    for (const posed of questions) console.log(whereAnswered(posed));
    return;
  }
  const { rendered } = await import("#lab/notes/render.ts");
  const graded = ({ id, source, question }: Posed, rating: Grade): string => {
    record({ event: "asked", problem: source.name, question, rating }, now);
    return daysFrom(now, questionReviews(history(all)).get(id)!);
  };
  const show = (text: string): void => console.log(text);
  const count = await withKeys((next) => ask(questions, { next, show, rendered, graded }));
  const told = count === 0 ? "Nothing was asked." : `Asked ${count}.`;
  console.log(`\n${told} ${outlook(chosen, history(all), now) ?? ""}`.trimEnd());
}

function whereAnswered({ question, source, line, spoils }: Posed): string {
  const remark = spoils ? ", not solved yet" : "";
  // On a line of its own and never wrapped, so that an editor's terminal can follow it.
  return `${bold(sentence(question))}\n  ${source.title}${remark}\n  ${dim(`${shortened(source.path)}:${line}`)}\n`;
}
