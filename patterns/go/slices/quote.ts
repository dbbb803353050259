import type { GoString } from "./strings.ts";
import { isBroken } from "./utf8.ts";

/** Go's strconv.QuoteToASCII: a Go literal of the string in printable ASCII, from which Go would read the same bytes. */
export function quoteToASCII(s: GoString): string {
  let quoted = "";
  for (const [at, rune] of s) quoted += isBroken(s.decodeRune(at)) ? hex("x", s.get(at), 2) : escaped(rune);
  return `"${quoted}"`;
}

const named = new Map([
  [0x07, "\\a"],
  [0x08, "\\b"],
  [0x0c, "\\f"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x09, "\\t"],
  [0x0b, "\\v"],
  [0x22, '\\"'],
  [0x5c, "\\\\"],
]);

function escaped(rune: number): string {
  const name = named.get(rune);
  if (name !== undefined) return name;
  if (rune < 0x20 || rune === 0x7f) return hex("x", rune, 2);
  if (rune < 0x7f) return String.fromCharCode(rune);
  return rune < 0x10000 ? hex("u", rune, 4) : hex("U", rune, 8);
}

function hex(prefix: string, value: number, digits: number): string {
  return `\\${prefix}${value.toString(16).padStart(digits, "0")}`;
}
