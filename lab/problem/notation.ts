/**
 * A value as LeetCode writes it: `[2, 7, 11]`, `"abc"`, `null`. What LeetCode has no notation for is named:
 * NaN, undefined, a hole in an array, an array within itself.
 */
export function notation(value: unknown, maxLength = Infinity): string {
  const text = written(value, [], maxLength);
  return text.length > maxLength ? `${text.slice(0, Math.max(0, maxLength - 1))}…` : text;
}

function written(value: unknown, inside: readonly unknown[], maxLength: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "0" : String(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (inside.includes(value)) return "(the array itself)";
  const around = [...inside, value];
  const array = Array.isArray(value);
  const parts = array ? Array.from({ length: value.length }, (_, i) => i) : Object.keys(value);
  let text = "";
  for (const [i, key] of parts.entries()) {
    const hole = array && !Object.hasOwn(value, key);
    const item = hole ? "(missing)" : written(value[key as never], around, maxLength);
    text += `${i === 0 ? "" : ", "}${array ? "" : `${key}: `}${item}`;
    if (text.length > maxLength && i < parts.length - 1) {
      text = `${text.slice(0, maxLength)}… ${parts.length - i - 1} more`;
      return array ? `[${text}]` : `{ ${text} }`;
    }
  }
  return array ? `[${text}]` : `{ ${text} }`;
}
