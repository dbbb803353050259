import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Recorded } from "#lab/journal/journal.ts";
import { headingIn } from "#lab/notes/heading.ts";
import { questionsOf, readNote } from "#lab/notes/note.ts";
import type { Growth } from "#lab/problem/growth.ts";
import { shortened } from "#lab/terminal/path.ts";
import { inMinutes, inTries, type Interview, minutesInto, workAt } from "./interview.ts";

/** One of the problems, with the growth it asks for. */
export interface Examined {
  readonly entry: Entry;
  readonly wanted: Growth;
}

/** How an interview went and what to talk about now, as Markdown. */
export function report(
  interview: Interview,
  examined: readonly Examined[],
  happened: readonly Recorded[],
): string {
  const { minutes, ends, began } = interview;
  const day = new Date(began).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const used = minutesInto(interview, ends);
  const parts = [
    `# Interview of ${day}`,
    used < minutes
      ? `Ended after ${used} of ${inMinutes(minutes)}.`
      : `The ${inMinutes(minutes)} were used up.`,
    ...examined.flatMap((each, i) => [
      `## Problem ${i + 1}: ${each.entry.title}`,
      origin(each.entry),
      result(each, interview, happened),
      "To answer aloud:",
      questions(each.entry),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What was hidden until now. */
function origin({ difficulty, topic, patterns }: Entry): string {
  const practised = patterns.length === 0 ? "" : ` Patterns: ${patterns.join(", ")}.`;
  return `Topic: ${topic}, ${difficulty}.${practised}`;
}

function result({ entry, wanted }: Examined, interview: Interview, happened: readonly Recorded[]): string {
  const { slug, folder } = entry;
  const { tries = 0, mistakes = [], passed, growth } = workAt(slug, interview, happened) ?? {};
  const target = wanted === "1" ? "constant time" : wanted;
  const tried = inTries(tries);
  return [
    passed ? `solved after ${inMinutes(minutesInto(interview, passed))}, ${tried}` : `not solved, ${tried}`,
    passed
      ? growth
        ? `growth: ${target}, as asked for`
        : `growth: worse than ${target}, which was asked for`
      : `growth to reach: ${target}`,
    ...mistakes.map((name) => {
      const explained = headingIn(folder, name);
      return `mistake: ${name}${explained === undefined ? "" : `, explained in ${shortened(explained)}`}`;
    }),
  ]
    .map((line) => `- ${line}`)
    .join("\n");
}

function questions({ folder }: Entry): string {
  const path = join(folder, "NOTES.md");
  const asked = questionsOf(readNote(path));
  const list = asked.map(({ question }, i) => `${i + 1}. ${question}`);
  return [...list, "", `The answers begin at ${shortened(path)}:${asked[0]?.line ?? 1}.`].join("\n");
}
