import { isDue, questionId, questionReviews } from "#lab/journal/reviews.ts";
import type { Recorded } from "#lab/journal/journal.ts";
import { standings } from "#lab/journal/standings.ts";
import { type Question, questionsOf, readNote } from "#lab/notes/note.ts";
import type { Source } from "#lab/catalogue/pages.ts";

/** A question to be asked, and the page that answers it. */
export interface Posed extends Question {
  readonly id: string;
  readonly source: Source;
  /** Its answer tells how to solve a problem that is not solved yet. */
  readonly spoils: boolean;
}

/** So many questions are asked at a time. */
export const roundOf = 10;

/**
 * The questions to ask now, each once: those that are due, longest first; then new ones of solved problems, then of topics
 * and patterns, those met first, and of problems not solved yet only where `unsolvedToo` says so. What was asked today is neither due nor new.
 */
export function round(
  sources: readonly Source[],
  happened: readonly Recorded[],
  now: Date,
  unsolvedToo: boolean,
): Posed[] {
  const chosen = new Map<string, Posed>();
  for (const posed of inOrder(sources, happened, now, unsolvedToo)) {
    if (chosen.size === roundOf) break;
    if (!chosen.has(posed.id)) chosen.set(posed.id, posed);
  }
  return [...chosen.values()];
}

/** A generator, because parsing a page takes ten milliseconds and there are hundreds. */
function* inOrder(
  sources: readonly Source[],
  happened: readonly Recorded[],
  now: Date,
  unsolvedToo: boolean,
): Generator<Posed> {
  const reached = standings(happened);
  const isUnsolved = ({ kind, name }: Source): boolean =>
    kind === "problem" && !reached.get(name)?.startsWith("solved");
  const posedBy = (source: Source): Posed[] => questionsIn(source, isUnsolved(source));
  const reviews = questionReviews(happened);
  const due = [...reviews].filter(([, date]) => isDue(date, now)).sort(([, a], [, b]) => +a - +b);
  const known = sources
    .filter(({ name }) => due.some(([id]) => id.startsWith(questionId(name, ""))))
    .flatMap(posedBy);
  for (const [id] of due) yield* known.filter((posed) => posed.id === id);

  const solved = sources.filter((source) => source.kind === "problem" && !isUnsolved(source));
  const met = new Set(solved.flatMap(({ topics }) => topics));
  const isMet = ({ topics }: Source): boolean => topics.some((topic) => met.has(topic));
  const pages = sources.filter(({ kind }) => kind !== "problem");
  const fresh = [
    ...solved,
    ...pages.filter(isMet),
    ...pages.filter((page) => !isMet(page)),
    ...(unsolvedToo ? sources.filter(isUnsolved) : []),
  ];
  for (const source of fresh) yield* posedBy(source).filter(({ id }) => !reviews.has(id));
}

function questionsIn(source: Source, spoils: boolean): Posed[] {
  try {
    return questionsOf(readNote(source.path)).map((question) => {
      return { ...question, id: questionId(source.name, question.question), source, spoils };
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
