/** What the page uses of two packages that have no types. */
declare module "d3-flame-graph" {
  export interface Frame<D> {
    readonly data: D;
    readonly highlight?: boolean;
  }

  interface FlameGraph<D> {
    (selection: unknown): void;
    width(pixels: number): this;
    cellHeight(pixels: number): this;
    minFrameSize(pixels: number): this;
    transitionDuration(ms: number): this;
    inverted(on: boolean): this;
    sort(compare: (a: Frame<D>, b: Frame<D>) => number): this;
    setLabelHandler(label: (frame: Frame<D>) => string): this;
    setColorMapper(color: (frame: Frame<D>) => string): this;
    setDetailsHandler(show: (text: string | null) => void): this;
    setSearchHandler(found: (frames: readonly Frame<D>[], sum: number) => void): this;
    setSearchMatch(matches: (frame: Frame<D>, term: string) => boolean): this;
    update(): void;
    search(term: string): void;
    clear(): void;
    resetZoom(): void;
  }

  export default function flamegraph<D>(): FlameGraph<D>;
}

declare module "d3-selection" {
  export function select(selector: string): { datum(data: unknown): unknown };
}
