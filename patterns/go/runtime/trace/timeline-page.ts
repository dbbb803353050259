/** A log of events as a page to look around in, which needs nothing but a browser. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { EventLog } from "../events.ts";
import { packed } from "./page/data.ts";
import { style } from "./page/style.ts";

export interface About {
  readonly title: string;
  /** In a few words, how it ended. */
  readonly ending: string;
  /** What else is to be known, each with a label. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** When the program ended, in virtual nanoseconds. */
  readonly time: number;
}

export async function timelinePage(log: EventLog, { title, ending, facts, time }: About): Promise<string> {
  const listed = facts.map(([label, text]) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}: timeline</title>
<style>${style}</style>
<header>
  <h1>${escaped(title)}</h1> <span>${escaped(ending)}</span>
  <details><summary>The run</summary><dl>${listed.join("")}</dl></details>
</header>
<div class="controls" role="toolbar" aria-label="View">
  <input id="search" type="search" placeholder="Goroutine, function or wait reason ( / )" aria-label="Search goroutines, functions and wait reasons">
  <button id="closer" type="button" aria-label="Zoom in">+</button>
  <button id="further" type="button" aria-label="Zoom out">−</button>
  <button id="fit" type="button">All</button>
  <span id="hover" role="status"></span>
</div>
<main id="area"><canvas id="canvas" tabindex="0" role="application" aria-label="Timeline: arrow keys go from slice to slice"></canvas></main>
<aside id="details" aria-live="polite"></aside>
<footer>
${legend.map(([name, text, low]) => `  <span><i${low ? ' class="low"' : ""} style="background: var(--${name})"></i>${text}</span>`).join("\n")}
  <span><kbd>w</kbd> <kbd>s</kbd> or wheel: zoom</span>
  <span><kbd>a</kbd> <kbd>d</kbd> or drag: move</span>
  <span><kbd>⇧</kbd> wheel: scroll</span>
  <span><kbd>←↑↓→</kbd>: slices</span>
  <span>What takes no time is drawn as 200 ns, in order.</span>
</footer>
<script type="application/json" id="data">${JSON.stringify(packed(log, time)).replaceAll("<", "\\u003c")}</script>
<script>${await script()}</script>
</html>
`;
}

const legend: readonly (readonly [colour: string, text: string, low: boolean])[] = [
  ["running", "running", false],
  ["runnable", "runnable", false],
  ["channel", "channel, select", true],
  ["lock", "sync", true],
  ["sleep", "sleep, network", true],
  ["syscall", "system call", true],
];

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page/main.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2023",
    legalComments: "none",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text.replaceAll("</script", "<\\/script");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
