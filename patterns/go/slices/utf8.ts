/** UTF-8 as Go's unicode/utf8 has it. Source: The Unicode Standard, section 3.9, table "Well-Formed UTF-8". */

/** U+FFFD, which stands for what is no character. */
export const runeError = 0xfffd;

export interface Decoded {
  readonly rune: number;
  /** Bytes that it takes; 1 for a byte that begins no character. */
  readonly width: number;
}

const invalid: Decoded = { rune: runeError, width: 1 };

/** By the number of bytes, the first code point that needs so many: a longer form of a smaller one is invalid. */
const least = [0, 0, 0x80, 0x800, 0x10000];

/**
 * The character that begins at `at`. Where none does, U+FFFD of width 1: every byte of what is broken counts by itself.
 * At the end, U+FFFD of width 0. O(1).
 */
export function decodeRune(bytes: Uint8Array, at: number): Decoded {
  const first = bytes[at];
  if (first === undefined) return { rune: runeError, width: 0 };
  if (first < 0x80) return { rune: first, width: 1 };
  if (first < 0xc0 || first >= 0xf8) return invalid;
  const width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let rune = first & (0x7f >> width);
  for (let i = at + 1; i < at + width; i++) {
    const next = bytes[i] ?? 0;
    if ((next & 0xc0) !== 0x80) return invalid;
    rune = (rune << 6) | (next & 0x3f);
  }
  return rune >= least[width]! && isValidRune(rune) ? { rune, width } : invalid;
}

/** Whether it is a byte that begins no character, as against a U+FFFD that was written as one. */
export function isBroken({ rune, width }: Decoded): boolean {
  return rune === runeError && width === 1;
}

/** The bytes of one code point, 1 to 4; what is none, such as a surrogate, is written as U+FFFD. */
export function encodeRune(rune: number): number[] {
  if (!isValidRune(rune)) return encodeRune(runeError);
  if (rune < 0x80) return [rune];
  const last = 0x80 | (rune & 0x3f);
  if (rune < 0x800) return [0xc0 | (rune >> 6), last];
  const third = 0x80 | ((rune >> 6) & 0x3f);
  if (rune < 0x10000) return [0xe0 | (rune >> 12), third, last];
  return [0xf0 | (rune >> 18), 0x80 | ((rune >> 12) & 0x3f), third, last];
}

/** Whether it can be encoded: 0 to 0x10ffff, without the surrogates. */
export function isValidRune(rune: number): boolean {
  return (rune >= 0 && rune < 0xd800) || (rune > 0xdfff && rune <= 0x10ffff);
}
