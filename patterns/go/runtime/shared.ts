/** Memory that goroutines share without a channel or a lock: every access is a point of switching, and is watched for races. */
import type { Go } from "./goroutine.ts";
import { noteMethods } from "./noted.ts";
import { point } from "./giving-way.ts";
import { type History, Races } from "./races.ts";
import { current } from "./world.ts";

export class Shared<T> {
  private value: T;
  private readonly history: History;
  private readonly getting: string;
  private readonly setting: string;

  constructor(value: T, name: string) {
    this.value = value;
    this.getting = `${name}.get()`;
    this.setting = `${name}.set(…)`;
    this.history = { name, write: undefined, reads: new Map() };
  }

  /** Reads it. */
  *get(): Go<T> {
    yield* point(this.getting);
    accessed(this.history, false);
    return this.value;
  }

  /** Writes it. */
  *set(value: T): Go {
    yield* point(this.setting);
    accessed(this.history, true);
    this.value = value;
  }

  /** Go's `x++` or `x += 2`: a read, then a write, and others may come in between. Gives the new value. */
  *update(change: (value: T) => T): Go<T> {
    const changed = change(yield* this.get());
    yield* this.set(changed);
    return changed;
  }
}

noteMethods(Shared, "x");

/** A variable that several goroutines use. The name is for race reports. */
export function shared<T>(value: T, name = "shared"): Shared<T> {
  return new Shared(value, name);
}

/** Notes an access to what `history` stands for, by the running goroutine. */
export function accessed(history: History, write: boolean): void {
  const world = current();
  world.races ??= new Races(world.places);
  world.races.access(world.running, history, write);
}
