import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

const partner: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

export default {
  "compares how often each bracket occurs": {
    law: "no bracket is closed before it is opened",
    input: [")("],
    isValid(s) {
      const count = (bracket: string) => s.split(bracket).length - 1;
      return Object.entries(partner).every(([closer, opener]) => count(closer) === count(opener));
    },
  },
  "counts each kind by itself": {
    law: "valid exactly if deleting neighbouring pairs leaves nothing",
    input: ["([)]"],
    isValid(s) {
      const open: Record<string, number> = { "(": 0, "[": 0, "{": 0 };
      for (const bracket of s) {
        const opener = partner[bracket];
        if (opener === undefined) open[bracket]!++;
        else if (--open[opener]! < 0) return false;
      }
      return Object.values(open).every((count) => count === 0);
    },
  },
  "does not compare the kinds": {
    law: "valid exactly if deleting neighbouring pairs leaves nothing",
    input: ["(]"],
    isValid(s) {
      let open = 0;
      for (const bracket of s) {
        open += "([{".includes(bracket) ? 1 : -1;
        if (open < 0) return false;
      }
      return open === 0;
    },
  },
  "never asks whether something is still open": {
    law: "nothing stays open",
    input: ["("],
    isValid(s) {
      const open: string[] = [];
      for (const bracket of s) {
        if (!(bracket in partner)) open.push(bracket);
        else if (open.pop() !== partner[bracket]) return false;
      }
      return true;
    },
  },
  "lets a closer pass when nothing is open": {
    law: "no bracket is closed before it is opened",
    input: [")"],
    isValid(s) {
      const open: string[] = [];
      for (const bracket of s) {
        if (!(bracket in partner)) open.push(bracket);
        else if (open.length > 0 && open.pop() !== partner[bracket]) return false;
      }
      return open.length === 0;
    },
  },
  "skips closers that do not fit": {
    law: "no bracket is closed before it is opened",
    input: [")"],
    isValid(s) {
      const open: string[] = [];
      for (const bracket of s) {
        if (!(bracket in partner)) open.push(bracket);
        else if (open.at(-1) === partner[bracket]) open.pop();
      }
      return open.length === 0;
    },
  },
  "lets a later pair outweigh a misfit": {
    law: "valid exactly if deleting neighbouring pairs leaves nothing",
    input: ["(]()"],
    isValid(s) {
      const open: string[] = [];
      let valid = true;
      for (const bracket of s) {
        if (!(bracket in partner)) open.push(bracket);
        else valid = open.pop() === partner[bracket];
      }
      return valid && open.length === 0;
    },
  },
  "matches the first bracket with the last": {
    law: "valid exactly if deleting neighbouring pairs leaves nothing",
    input: ["()()"],
    isValid(s) {
      for (let i = 0; i < s.length / 2; i++) {
        if (partner[s[s.length - 1 - i]!] !== s[i]) return false;
      }
      return true;
    },
  },
  "deletes each kind of pair only once": {
    law: "valid exactly if deleting neighbouring pairs leaves nothing",
    input: ["([])"],
    isValid(s) {
      return s.replaceAll("()", "").replaceAll("[]", "").replaceAll("{}", "") === "";
    },
  },
} satisfies Mistakes<typeof problem>;
