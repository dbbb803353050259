/**
 * Go's strings: bytes that never change, by custom UTF-8, by no means always. Length, indices and slices count bytes;
 * `range` and `[]rune(s)` decode. Tested against a real Go 1.23.5 and, on valid text, against TextDecoder.
 */
import { byte, rune } from "../runtime/types.ts";
import { checkBounds, checkIndex } from "./bounds.ts";
import { roundUpSize } from "./growth.ts";
import { makeSlice, type Slice } from "./slices.ts";
import { type Decoded, decodeRune, encodeRune, isBroken } from "./utf8.ts";

/** Iterating is `range`: pairs of the offset in bytes at which a rune begins, and the rune. */
export class GoString {
  /** Never written to; strings that were sliced from one another share their memory. */
  private readonly bytes: Uint8Array;

  /** Keeps `bytes`, which must not change any more. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** `len(s)`: bytes. */
  get len(): number {
    return this.bytes.length;
  }

  /** `s[i]`: a byte. Panics unless 0 <= i < len. */
  get(i: number): number {
    checkIndex(i, this.len);
    return this.bytes[i]!;
  }

  /** `s[low:high]`, in bytes; it may cut a character in two. O(1): nothing is copied. */
  slice(low = 0, high = this.len): GoString {
    checkBounds(low, high, this.len, "length");
    return new GoString(this.bytes.subarray(low, high));
  }

  /** `utf8.DecodeRuneInString(s[at:])`. Panics unless 0 <= at <= len. */
  decodeRune(at = 0): Decoded {
    checkBounds(at, this.len, this.len, "length");
    return decodeRune(this.bytes, at);
  }

  *[Symbol.iterator](): Generator<[offset: number, rune: number], void> {
    for (let at = 0; at < this.len;) {
      const { rune, width } = this.decodeRune(at);
      yield [at, rune];
      at += width;
    }
  }

  /** For the terminal: what is broken is shown as U+FFFD, once for each byte. */
  toString(): string {
    return Array.from(this, ([, rune]) => String.fromCodePoint(rune)).join("");
  }
}

/** A string literal. A lone surrogate, which no Go literal can hold, becomes U+FFFD. */
export function goString(text: string): GoString {
  return new GoString(new TextEncoder().encode(text));
}

/** `utf8.RuneCountInString(s)`: how often `range` goes round. O(len). */
export function runeCount(s: GoString): number {
  let count = 0;
  for (const _ of s) count++;
  return count;
}

/** `utf8.ValidString(s)`. A U+FFFD that was written as such, in three bytes, is valid. O(len). */
export function valid(s: GoString): boolean {
  for (const [offset] of s) if (isBroken(s.decodeRune(offset))) return false;
  return true;
}

/** `[]byte(s)`: a copy, with the capacity that it has on the heap; a short one that does not escape has 32 in Go. */
export function toBytes(s: GoString): Slice<number> {
  const bytes = makeSlice(byte, s.len, roundUpSize(s.len, true));
  for (let i = 0; i < s.len; i++) bytes.set(i, s.get(i));
  return bytes;
}

/** `string(b)` of a `[]byte`: a copy, whether or not it is UTF-8. */
export function fromBytes(b: Slice<number>): GoString {
  return new GoString(Uint8Array.from(b, ([, byte]) => byte));
}

/** `[]rune(s)`: as for bytes, a copy as it is on the heap. O(len). */
export function toRunes(s: GoString): Slice<number> {
  const len = runeCount(s);
  const runes = makeSlice(rune, len, roundUpSize(len * rune.size, true) / rune.size);
  let i = 0;
  for (const [, each] of s) runes.set(i++, each);
  return runes;
}

/** `string(r)` of a `[]rune`: always valid UTF-8, as what is no character becomes U+FFFD. */
export function fromRunes(r: Slice<number>): GoString {
  return new GoString(Uint8Array.from(Array.from(r, ([, rune]) => encodeRune(rune)).flat()));
}
