import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { seededRandom } from "#lab/problem/random.ts";
import { compile } from "#lab/sandbox/compile.ts";
import { Steps } from "#lab/sandbox/steps.ts";
import * as reference from "./suffix-array.ts";
import { commonPrefixes, occurrences, suffixArray, type Text } from "./suffix-array.ts";

/** The symbols of a text as numbers. */
const numbers = (text: Text): number[] =>
  typeof text === "string" ? text.split("").map((unit) => unit.charCodeAt(0)) : [...text];

/** Negative, 0 or positive, as the suffix of `a` at i is before, equal to or behind that of `b` at j. */
function order(a: readonly number[], i: number, b: readonly number[], j: number): number {
  while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
  if (i === a.length || j === b.length) return Math.sign(a.length - i - (b.length - j));
  return a[i]! - b[j]!;
}

const naive = {
  suffixArray(text: Text): number[] {
    const symbols = numbers(text);
    return symbols.map((_, i) => i).sort((i, j) => order(symbols, i, symbols, j));
  },
  commonPrefixes(text: Text, suffixes: readonly number[]): number[] {
    const symbols = numbers(text);
    return suffixes.map((place, i) => {
      let length = 0;
      const other = i > 0 ? suffixes[i - 1]! : symbols.length;
      while (other + length < symbols.length && symbols[place + length] === symbols[other + length]) length++;
      return length;
    });
  },
  /** All places, ascending, at which the pattern occurs. */
  places(text: string, pattern: string): number[] {
    return text.split("").flatMap((_, i) => (text.startsWith(pattern, i) ? [i] : []));
  },
};

/** All texts over `letters` of at most `length`, the empty one included. */
function allTexts(letters: string, length: number): string[] {
  const all = [""];
  for (const text of all) if (text.length < length) for (const letter of letters) all.push(text + letter);
  return all;
}

/** Whether `suffixes` is right, in linear time: neighbours differ in the first symbol, or what follows it is in order. */
function isSuffixArray(text: string, suffixes: Int32Array): boolean {
  const rank = new Int32Array(text.length + 1).fill(-1);
  suffixes.forEach((place, i) => (rank[place] = i));
  if (rank.indexOf(-1) !== text.length) return false;
  return suffixes.every((place, i) => {
    if (i === 0) return true;
    const before = suffixes[i - 1]!;
    const difference = text.charCodeAt(place) - text.charCodeAt(before);
    return difference > 0 || (difference === 0 && rank[before + 1]! < rank[place + 1]!);
  });
}

const random = seededRandom(2009);
const drawn = (letters: string, n: number): string =>
  Array.from({ length: n }, () => letters[random.integer(0, letters.length - 1)]).join("");

/** Texts of n symbols that have made some method or other slow or wrong. */
const hostile: Readonly<Record<string, (n: number) => string>> = {
  "equal letters": (n) => "a".repeat(n),
  "equal letters and a smaller one": (n) => "b".repeat(n - 1) + "a",
  "equal letters and a greater one": (n) => "a".repeat(n - 1) + "b",
  "two letters by turns": (n) => "ab".repeat(n / 2),
  "a Fibonacci word": (n) => {
    let [before, word] = ["b", "a"];
    while (word.length < n) [before, word] = [word, word + before];
    return word.slice(0, n);
  },
  "a Thue-Morse word": (n) => Array.from({ length: n }, (_, i) => bitSum(i) % 2).join(""),
  "a de Bruijn sequence": deBruijn,
  "the period root n": (n) =>
    drawn("abcdefgh", Math.sqrt(n))
      .repeat(Math.ceil(Math.sqrt(n)))
      .slice(0, n),
  DNA: (n) => drawn("ACGT", n),
  "random letters": (n) => drawn("abcdefghijklmnopqrstuvwxyz", n),
  "any code units": (n) =>
    Array.from({ length: n }, () => String.fromCharCode(random.integer(0, 65535))).join(""),
};

function bitSum(i: number): number {
  return i === 0 ? 0 : (i & 1) + bitSum(i >> 1);
}

/** The bits of a shift register that passes through all states: each word of log2(n) bits but zeros occurs once. */
function deBruijn(n: number): string {
  let word = "";
  const seen = new Set<string>();
  const width = Math.log2(n);
  for (let window = "0".repeat(width); word.length < n;) {
    const next = seen.has(window.slice(1) + "1") ? "0" : "1";
    window = window.slice(1) + next;
    seen.add(window);
    word += next;
  }
  return word;
}

const anyUnits = fc
  .array(
    fc.oneof(fc.constantFrom(0, 0x61, 0x62, 0xd800, 0xdc00, 0xffff), fc.integer({ min: 0, max: 0xffff })),
    {
      maxLength: 60,
    },
  )
  .map((units) => String.fromCharCode(...units));
/** Words put together from few words, which are put together from few words: much repetition, at all lengths. */
const repetitive = fc
  .tuple(
    fc.array(fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 }), { minLength: 1 }),
    fc.array(fc.nat()),
  )
  .map(([words, picks]) => {
    for (const pick of picks) words.push(words[pick % words.length]! + words.at(-1)!.slice(0, 200));
    return words.slice(-5).join("");
  });

describe("the suffix array", () => {
  test("has the suffixes in order, for every text over two letters up to 12 and over three up to 8", () => {
    const texts = [...allTexts("ab", 12), ...allTexts("abc", 8)];
    const wrong = texts.filter((text) => {
      const suffixes = Array.from({ length: text.length }, (_, i) => text.slice(i)).sort();
      return suffixArray(text).join() !== suffixes.map((suffix) => text.length - suffix.length).join();
    });
    expect(wrong).toEqual([]);
  });

  test("has the suffixes in order, whatever the code units", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect([...suffixArray(text)]).toEqual(naive.suffixArray(text));
      }),
    );
  });

  test("has the suffixes in order, however much is repeated", () => {
    fc.assert(
      fc.property(repetitive, (text) => {
        expect(isSuffixArray(text, suffixArray(text))).toBe(true);
      }),
    );
  });

  test.each(Object.keys(hostile))("has the suffixes in order, for %s", (kind) => {
    for (const n of [4096, 65536]) {
      const text = hostile[kind]!(n);
      expect(text).toHaveLength(n);
      expect(isSuffixArray(text, suffixArray(text))).toBe(true);
    }
  });

  test("of seven equal letters has the shorter suffix first", () => {
    expect([...suffixArray("aaaaaaa")]).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  test("of no symbol is empty, of one it is 0", () => {
    expect(suffixArray("")).toEqual(new Int32Array(0));
    expect(suffixArray("\0")).toEqual(new Int32Array(1));
    expect(suffixArray(new Uint8Array())).toEqual(new Int32Array(0));
  });

  test("of numbers is in the order of numbers, for every array of them, which it leaves alone", () => {
    const integers = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.integer(),
      fc.constantFrom(-(2 ** 31), 2 ** 31 - 1),
    );
    const arrays = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint16Array({ maxLength: 60 }),
      fc.array(integers, { maxLength: 60 }).map((array) => Int32Array.from(array)),
    );
    fc.assert(
      fc.property(arrays, (text) => {
        const before = text.slice();
        expect([...suffixArray(text)]).toEqual(naive.suffixArray(text));
        expect(text).toEqual(before);
      }),
    );
  });

  test("of a string is that of its code units", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(suffixArray(text)).toEqual(suffixArray(Uint16Array.from(numbers(text))));
      }),
    );
  });

  test("refuses a text whose places do not fit into 32 bits", () => {
    expect(() => suffixArray({ length: 2 ** 31 } as Uint8Array)).toThrow(
      new RangeError("a text of 2147483648 symbols: at most 2147483647 can be sorted"),
    );
  });
});

describe("the common prefixes", () => {
  test("are those of neighbours, for every text over two letters up to 10", () => {
    const wrong = allTexts("ab", 10).filter((text) => {
      const suffixes = suffixArray(text);
      return commonPrefixes(text, suffixes).join() !== naive.commonPrefixes(text, [...suffixes]).join();
    });
    expect(wrong).toEqual([]);
  });

  test("are those of neighbours, whatever the code units and however much is repeated", () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, repetitive), (text) => {
        const suffixes = suffixArray(text);
        expect([...commonPrefixes(text, suffixes)]).toEqual(naive.commonPrefixes(text, [...suffixes]));
      }),
    );
  });

  test("are those of neighbours, for arrays of numbers, and 0 first", () => {
    const text = Int32Array.of(7, -1, 7, -1, 7);
    expect([...commonPrefixes(text, suffixArray(text))]).toEqual([0, 2, 0, 1, 3]);
    expect(commonPrefixes("", new Int32Array(0))).toEqual(new Int32Array(0));
  });

  test("leave n(n + 1)/2 less their sum different parts", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 20 }), (text) => {
        const parts = new Set<string>();
        for (let i = 0; i < text.length; i++) for (let j = i; j < text.length;) parts.add(text.slice(i, ++j));
        const repeated = commonPrefixes(text, suffixArray(text)).reduce((sum, length) => sum + length, 0);
        expect((text.length * (text.length + 1)) / 2 - repeated).toBe(parts.size);
      }),
    );
  });

  test("refuse the suffixes of another text", () => {
    expect(() => commonPrefixes("abc", suffixArray("ab"))).toThrow(
      new RangeError("2 suffixes of a text of 3 symbols: they must be as many"),
    );
  });
});

describe("the occurrences", () => {
  /** What is wrong with the range for this pattern; undefined if nothing is. */
  function fault(text: string, suffixes: Int32Array, pattern: string): string | undefined {
    const { from, to } = occurrences(text, suffixes, pattern);
    const places = suffixes.slice(from, to).sort().join();
    if (places !== naive.places(text, pattern).join()) return `${pattern} in ${text}: at ${places}`;
    const before = Array.from(suffixes).filter((place) => text.slice(place) < pattern).length;
    return from === before ? undefined : `${pattern} in ${text}: from ${from}, not ${before}`;
  }

  test("are all places and nothing else, for every text up to 7 and pattern up to 4 over two letters and more", () => {
    const patterns = [...allTexts("ab", 4), "`", "c", "a`", "ac", "abababab"];
    const faults = allTexts("ab", 7).flatMap((text) => {
      const suffixes = suffixArray(text);
      return patterns.map((pattern) => fault(text, suffixes, pattern)).filter((found) => found !== undefined);
    });
    expect(faults).toEqual([]);
  });

  test("are all places and nothing else, whatever the code units", () => {
    const cases = fc.oneof(anyUnits, repetitive).chain((text) => {
      const part = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([i, j]) => text.slice(i, j));
      return fc.record({ text: fc.constant(text), pattern: fc.oneof(part, anyUnits) });
    });
    fc.assert(
      fc.property(cases, ({ text, pattern }) => {
        expect(fault(text, suffixArray(text), pattern)).toBe(undefined);
      }),
    );
  });

  test("are the same in an array of the same symbols, and a pattern may be another kind of array", () => {
    const text = Int32Array.of(3, -5, 3, -5, 9);
    const suffixes = suffixArray(text);
    expect(occurrences(text, suffixes, Int32Array.of(3, -5))).toEqual({ from: 2, to: 4 });
    expect(occurrences(text, suffixes, Uint8Array.of(9))).toEqual({ from: 4, to: 5 });
    expect(occurrences(text, suffixes, Int32Array.of(-9))).toEqual({ from: 0, to: 0 });
  });

  test("of the empty pattern are all places; in the empty text there are none", () => {
    expect(occurrences("abc", suffixArray("abc"), "")).toEqual({ from: 0, to: 3 });
    expect(occurrences("", suffixArray(""), "")).toEqual({ from: 0, to: 0 });
    expect(occurrences("", suffixArray(""), "a")).toEqual({ from: 0, to: 0 });
  });

  test("refuse the suffixes of another text", () => {
    expect(() => occurrences("ab", suffixArray("abc"), "a")).toThrow(
      new RangeError("3 suffixes of a text of 2 symbols: they must be as many"),
    );
  });
});

describe("the work", () => {
  const steps = new Steps();
  let counted: typeof reference;
  beforeAll(async () => {
    const names = Object.keys(reference);
    const { code } = await compile(
      await readFile(new URL("suffix-array.ts", import.meta.url), "utf8"),
      "suffix-array.ts",
      names,
    );
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is our own
    const run = new Function("__steps", "module", "__entries", code) as (...values: unknown[]) => void;
    run(steps, {}, (entries: typeof reference) => (counted = entries));
  });

  const stepsOf = (work: () => void): number => {
    steps.allow(2 ** 30);
    work();
    return steps.used;
  };

  // Steps are compared with steps, so that these laws hold of instrumented code as well. Texts of any code units are
  // left out: short ones are sorted by another way of counting symbols.
  test.each(Object.keys(hostile).slice(0, -1))(
    "of sorting and of common prefixes grows with n, for %s",
    (kind) => {
      const [few, many] = [2 ** 12, 2 ** 14].map((n) => {
        const text = hostile[kind]!(n);
        let suffixes = new Int32Array(0);
        const sorting = stepsOf(() => (suffixes = counted.suffixArray(text)));
        return { sorting, prefixes: stepsOf(() => counted.commonPrefixes(text, suffixes)) };
      });
      expect(many!.sorting).toBeLessThan(4.4 * few!.sorting);
      expect(many!.prefixes).toBeLessThan(4.1 * few!.prefixes);
    },
  );

  test("of a search grows with m and with log n", () => {
    const search = (n: number, pattern: string): number => {
      const text = "a".repeat(n);
      const suffixes = suffixArray(text);
      return stepsOf(() => counted.occurrences(text, suffixes, pattern));
    };
    for (const end of ["", "b", "`"]) {
      const steps = search(2 ** 13, "a".repeat(1000) + end);
      expect(search(2 ** 14, "a".repeat(1000) + end)).toBeLessThan(1.3 * steps);
      expect(search(2 ** 13, "a".repeat(2000) + end)).toBeLessThan(2.2 * steps);
    }
  });

  test("of a search does not read again what all that are left have in common", () => {
    const beginning = drawn("abcdefgh", 255);
    const pattern = beginning + "m";
    const once = Array.from({ length: 256 }, () => drawn("abcdefgh", 255) + "m");
    const often = Array.from({ length: 256 }, () => beginning + drawn("ijklmnopq", 1));
    const search = (parts: readonly string[]): number => {
      const text = parts.join("");
      const suffixes = suffixArray(text);
      return stepsOf(() => counted.occurrences(text, suffixes, pattern));
    };
    // In the latter, all that are left at the last 8 steps begin as the pattern does; in the former, only itself.
    expect(search(often)).toBeLessThan(4 * search([...once, pattern]));
  });

  test("on a long string includes no sorting of its symbols by comparison", () => {
    const sorting = vi.spyOn(Int32Array.prototype, "toSorted");
    suffixArray(hostile["any code units"]!(2 ** 14));
    expect(sorting).not.toHaveBeenCalled();
    sorting.mockRestore();
  });

  test("on a short text does not grow with its greatest symbol", () => {
    const steps = stepsOf(() => counted.suffixArray("aba"));
    expect(stepsOf(() => counted.suffixArray("\0\uffff\0"))).toBeLessThan(2 * steps);
    expect(stepsOf(() => counted.suffixArray(Int32Array.of(-(2 ** 31), 2 ** 31 - 1)))).toBeLessThan(
      2 * steps,
    );
  });
});
