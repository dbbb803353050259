import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Compared, Measured, Result, Standing } from "#bench/engine/result.ts";
import { escaped } from "./escaped.ts";
import { bytes, count, duration, withRange } from "./numbers.ts";
import { colours, plotted, quantities } from "./plot.ts";
import { barLine, crossingLine, differenceRule, leftOutLine, wrongLine } from "./sentences.ts";

/** Writes a page that needs nothing beside itself: tables and plots, no script, no network. */
export function writePage(path: string, result: Result): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page(result));
}

export function page({ name, made, comparisons }: Result): string {
  const { date, node, cpu, cores, memoryGiB, system, packages, processes, thorough, interrupted } = made;
  const peers = Object.entries(packages).map(([peer, version]) => `${peer} ${version}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}: comparison</title>
<style>${style}</style>
<h1>${escaped(name)}</h1>
${interrupted ? "<p><strong>Stopped before the end: this is what was measured.</strong></p>" : ""}
${comparisons.map(section).join("\n")}
<footer>
<p>Median of ${processes} fresh processes${thorough ? "" : " (quick)"}. Ratios are to the fastest at each size, with the
lowest and highest of the processes. ${escaped(differenceRule)} Both axes are logarithmic: a straight line is a power of n,
and the steeper one grows faster.</p>
<p>${escaped([date, `Node ${node.slice(1)}`, cpu, `${cores} cores`, `${memoryGiB} GiB`, system, ...peers].join(" · "))}</p>
</footer>
`;
}

function section(compared: Compared): string {
  const { title, contenders, crossings, bars } = compared;
  const sentences = [
    ...contenders.flatMap((one) => wrongLine(one) ?? []),
    ...contenders.flatMap((one) => leftOutLine(one) ?? []),
    ...crossings.map(crossingLine),
    ...bars.map(barLine),
  ];
  const plots = quantities.flatMap((quantity) => {
    const drawn = plotted(compared, quantity);
    return drawn === "" ? [] : [`<figure><figcaption>${quantity.title} over n</figcaption>${drawn}</figure>`];
  });
  return `<section>
<h2>${escaped(title)}</h2>
<ul class="legend">${contenders.map(legend).join("")}</ul>
${plots[0] ?? ""}
<ul>${sentences.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>
<div class="wide">${table(contenders)}</div>
${plots.slice(1).join("\n")}
</section>`;
}

function legend({ name, own, growth }: Standing, i: number): string {
  const text = growth === undefined ? name : `${name} (steps grow as ${growth})`;
  return `<li style="--colour: ${colours[i % colours.length]!}">${own ? `<b>${escaped(text)}</b>` : escaped(text)}</li>`;
}

function table(contenders: readonly Standing[]): string {
  const rows = contenders.flatMap(({ name, points }) => points.map((point) => row(name, point)));
  const heads = ["", "n", "time", "to the fastest", "steps", "allocates", "holds"];
  return `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function row(name: string, { n, ms, ratio, steps, allocated, held }: Measured): string {
  const place = ratio.median === 1 ? "fastest" : ratio.shown ? withRange(ratio) : "no difference shown";
  const cells = [
    count(n),
    duration(ms),
    place,
    steps === undefined ? "" : count(steps),
    allocated === undefined ? "" : bytes(allocated),
    held === undefined ? "" : bytes(held),
  ];
  return `<tr><th>${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
}

const style = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #444); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
figure { margin: 1rem 0 } figcaption { font-weight: 600 }
svg { background: none; color: inherit; max-width: 100%; height: auto; overflow: visible }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem }
.legend li::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .4em; border-radius: 50%; background: var(--colour) }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .2rem .8rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap }
tbody th, th:first-child { text-align: left; font-weight: 500 }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .875rem; opacity: .8 }
`;
