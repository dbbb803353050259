/** The panel beside the drawing: all there is to say about the slice that is selected. */
import type { Slice, Timeline } from "../timeline.ts";
import type { Element, Window } from "./browser.ts";
import { details, type Names } from "./details.ts";
import { nameOf } from "./search.ts";

declare const window: Window;

export function showDetails(
  panel: Element,
  selected: Slice | undefined,
  timeline: Timeline,
  names: Names,
  goTo: (slice: Slice) => void,
): void {
  if (selected === undefined) {
    panel.replaceChildren(
      element("p", "Click a slice, or press an arrow key on the drawing, to see what happened there."),
    );
    return;
  }
  const list = element("dl");
  for (const { label, text, slice } of details(selected, timeline, names)) {
    const value = element("dd");
    value.append(slice === undefined ? text : button(text, () => goTo(slice)));
    list.append(element("dt", label), value);
  }
  panel.replaceChildren(
    element("h2", `${names.titles.get(selected.g) ?? "func"}: ${nameOf(selected)}`),
    list,
  );
}

function button(text: string, act: () => void): Element {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function element(name: string, text = ""): Element {
  const made = window.document.createElement(name);
  made.textContent = text;
  return made;
}
