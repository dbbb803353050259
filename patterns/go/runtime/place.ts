/** Where in the program something happened: its lines of a stack, without the runtime's own and Node's. */

const notTheProgram = /\/go\/runtime\/(?!.*\.(test|bench|program)\.ts)|node:|node_modules|<anonymous>/;

/** Innermost first, as "f (file.ts:3:5)"; what stands beyond the run loop is not the program but whoever runs it. */
export function programFrames(stack: string): string[] {
  const lines = stack.split("\n");
  const loop = lines.findIndex((line) => /World\.resume \(.*\/go\/runtime\/world\.ts/.test(line));
  return lines
    .slice(0, loop < 0 ? lines.length : loop)
    .filter((line) => line.startsWith("    at ") && !notTheProgram.test(line))
    .map((line) => line.replace(/^ +at /, "").replace(/^Goroutine\.(\S+) \[as start\]/, "$1"))
    .map((line) => line.replace(/file:\/\/([^)]*)/, (_, path: string) => decodeURI(path)));
}

/** The innermost; empty when there is none. */
export function place(error: Error): string {
  return programFrames(error.stack ?? "")[0] ?? "";
}
