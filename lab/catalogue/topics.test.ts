import { expect, test } from "vitest";
import { type Entry, entries } from "./catalogue.ts";
import { learningPath, type Topic, topics } from "./topics.ts";

const known: Topic[] = [
  { name: "arrays", title: "Arrays", after: [] },
  { name: "heap", title: "Heap", after: ["trees"] },
  { name: "trees", title: "Trees", after: ["arrays"] },
];

function entry(topic: string, difficulty: Entry["difficulty"]): Entry {
  return {
    slug: `${topic}-${difficulty}`,
    topic,
    folder: "",
    title: "",
    difficulty,
    leetcode: 1,
    patterns: [],
    formerly: [],
  };
}

test("a topic begins after those it builds on, beside what is harder there", () => {
  const shuffled = ["heap", "trees", "arrays"].flatMap((topic) => [
    entry(topic, "hard"),
    entry(topic, "medium"),
    entry(topic, "easy"),
  ]);
  expect(learningPath(shuffled, known).map(({ slug }) => slug)).toEqual([
    "arrays-easy",
    "arrays-medium",
    "trees-easy",
    "trees-medium",
    "heap-easy",
    "arrays-hard",
    "heap-medium",
    "trees-hard",
    "heap-hard",
  ]);
});

test("topics that build on each other do not hang it", () => {
  const circle: Topic[] = [
    { name: "arrays", title: "", after: ["trees"] },
    { name: "trees", title: "", after: ["arrays"] },
  ];
  expect(learningPath([entry("trees", "easy"), entry("arrays", "easy")], circle)).toHaveLength(2);
});

test("every easy problem comes after an easy one of each topic it builds on, where there is one", () => {
  const path = learningPath(entries()).filter(({ difficulty }) => difficulty === "easy");
  const first = (topic: string): number => path.findIndex((each) => each.topic === topic);
  for (const { name, after } of topics())
    for (const before of after) if (first(name) !== -1) expect(first(before)).toBeLessThan(first(name));
});
