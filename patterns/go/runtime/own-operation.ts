/** Operations of a program's own, for those who try other people's code under many schedules. */
import { Fresh, type Operation } from "./goroutine.ts";
import { SharedOperation, type Step, suspended } from "./operation.ts";
import { current } from "./world.ts";

class Own extends SharedOperation<unknown> {
  protected text = "";
  private act: () => unknown = () => undefined;

  of(text: string, act: () => unknown): this {
    this.calling();
    this.text = text;
    this.act = act;
    return this;
  }

  next(): Step<unknown> {
    const world = current();
    const g = world.running;
    if (g.stage === Fresh) {
      g.value = this.act;
      if (this.givesWay(world, g)) return suspended;
    }
    const act = g.value as () => unknown;
    g.value = undefined;
    g.stage = Fresh;
    return this.finished(g, act());
  }
}

const own = new Own();

/** Does `act`, which must not wait, in one go; others may come before it. `text` is what lists of steps and messages call it. */
export function operation<T>(text: string, act: () => T): Operation<T> {
  return own.of(text, act) as Operation<T>;
}

/** Writes a line into the list of steps, where there is one. Others notice nothing of it. */
export function remark(text: string): void {
  const { steps, running: g, now: time } = current();
  steps?.push({ g, text, time, at: undefined });
}
