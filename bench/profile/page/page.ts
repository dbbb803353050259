import { fileURLToPath } from "node:url";
import { basename } from "node:path";
import { build } from "esbuild";
import type { CallTree } from "../../../patterns/performance/profiling/profiling.ts";
import { escaped } from "#bench/report/escaped.ts";
import { bytes, duration, share } from "#bench/report/numbers.ts";
import { circumstances, type Shown, titleOf } from "../report.ts";
import { nameOf, placeOf } from "../summary.ts";
import type { FrameData, PageData } from "./data.ts";
import { style } from "./style.ts";

/** A page with the flame graph and the list of functions, which needs nothing but a browser. */
export async function flameGraphPage(shown: Shown): Promise<string> {
  const { kind, summary } = shown;
  const amount = kind === "cpu" ? (us: number) => duration(us / 1000) : bytes;
  const { tree, functions, files } = summary;
  const data: PageData = { kind, tree: { ...frameData(tree, files), name: "(everything)" } };
  const rows = functions.slice(0, 100).map(({ name, place, self, total }) => {
    const where = place ? `${basename(place.file)}:${place.line}` : name.startsWith("(") ? "" : "built in";
    const cells = [
      amount(self),
      share(self, tree.total),
      amount(total),
      share(total, tree.total),
      name,
      where,
    ];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titleOf(shown))}</title>
<style>${style}</style>
<h1>${escaped(titleOf(shown))}</h1>
<p>${escaped(circumstances(shown))}</p>
<p class="controls">
  <input id="search" type="search" placeholder="Search functions" aria-label="Search functions">
  <button id="reset" type="button">Reset</button>
  <span id="details" role="status"></span>
</p>
<div id="graph"></div>
<p class="legend">A frame is as wide as its ${kind === "cpu" ? "share of the time" : "share of the allocated bytes"}, that of what it calls
included; what it calls hangs below it. From left to right they stand by size: that is no order in time.
<span class="own">the solution</span> <span class="other">built-ins and packages</span> <span class="aside">V8, Node and the lab</span></p>
<table>
<thead><tr><th colspan="2">self</th><th colspan="2">total</th><th>function</th><th>place</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script>${await script()}</script>
</html>
`;
}

function frameData(node: CallTree, files: readonly string[]): FrameData {
  const { frame, self, total, children } = node;
  const place = placeOf(frame);
  return {
    name: nameOf(frame),
    place: place && `${basename(place.file)}:${place.line}`,
    own: place !== undefined && files.includes(place.file),
    self,
    value: total,
    children: children.map((child) => frameData(child, files)),
  };
}

/** The chart takes a node for its own by the name of its class, so that names are kept. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("flame.ts", import.meta.url))],
    bundle: true,
    minify: true,
    keepNames: true,
    format: "iife",
    loader: { ".css": "empty" },
    legalComments: "none",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text.replaceAll("</script", "<\\/script");
}
