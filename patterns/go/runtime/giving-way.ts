/** What all other operations are made of: a point at which others may go on, waiting, and giving way. */
import { clearCalled } from "./forgotten.ts";
import { Fresh, type Operation, Parked } from "./goroutine.ts";
import { SharedOperation, type Step, suspended } from "./operation.ts";
import { current } from "./world.ts";

/** A point at which a policy may switch; otherwise nothing. Stands before every step that other goroutines can see. */
class Point extends SharedOperation<void> {
  protected readonly text = "point()";
  private before = "";

  ask(before: string): this {
    this.calling();
    this.before = before;
    return this;
  }

  protected override described(): string {
    return this.before;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Fresh && this.givesWay(world, g)) return suspended;
    return this.finished(g, undefined);
  }
}

/** Suspends the goroutine, which the caller has put where somebody will find and ready it. */
class Wait extends SharedOperation<void> {
  protected readonly text = "wait()";
  private reason = "";

  for(reason: string): this {
    this.calling();
    this.reason = reason;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) return this.finished(g, undefined);
    clearCalled();
    world.park(g, this.reason);
    return this.waits(g);
  }
}

const onePoint = new Point();
const oneWait = new Wait();

/** `before` names the step for lists of steps; "" when the step that follows names itself. */
export function point(before = ""): Operation<void> {
  return onePoint.ask(before);
}

export function wait(reason: string): Operation<void> {
  return oneWait.for(reason);
}

/** Gives way to whoever else can run. */
class Sched extends SharedOperation<void> {
  protected readonly text = "gosched()";
  private where: "global" | "behind" = "global";

  to(where: "global" | "behind"): this {
    this.calling();
    this.where = where;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) return this.finished(g, undefined);
    clearCalled();
    world.yields(g, this.where);
    return this.waits(g);
  }
}

const oneSched = new Sched();

/** Go's runtime.Gosched: to the end of the global queue, or only behind those that this P has queued. */
export function gosched(where: "global" | "behind" = "global"): Operation<void> {
  return oneSched.to(where);
}
