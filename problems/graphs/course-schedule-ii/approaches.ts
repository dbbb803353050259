import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/**
 * Looks through all courses again and again for those whose prerequisites are all taken. For n courses and m
 * pairs: O(n · (n + m)) time, O(n + m) space.
 */
export function passAfterPass(numCourses: number, prerequisites: number[][]): number[] {
  const needs = Array.from({ length: numCourses }, (): number[] => []);
  for (const [course, needed] of prerequisites) needs[course!]!.push(needed!);
  const taken = new Set<number>();
  let before: number;
  do {
    before = taken.size;
    for (let course = 0; course < numCourses; course++) {
      if (!taken.has(course) && needs[course]!.every((needed) => taken.has(needed))) taken.add(course);
    }
  } while (taken.size > before);
  return taken.size === numCourses ? [...taken] : [];
}

/** Puts each course behind all that it needs, depth first. O(n + m) time and space. */
export function postorder(numCourses: number, prerequisites: number[][]): number[] {
  const needs = Array.from({ length: numCourses }, (): number[] => []);
  for (const [course, needed] of prerequisites) needs[course!]!.push(needed!);
  const state = Array.from({ length: numCourses }, (): "new" | "open" | "done" => "new");
  const order: number[] = [];
  const take = (course: number): boolean => {
    if (state[course] !== "new") return state[course] === "done";
    state[course] = "open";
    if (!needs[course]!.every(take)) return false;
    state[course] = "done";
    order.push(course);
    return true;
  };
  return needs.every((_, course) => take(course)) ? order : [];
}

/**
 * Takes what is free and counts down what the others still wait for (Kahn's algorithm). O(n + m) time and
 * space.
 */
export function countdown(numCourses: number, prerequisites: number[][]): number[] {
  const neededBy = Array.from({ length: numCourses }, (): number[] => []);
  const missing = Array.from({ length: numCourses }, () => 0);
  for (const [course, needed] of prerequisites) {
    neededBy[needed!]!.push(course!);
    missing[course!]!++;
  }
  const order = Array.from(missing.keys()).filter((course) => missing[course] === 0);
  for (const taken of order) {
    for (const course of neededBy[taken]!) {
      if (--missing[course]! === 0) order.push(course);
    }
  }
  return order.length === numCourses ? order : [];
}

export default {
  "pass after pass": { growth: "n²", findOrder: passAfterPass },
  postorder: { growth: "n", findOrder: postorder },
  countdown: { growth: "n", findOrder: countdown },
} satisfies Approaches<typeof stub>;
