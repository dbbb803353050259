/** The script of the flame-graph page. It runs in the reader's browser, with its data in the page. */
import flamegraph, { type Frame } from "d3-flame-graph";
import { select } from "d3-selection";
import { bytes, duration, share } from "../../report/numbers.ts";
import type { FrameData, PageData } from "./data.ts";

/** What the page uses of the browser. The lab's own code is not to see the names of the browser's world. */
interface Element {
  textContent: string | null;
  value: string;
  readonly clientWidth: number;
  addEventListener(
    type: string,
    listener: (event: { key: string; preventDefault: () => void }) => void,
  ): void;
  focus(): void;
}
declare const document: Pick<Element, "addEventListener"> & { getElementById(id: string): Element };
declare const addEventListener: Element["addEventListener"];

const { tree, kind } = JSON.parse(document.getElementById("data").textContent!) as PageData;
const [area, details, search, reset] = ["graph", "details", "search", "reset"].map((id) =>
  document.getElementById(id),
) as [Element, Element, Element, Element];
const amount = kind === "cpu" ? (us: number) => duration(us / 1000) : bytes;
const help = "Point at a frame for its numbers; click to zoom; / to search, Escape to reset.";
let found = "";

const chart = flamegraph<FrameData>()
  .width(area.clientWidth)
  .cellHeight(20)
  .minFrameSize(1)
  .transitionDuration(200)
  .inverted(true)
  .sort((a, b) => b.data.value - a.data.value)
  .setLabelHandler(label)
  .setColorMapper(color)
  .setDetailsHandler((text) => (details.textContent = text ?? (found || help)))
  .setSearchMatch(({ data }, term) => term !== "" && data.name.toLowerCase().includes(term.toLowerCase()))
  .setSearchHandler((frames, sum) => {
    found = `${frames.length} frames match: ${amount(sum)}, ${share(sum, tree.value)}`;
    details.textContent = found;
  });
chart(select("#graph").datum(tree));
details.textContent = help;

function label({ data: { name, place, value, self } }: Frame<FrameData>): string {
  const parts = [name, place, `total ${amount(value)} (${share(value, tree.value)})`, `self ${amount(self)}`];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** Warm for the learner's own functions, cold for what they call, grey for V8. Dark text is legible on all of them. */
function color({ data: { name, own }, highlight }: Frame<FrameData>): string {
  if (highlight) return "hsl(300 75% 72%)";
  if (name.startsWith("(") && !own) return "hsl(220 8% 70%)";
  let hash = 0;
  for (const character of name) hash = (31 * hash + character.codePointAt(0)!) % 997;
  return own ? `hsl(${14 + (hash % 36)} 88% 64%)` : `hsl(${190 + (hash % 30)} 50% 70%)`;
}

function find(): void {
  found = "";
  if (search.value === "") chart.clear();
  else chart.search(search.value);
}

function start(): void {
  search.value = "";
  find();
  chart.resetZoom();
}

search.addEventListener("input", find);
reset.addEventListener("click", start);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") start();
  if (event.key !== "/") return;
  event.preventDefault();
  search.focus();
});
addEventListener("resize", () => chart.width(area.clientWidth).update());
