import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { CallTree } from "../../../patterns/performance/profiling/profiling.ts";
import type { Shown } from "../report.ts";
import { flameGraphPage } from "./page.ts";

const file = "/home/me/two-sum.ts";

function node(
  functionName: string,
  self: number,
  children: CallTree[] = [],
  url = `file://${file}`,
): CallTree {
  const total = children.reduce((sum, child) => sum + child.total, self);
  return { frame: { functionName, url, lineNumber: 4, columnNumber: 0 }, self, total, children };
}

const evil = "</script><img src=x onerror=alert(1)>";
const tree = node(
  "(root)",
  0,
  [
    node("twoSum", 1000, [node("lookUp", 600_000), node(evil, 2000), node("sort", 50_000, [], "")]),
    node("(garbage collector)", 9000, [], ""),
  ],
  "",
);
const shown: Shown = {
  ...{ problem: "two-sum", file, kind: "cpu", workload: 'the "<first>" & last', n: 100, calls: 3, ms: 662 },
  summary: {
    ...{
      profile: { head: { ...tree, callFrame: tree.frame, selfSize: 0, children: [] } },
      tree,
      files: [file],
      lab: 5,
      samples: 2500,
      lines: [],
    },
    functions: [
      { name: "lookUp", place: { file, line: 5 }, self: 600_000, total: 600_000 },
      { name: evil, place: { file, line: 5 }, self: 2000, total: 2000 },
      { name: "sort", place: undefined, self: 50_000, total: 50_000 },
    ],
  },
};

const html = await flameGraphPage(shown);

test("needs nothing from elsewhere", () => {
  const markup = html.replaceAll(/<script\b[^]*?<\/script>/g, "");
  expect(markup).not.toMatch(/<[^>]+ (src|href|action)=|url\(|@import/);
  const scripts = html.match(/<script\b[^]*?<\/script>/g)!;
  expect(scripts.length).toBe(2);
  for (const script of scripts)
    expect(script).not.toMatch(/^<script[^>]* src=|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(/);
  // Names of markup languages, which nobody loads.
  for (const [address] of html.matchAll(/https?:\/\/[^\s"'`)]+/g))
    expect(address).toMatch(/^http:\/\/www\.w3\.org\/(\d{4}|XML)\//);
});

test("text of the learner's does not become markup", () => {
  expect(html).not.toContain(evil);
  expect(html).toContain("the &quot;&lt;first&gt;&quot; &amp; last");
});

test("draws the frames, finds functions, zooms and resets", async () => {
  const errors: unknown[] = [];
  const { window } = new JSDOM(html, {
    runScripts: "dangerously",
    pretendToBeVisual: true,
    beforeParse: withWidth,
  });
  window.addEventListener("error", ({ error }) => errors.push(error));
  const { document } = window;
  const frames = (): string[] =>
    [...document.querySelectorAll(".frame")].map((frame) => frame.getAttribute("name")!);
  const details = (): string | null => document.getElementById("details")!.textContent;
  expect(document.title).toBe(`${file}: where the time goes`);
  expect(frames().toSorted()).toEqual(
    ["(everything)", "(garbage collection)", evil, "lookUp", "sort", "twoSum"].toSorted(),
  );

  const search = document.querySelector("#search") as unknown as Field;
  search.value = "LOOK";
  search.dispatchEvent(new window.Event("input"));
  expect(details()).toBe("1 frames match: 600 ms, 90.6 %");

  const lookUp = document.querySelector('.frame[name="lookUp"]')!;
  lookUp.dispatchEvent(new window.MouseEvent("mouseover"));
  expect(details()).toBe("lookUp · two-sum.ts:5 · total 600 ms (90.6 %) · self 600 ms");
  lookUp.dispatchEvent(new window.MouseEvent("click"));
  expect(frames()).not.toContain("sort");
  document.querySelector("#reset")!.dispatchEvent(new window.MouseEvent("click"));
  expect(frames()).toContain("sort");
  expect(search.value).toBe("");
  expect(errors).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  window.close();
});

interface Field {
  value: string;
  dispatchEvent(event: unknown): void;
}

/** jsdom lays nothing out. */
function withWidth(window: { HTMLElement: { prototype: object } }): void {
  Object.defineProperty(window.HTMLElement.prototype, "clientWidth", { value: 1000 });
}
