import fc from "fast-check";
import { expect, test } from "vitest";
import { Trie } from "./trie.ts";

/** What the laws below look at behind the methods. */
interface Inside {
  text: (string | undefined)[];
  depth: Int32Array;
  slots: Int32Array;
  unused: number;
  nextSibling: Int32Array;
}

const inside = (trie: Trie): Inside => trie as unknown as Inside;

const trieOf = (words: Iterable<string>): Trie => {
  const trie = new Trie();
  for (const word of words) trie.add(word);
  return trie;
};

/** All strings over the units, of up to that length. */
function stringsOver(units: readonly string[], longest: number): string[] {
  if (longest === 0) return [""];
  const shorter = stringsOver(units, longest - 1);
  return ["", ...shorter.flatMap((string) => units.map((unit) => unit + string))];
}

/** Compares everything that can be seen with what a Set says, for each of the probes as a word, prefix and text. */
function differs(trie: Trie, words: ReadonlySet<string>, probes: readonly string[]): string | undefined {
  const sorted = [...words].sort();
  if (trie.size !== words.size) return `size ${trie.size}`;
  for (const probe of probes) {
    const begun = sorted.filter((word) => word.startsWith(probe));
    const longest = sorted.filter((word) => probe.startsWith(word)).at(-1);
    if (trie.has(probe) !== words.has(probe)) return `has(${probe})`;
    if (trie.countWithPrefix(probe) !== begun.length) return `countWithPrefix(${probe})`;
    if (trie.hasPrefix(probe) !== begun.length > 0) return `hasPrefix(${probe})`;
    if (trie.longestPrefixOf(probe) !== longest) return `longestPrefixOf(${probe})`;
    if ([...trie.words(probe)].join() !== begun.join()) return `words(${probe})`;
  }
  return undefined;
}

/** The nodes that a trie of these words needs: the root, and each place where a word ends or words part. */
function nodesNeeded(words: ReadonlySet<string>): number {
  const next = new Map<string, Set<string>>();
  for (const word of words)
    for (let i = 0; i < word.length; i++) {
      const prefix = word.slice(0, i);
      next.set(prefix, (next.get(prefix) ?? new Set()).add(word[i]!));
    }
  const parting = [...next].filter(
    ([prefix, units]) => prefix !== "" && !words.has(prefix) && units.size > 1,
  );
  return 1 + parting.length + words.size - (words.has("") ? 1 : 0);
}

/** Says what is wrong behind the methods: too many nodes, lost nodes, deleted words that are kept. */
function wastes(trie: Trie, words: ReadonlySet<string>): string | undefined {
  const { text, slots, nextSibling } = inside(trie);
  const inUse = 1 + slots.filter((node) => node !== 0).length;
  if (inUse !== nodesNeeded(words)) return `${inUse} nodes in use`;
  let unused = 0;
  for (let node = inside(trie).unused; node !== 0; node = nextSibling[node]!) unused++;
  if (inUse + unused !== text.length) return `${inUse} nodes in use and ${unused} unused of ${text.length}`;
  return text.find((word) => word !== undefined && !words.has(word));
}

test("every set of words of up to two units over three answers like a Set, and has just the nodes it needs", () => {
  const possible = stringsOver(["a", "b", "c"], 2);
  const probes = [...possible, "abc", "bba", "d"];
  for (let bits = 0; bits < 2 ** possible.length; bits += 5) {
    const words = new Set(possible.filter((_, i) => (bits >> i) & 1));
    const trie = trieOf(bits % 2 === 0 ? words : [...words].reverse());
    if (differs(trie, words, probes) ?? wastes(trie, words))
      expect.fail(`${[...words].join()}: ${differs(trie, words, probes) ?? wastes(trie, words)!}`);
  }
});

test("every history of adds and deletes of words inside one another answers like a Set, and leaves no trace", () => {
  const possible = ["", "a", "ab", "abc", "abd"];
  const probes = [...possible, "abcd", "b"];
  const check = (history: readonly string[]): void => {
    const trie = new Trie();
    const words = new Set<string>();
    for (const step of history) {
      const word = step.slice(1);
      const changes = step.startsWith("+") !== words.has(word);
      expect(step.startsWith("+") ? trie.add(word) : trie.delete(word)).toBe(changes);
      if (step.startsWith("+")) words.add(word);
      else words.delete(word);
    }
    const fault = differs(trie, words, probes) ?? wastes(trie, words);
    if (fault !== undefined) expect.fail(`${history.join(" ")}: ${fault}`);
    if (history.length < 4)
      for (const word of possible) for (const sign of "+-") check([...history, sign + word]);
  };
  check([]);
});

const hostileUnit = fc.constantFrom(
  "a",
  "b",
  "\0",
  "\ud800",
  "\udc00",
  "\uffff",
  "é",
  "__proto__",
  "constructor",
);
const hostileWord = fc.array(hostileUnit, { maxLength: 4 }).map((units) => units.join(""));

test("random histories over hostile strings answer like a Set, and leave no trace", () => {
  const step = fc.tuple(fc.constantFrom("add", "add", "delete"), hostileWord);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100, size: "max" }), (steps) => {
      const trie = new Trie();
      const words = new Set<string>();
      for (const [method, word] of steps) {
        const changes = (method === "add") !== words.has(word);
        expect(method === "add" ? trie.add(word) : trie.delete(word)).toBe(changes);
        if (method === "add") words.add(word);
        else words.delete(word);
      }
      const probes = steps.slice(0, 20).flatMap(([, word]) => [word, word.slice(0, -1), `${word}a`]);
      expect(differs(trie, words, ["", ...probes])).toBeUndefined();
      expect(wastes(trie, words)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test("many words under one node, and many nodes: all are found, none is after its deletion", () => {
  const words = Array.from(
    { length: 5000 },
    (_, i) => `x${String.fromCharCode((i * 40503) & 0xffff)}${i % 7}`,
  );
  const trie = trieOf(words);
  const left = new Set(words);
  for (const word of words.filter((_, i) => i % 3 !== 0)) {
    left.delete(word);
    expect(trie.delete(word)).toBe(true);
  }
  expect(words.filter((word) => trie.has(word) !== left.has(word))).toStrictEqual([]);
  expect([...trie.words("x")]).toStrictEqual([...left].sort());
  expect(wastes(trie, left)).toBeUndefined();
});

test("words come in the order of code units: before its continuations, and surrogates before \\uffff", () => {
  const words = ["b", "ab", "a", "", "\uffff", "\u{1f600}", "\ud83d", "Z", "é", "z"];
  expect([...trieOf(words).words()]).toStrictEqual([...words].sort());
  expect([...trieOf(words).words("\ud83d")]).toStrictEqual(["\ud83d", "\u{1f600}"]);
});

test("an empty trie has no words and no prefixes, not even the empty one", () => {
  const trie = trieOf(["a"]);
  trie.delete("a");
  for (const empty of [new Trie(), trie]) {
    expect([empty.size, empty.has(""), empty.hasPrefix(""), empty.countWithPrefix("")]).toStrictEqual([
      0,
      false,
      false,
      0,
    ]);
    expect([empty.longestPrefixOf("a"), [...empty.words()]]).toStrictEqual([undefined, []]);
  }
});

test("nodes are used again: words that come and go in turn need no more of them", () => {
  const trie = new Trie();
  for (let i = 0; i < 500; i++) {
    for (const end of "abc") trie.add(`${i % 10}${end}`);
    for (const end of "abc") trie.delete(`${i % 10}${end}`);
  }
  expect(inside(trie).text.length).toBeLessThanOrEqual(6);
});

test("room is made while nodes are unused, and the deleted words can come back", () => {
  for (let count = 1; count < 40; count++) {
    const words = Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
    const trie = trieOf(words);
    for (const word of words) trie.delete(word);
    const left = new Set(["new"]);
    trie.add("new");
    expect(differs(trie, left, [...words, "n"]) ?? wastes(trie, left)).toBeUndefined();
    for (const word of words) trie.add(word);
    expect(differs(trie, new Set(["new", ...words]), words)).toBeUndefined();
  }
});

test("the words are walked as they are asked for", () => {
  const trie = trieOf(stringsOver(["a", "b"], 10));
  const { read, depths } = watched(trie, () => {
    for (const word of trie.words("ab")) if (word === "abaa") break;
  });
  expect(read).toBeGreaterThan(0);
  expect(depths.size).toBeLessThan(20);
});

test("a walk refuses to go on after a change, and goes on after an add or delete that changed nothing", () => {
  const trie = trieOf(["a", "b", "c"]);
  const walk = trie.words();
  expect(walk.next().value).toBe("a");
  trie.add("a");
  trie.delete("d");
  expect(walk.next().value).toBe("b");
  trie.delete("b");
  expect(() => walk.next()).toThrow(new Error("words(): the trie has changed; walk over a copy of them"));
  const late = trie.words();
  trie.add("aa");
  expect([...late]).toStrictEqual(["a", "aa", "c"]);
  const adding = trie.words();
  adding.next();
  trie.add("b");
  expect(() => adding.next()).toThrow("the trie has changed");
});

test("a word of a million units is one node, and two thousand words inside one another are no recursion", () => {
  const long = "ab".repeat(500_000);
  const trie = trieOf([long, `${long}c`]);
  expect([trie.has(long), trie.has(long.slice(1)), trie.longestPrefixOf(`${long}b`) === long]).toStrictEqual([
    true,
    false,
    true,
  ]);
  expect(inside(trie).text.length).toBe(3);
  const nested = Array.from({ length: 2000 }, (_, i) => "a".repeat(i));
  const deep = trieOf(nested);
  expect([...deep.words()]).toStrictEqual(nested);
  expect(deep.countWithPrefix("a".repeat(1990))).toBe(10);
});

/** The nodes whose depth is read, and how many slots are, while `action` runs. */
function watched(trie: Trie, action: () => void): { depths: Set<string>; read: number } {
  const { depth, slots } = inside(trie);
  const depths = new Set<string>();
  let read = 0;
  const watching = (array: Int32Array, seen: (key: string) => void): Int32Array =>
    new Proxy(array, {
      get(target, key) {
        if (key !== "length") seen(String(key));
        return Reflect.get(target, key, target) as unknown;
      },
    });
  Object.assign(trie, {
    depth: watching(depth, (key) => depths.add(key)),
    slots: watching(slots, () => read++),
  });
  action();
  Object.assign(trie, { depth, slots });
  return { depths, read };
}

test("has visits at most length + 1 nodes, and looks at about two slots for each, however many words there are", () => {
  const possible = stringsOver(["a", "b", "c", "d", "e", "f"], 5);
  for (const count of [10, 1000, possible.length]) {
    const step = possible.length / count;
    const words = Array.from({ length: count }, (_, i) => possible[Math.floor(i * step)]!);
    const trie = trieOf(words);
    let [visits, slots] = [0, 0];
    for (const word of words.slice(-500).flatMap((word) => [word, `${word}x`])) {
      const { depths, read } = watched(trie, () => trie.has(word));
      expect(depths.size).toBeLessThanOrEqual(word.length + 1);
      visits += depths.size;
      slots += read;
    }
    expect(slots / visits).toBeLessThan(2.5);
  }
});

test("children whose units differ in the high bits only are spread over the slots as well", () => {
  const words = Array.from({ length: 64 }, (_, i) => String.fromCharCode(i << 10));
  const trie = trieOf(words);
  const { read } = watched(trie, () => words.filter((word) => !trie.has(word)));
  expect(read / words.length).toBeLessThan(4);
});

test("the last node but one is refused, and nothing has changed then", () => {
  const trie = new Trie();
  const { text, slots } = inside(trie);
  Object.assign(trie, { text: { 0: undefined, length: 2 ** 30 }, slots: { length: 2 ** 31 } });
  expect(() => trie.add("")).toThrow(new RangeError("add(): a trie has at most 1073741824 nodes"));
  Object.assign(trie, { text, slots });
  expect([trie.size, trie.add(""), trie.size]).toStrictEqual([0, true, 1]);
});
