import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "reads the pairs the wrong way round": {
    law: "each course after its prerequisites",
    input: [2, [[0, 1]]],
    findOrder(numCourses, prerequisites) {
      const next = Array.from({ length: numCourses }, (): number[] => []);
      const degree = Array.from({ length: numCourses }, () => 0);
      for (const [from, to] of prerequisites) {
        next[from!]!.push(to!);
        degree[to!]!++;
      }
      const queue = Array.from(degree.keys()).filter((course) => degree[course] === 0);
      for (const course of queue) {
        for (const to of next[course]!) if (--degree[to]! === 0) queue.push(to);
      }
      return queue.length === numCourses ? queue : [];
    },
  },
  "returns what can be taken although a cycle is left": {
    law: "empty exactly when some courses form a cycle",
    input: [
      3,
      [
        [0, 1],
        [1, 0],
      ],
    ],
    findOrder(numCourses, prerequisites) {
      const next = Array.from({ length: numCourses }, (): number[] => []);
      const degree = Array.from({ length: numCourses }, () => 0);
      for (const [to, from] of prerequisites) {
        next[from!]!.push(to!);
        degree[to!]!++;
      }
      const queue = Array.from(degree.keys()).filter((course) => degree[course] === 0);
      for (const course of queue) {
        for (const to of next[course]!) if (--degree[to]! === 0) queue.push(to);
      }
      return queue;
    },
  },
  "forgets the courses that stand in no pair": {
    law: "empty exactly when some courses form a cycle",
    input: [1, []],
    findOrder(_numCourses, prerequisites) {
      const needs = new Map<number, Set<number>>();
      for (const [course, needed] of prerequisites) {
        if (!needs.has(needed!)) needs.set(needed!, new Set());
        if (!needs.has(course!)) needs.set(course!, new Set());
        needs.get(course!)!.add(needed!);
      }
      const order: number[] = [];
      while (needs.size > 0) {
        const free = [...needs.keys()].find((course) => needs.get(course)!.size === 0);
        if (free === undefined) return [];
        order.push(free);
        needs.delete(free);
        for (const left of needs.values()) left.delete(free);
      }
      return order;
    },
  },
  "begins with one course only": {
    law: "empty exactly when some courses form a cycle",
    input: [2, []],
    findOrder(numCourses, prerequisites) {
      const next = Array.from({ length: numCourses }, (): number[] => []);
      const degree = Array.from({ length: numCourses }, () => 0);
      for (const [to, from] of prerequisites) {
        next[from!]!.push(to!);
        degree[to!]!++;
      }
      const first = degree.indexOf(0);
      if (first === -1) return [];
      const queue = [first];
      for (const course of queue) {
        for (const to of next[course]!) if (--degree[to]! === 0) queue.push(to);
      }
      return queue.length === numCourses ? queue : [];
    },
  },
  "stops at course 0": {
    law: "empty exactly when some courses form a cycle",
    input: [1, []],
    findOrder(numCourses, prerequisites) {
      const next = Array.from({ length: numCourses }, (): number[] => []);
      const degree = Array.from({ length: numCourses }, () => 0);
      for (const [to, from] of prerequisites) {
        next[from!]!.push(to!);
        degree[to!]!++;
      }
      const queue = Array.from(degree.keys()).filter((course) => degree[course] === 0);
      const order: number[] = [];
      let course: number | undefined;
      while ((course = queue.shift())) {
        order.push(course);
        for (const to of next[course]!) if (--degree[to]! === 0) queue.push(to);
      }
      return order.length === numCourses ? order : [];
    },
  },
  "remembers only one course that another leads to": {
    law: "empty exactly when some courses form a cycle",
    input: [
      3,
      [
        [0, 2],
        [1, 2],
      ],
    ],
    findOrder(numCourses, prerequisites) {
      const next = new Map<number, number>();
      const degree = Array.from({ length: numCourses }, () => 0);
      for (const [to, from] of prerequisites) {
        next.set(from!, to!);
        degree[to!]!++;
      }
      const queue = Array.from(degree.keys()).filter((course) => degree[course] === 0);
      for (const course of queue) {
        const to = next.get(course);
        if (to !== undefined && --degree[to]! === 0) queue.push(to);
      }
      return queue.length === numCourses ? queue : [];
    },
  },
  "takes a course as soon as one of its prerequisites is taken": {
    law: "each course after its prerequisites",
    input: [
      3,
      [
        [1, 0],
        [1, 2],
        [2, 0],
      ],
    ],
    findOrder(numCourses, prerequisites) {
      const next = Array.from({ length: numCourses }, (): number[] => []);
      const seen = new Set(Array.from({ length: numCourses }, (_, course) => course));
      for (const [to, from] of prerequisites) {
        next[from!]!.push(to!);
        seen.delete(to!);
      }
      const queue = [...seen];
      for (const course of queue) {
        for (const to of next[course]!) {
          if (seen.has(to)) continue;
          seen.add(to);
          queue.push(to);
        }
      }
      return queue.length === numCourses ? queue : [];
    },
  },
  "takes a course once for every course that needs it": {
    law: "every course exactly once",
    input: [2, [[1, 0]]],
    findOrder(numCourses, prerequisites) {
      const needs = Array.from({ length: numCourses }, (): number[] => []);
      for (const [course, needed] of prerequisites) needs[course!]!.push(needed!);
      const open = new Set<number>();
      const order: number[] = [];
      const take = (course: number): boolean => {
        if (open.has(course)) return false;
        open.add(course);
        if (!needs[course]!.every(take)) return false;
        open.delete(course);
        order.push(course);
        return true;
      };
      return needs.every((_, course) => take(course)) ? order : [];
    },
  },
  "leaves the postorder of what comes next as it is": {
    law: "each course after its prerequisites",
    input: [2, [[1, 0]]],
    findOrder(numCourses, prerequisites) {
      const next = Array.from({ length: numCourses }, (): number[] => []);
      for (const [to, from] of prerequisites) next[from!]!.push(to!);
      const state = Array.from({ length: numCourses }, () => 0);
      const order: number[] = [];
      const visit = (course: number): boolean => {
        if (state[course] !== 0) return state[course] === 2;
        state[course] = 1;
        if (!next[course]!.every(visit)) return false;
        state[course] = 2;
        order.push(course);
        return true;
      };
      return next.every((_, course) => visit(course)) ? order : [];
    },
  },
  "sees no cycles": {
    law: "empty exactly when some courses form a cycle",
    input: [
      2,
      [
        [0, 1],
        [1, 0],
      ],
    ],
    findOrder(numCourses, prerequisites) {
      const needs = Array.from({ length: numCourses }, (): number[] => []);
      for (const [course, needed] of prerequisites) needs[course!]!.push(needed!);
      const visited = new Set<number>();
      const order: number[] = [];
      const take = (course: number): void => {
        if (visited.has(course)) return;
        visited.add(course);
        needs[course]!.forEach(take);
        order.push(course);
      };
      needs.forEach((_, course) => take(course));
      return order;
    },
  },
  "takes a course it has met before for a cycle": {
    law: "empty exactly when some courses form a cycle",
    input: [2, [[1, 0]]],
    findOrder(numCourses, prerequisites) {
      const needs = Array.from({ length: numCourses }, (): number[] => []);
      for (const [course, needed] of prerequisites) needs[course!]!.push(needed!);
      const visited = new Set<number>();
      const order: number[] = [];
      const take = (course: number): boolean => {
        if (visited.has(course)) return false;
        visited.add(course);
        if (!needs[course]!.every(take)) return false;
        order.push(course);
        return true;
      };
      return needs.every((_, course) => visited.has(course) || take(course)) ? order : [];
    },
  },
  "sees only cycles that lead back to where the search began": {
    law: "empty exactly when some courses form a cycle",
    input: [
      3,
      [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
    ],
    findOrder(numCourses, prerequisites) {
      const needs = Array.from({ length: numCourses }, (): number[] => []);
      for (const [course, needed] of prerequisites) needs[course!]!.push(needed!);
      const visited = new Set<number>();
      const order: number[] = [];
      const take = (course: number, start: number): boolean => {
        visited.add(course);
        for (const needed of needs[course]!) {
          if (needed === start) return false;
          if (!visited.has(needed) && !take(needed, start)) return false;
        }
        order.push(course);
        return true;
      };
      return needs.every((_, course) => visited.has(course) || take(course, course)) ? order : [];
    },
  },
} satisfies Mistakes<typeof problem>;
