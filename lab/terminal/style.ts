import { styleText } from "node:util";

/** Colours that disappear where the output is no terminal, or NO_COLOR is set. */
export const bold = styled("bold");
export const dim = styled("dim");
export const green = styled("green");
export const red = styled("red");
export const yellow = styled("yellow");

function styled(format: Parameters<typeof styleText>[0]): (text: string) => string {
  return (text) => styleText(format, text, { stream: process.stdout });
}

/** The width to fit lines into. */
export function width(): number {
  return process.stdout.columns || 100;
}
