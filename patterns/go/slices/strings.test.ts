import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byte, rune } from "../runtime/runtime.ts";
import { quoteToASCII } from "./quote.ts";
import { sliceOf } from "./slices.ts";
import { fromBytes, fromRunes, GoString, goString, runeCount, toBytes, toRunes, valid } from "./strings.ts";

/** What a real Go 1.23.5 says of one string. */
interface Recorded {
  readonly Hex: string;
  readonly Runes: readonly number[] | null;
  readonly Offsets: readonly number[] | null;
  readonly Count: number;
  readonly Valid: boolean;
  readonly Quoted: string;
  readonly ToRunesAndBack: string;
}
const path = new URL("golden/go1.23.5-vectors.json", import.meta.url);
const { utf8 } = JSON.parse(readFileSync(path, "utf8")) as { utf8: readonly Recorded[] };

function bytesOf(s: GoString): number[] {
  return toBytes(s).toArray(s.len);
}

const anyBytes = fc
  .array(
    fc.oneof(
      fc.nat(255),
      // The bytes about which the rules differ: the borders of each kind of first and of second byte.
      fc.constantFrom(
        0x7f,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0xc0,
        0xc1,
        0xc2,
        0xdf,
        0xe0,
        0xec,
        0xed,
        0xee,
        0xef,
      ),
      fc.constantFrom(0xbd, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xff),
    ),
    { maxLength: 12 },
  )
  .map((bytes) => Uint8Array.from(bytes));

const text = fc.string({ unit: "binary" });

test("the record has all that was recorded", () => {
  expect(utf8).toHaveLength(21);
});

test.each(utf8)("$Quoted is read as a real Go reads it", (recorded) => {
  const s = new GoString(Uint8Array.fromHex(recorded.Hex));
  const pairs = [...s];
  expect({
    Hex: Uint8Array.from(bytesOf(s)).toHex(),
    Runes: s.len === 0 ? null : pairs.map(([, rune]) => rune),
    Offsets: s.len === 0 ? null : pairs.map(([offset]) => offset),
    Count: runeCount(s),
    Valid: valid(s),
    Quoted: quoteToASCII(s),
    ToRunesAndBack: Uint8Array.from(bytesOf(fromRunes(toRunes(s)))).toHex(),
  }).toEqual(recorded);
});

describe("valid text is read as every other decoder reads it", () => {
  test("each code point that there is, and each that is none", () => {
    const encoder = new TextEncoder();
    for (let code = 0; code < 0x11_0000; code += code < 0x3000 || (code > 0xd000 && code < 0xe800) ? 1 : 37) {
      const encoded = [...encoder.encode(String.fromCodePoint(code))];
      const s = fromRunes(sliceOf(rune, code));
      const isSurrogate = code >= 0xd800 && code <= 0xdfff;
      const { rune: read, width } = s.decodeRune();
      if (String(bytesOf(s)) !== String(encoded) || read !== (isSurrogate ? 0xfffd : code) || width !== s.len)
        expect.fail(`${code}: ${bytesOf(s).join(" ")}, read as ${read}`);
    }
    for (const none of [-1, -0x8000_0000, 0x11_0000, 0x7fff_ffff])
      expect(String(fromRunes(sliceOf(rune, none)))).toBe("\uFFFD");
  });

  test("text comes back from bytes and from runes, and its runes are its code points", () => {
    fc.assert(
      fc.property(text, (text) => {
        const s = goString(text);
        expect(bytesOf(s)).toEqual([...new TextEncoder().encode(text)]);
        expect(String(s)).toBe(text);
        expect(String(fromBytes(toBytes(s)))).toBe(text);
        expect(String(fromRunes(toRunes(s)))).toBe(text);
        expect(Array.from(s, ([, rune]) => rune)).toEqual(Array.from(text, (each) => each.codePointAt(0)));
        expect(valid(s)).toBe(true);
      }),
    );
  });

  test("a lone surrogate in JavaScript's text becomes U+FFFD", () => {
    expect(quoteToASCII(goString("a\uD800b"))).toBe('"a\\ufffdb"');
  });
});

describe("bytes that are not UTF-8", () => {
  test("are exactly those that a strict decoder refuses", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const isRefused = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return false;
      } catch {
        return true;
      }
    };
    fc.assert(
      fc.property(anyBytes, (bytes) => valid(new GoString(bytes)) === !isRefused(bytes)),
      { numRuns: 2000 },
    );
    // Every beginning of two bytes, completed by what is always right.
    for (let first = 0x80; first < 0x100; first++)
      for (let second = 0; second < 0x100; second++) {
        const width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        const bytes = Uint8Array.of(first, second, 0x80, 0x80).subarray(0, width);
        if (valid(new GoString(bytes)) === isRefused(bytes)) expect.fail(bytes.toHex());
      }
  });

  test("come back unchanged from []byte and from what quoting shows, though not from []rune", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const s = new GoString(bytes);
        expect(bytesOf(fromBytes(toBytes(s)))).toEqual([...bytes]);
        expect(unquoted(quoteToASCII(s))).toEqual([...bytes]);
        expect(valid(fromRunes(toRunes(s)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("range visits offsets that tile the string, one byte at a time where it is broken", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const s = new GoString(bytes);
        const offsets = Array.from(s, ([offset]) => offset);
        expect(runeCount(s)).toBe(offsets.length);
        for (const [i, offset] of offsets.entries()) {
          const piece = s.slice(offset, offsets[i + 1]);
          expect(valid(piece) || piece.len === 1).toBe(true);
          expect(runeCount(piece)).toBe(1);
        }
      }),
    );
  });
});

describe("a string counts bytes", () => {
  const s = goString("añb");

  test("in its length, its indices and its slices, which may cut a character in two", () => {
    expect(s.len).toBe(4);
    expect([s.get(1), s.get(2)]).toEqual([0xc3, 0xb1]);
    expect(quoteToASCII(s.slice(0, 2))).toBe('"a\\xc3"');
    expect(String(s.slice(1, 3))).toBe("ñ");
    expect(s.slice(4).len).toBe(0);
    expect(s.decodeRune(4)).toEqual({ rune: 0xfffd, width: 0 });
  });

  test("a U+FFFD that was written as one is valid, and the first of its bytes alone is not", () => {
    expect(quoteToASCII(goString("\uFFFD"))).toBe('"\\ufffd"');
    expect(quoteToASCII(goString("\uFFFD").slice(0, 2))).toBe('"\\xef\\xbf"');
  });

  test("bytes made from it are a copy, whose capacity is a size class", () => {
    const bytes = toBytes(s);
    bytes.set(0, 0x7a);
    expect([String(s), String(fromBytes(bytes))]).toEqual(["añb", "zñb"]);
    expect([bytes.cap, toRunes(s).cap]).toEqual([8, 4]);
    expect(toBytes(goString("")).isNil).toBe(false);
    const made = fromBytes(sliceOf(byte, 1, 2));
    expect(bytesOf(made)).toEqual([1, 2]);
  });
});

test("quoting names what has a name, and shows the rest of ASCII as it is or in hexadecimal", () => {
  expect(quoteToASCII(goString("\u0007\b\f\n\r\t\v\0\u001F\u007F\u0080'`~ \uFFFF\u{10000}"))).toBe(
    String.raw`"\a\b\f\n\r\t\v\x00\x1f\x7f\u0080'` + "`" + String.raw`~ \uffff\U00010000"`,
  );
});

/** The bytes of the literal, read back by JavaScript's own means. */
function unquoted(literal: string): number[] {
  const escape = /\\x(..)|\\u(....)|\\U(.{8})|\\([abfnrtv"\\])|(.)/gs;
  const names: Readonly<Record<string, string>> = JSON.parse(
    '{"a":"\\u0007","b":"\\b","f":"\\f","n":"\\n","r":"\\r","t":"\\t","v":"\\u000b"}',
  ) as Record<string, string>;
  return [...literal.slice(1, -1).matchAll(escape)].flatMap(([, x, u, U, name, plain]) => {
    if (x !== undefined) return [parseInt(x, 16)];
    const code = u ?? U;
    const character =
      code === undefined ? (plain ?? names[name!] ?? name!) : String.fromCodePoint(parseInt(code, 16));
    return [...new TextEncoder().encode(character)];
  });
}
