/** What the page uses of the browser. The rest of the repository is not to see the names of the browser's world. */

export interface Context {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textBaseline: string;
  globalAlpha: number;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  save(): void;
  restore(): void;
  beginPath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
}

/** Of all the kinds of events, what any of ours is asked for. */
export interface Input {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly deltaX: number;
  readonly deltaY: number;
  readonly button: number;
  readonly pointerId: number;
  readonly target: unknown;
  preventDefault(): void;
}

export interface Element {
  textContent: string | null;
  value: string;
  type: string;
  className: string;
  width: number;
  height: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly style: Record<string, string>;
  addEventListener(
    type: string,
    listener: (event: Input) => void,
    options?: { readonly passive: boolean },
  ): void;
  setPointerCapture(id: number): void;
  focus(): void;
  append(...children: (Element | string)[]): void;
  replaceChildren(...children: Element[]): void;
  getContext(kind: "2d"): Context;
}

export interface Document {
  readonly documentElement: Element;
  getElementById(id: string): Element | null;
  createElement(name: string): Element;
  addEventListener(type: string, listener: (event: Input) => void): void;
}

export interface Window {
  readonly document: Document;
  readonly devicePixelRatio: number;
  requestAnimationFrame(draw: () => void): void;
  getComputedStyle(element: Element): { getPropertyValue(name: string): string };
  matchMedia(query: string): { addEventListener(type: string, listener: () => void): void };
  readonly ResizeObserver: new (changed: () => void) => { observe(element: Element): void };
}
