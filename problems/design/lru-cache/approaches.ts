import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Keeps the entries in an array, in the order of their last use. O(n) time per call, O(n) space. */
export class ArrayByUse {
  private readonly capacity: number;
  /** At most `capacity`, the least recently used first. */
  private readonly entries: { readonly key: number; value: number }[] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get(key: number): number {
    const entry = this.taken(key);
    if (entry === undefined) return -1;
    this.entries.push(entry);
    return entry.value;
  }

  put(key: number, value: number): void {
    this.taken(key);
    this.entries.push({ key, value });
    if (this.entries.length > this.capacity) this.entries.shift();
  }

  /** The entry with this key, which is taken out. */
  private taken(key: number): { readonly key: number; value: number } | undefined {
    const i = this.entries.findIndex((entry) => entry.key === key);
    return i === -1 ? undefined : this.entries.splice(i, 1)[0];
  }
}

/** Lets a map keep the order: what is used is deleted and set anew. O(1) time per call, O(n) space. */
export class MapByUse {
  private readonly capacity: number;
  /** At most `capacity`, the least recently used first: a map is walked in the order in which keys were added. */
  private readonly values = new Map<number, number>();
  /** All keys it has passed are gone, so that the next one is the least recently used. */
  private readonly oldest = this.values.keys();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get(key: number): number {
    const value = this.values.get(key);
    if (value === undefined) return -1;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  put(key: number, value: number): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.capacity) this.values.delete(this.oldest.next().value!);
  }
}

interface Link {
  readonly key: number;
  value: number;
  older: Link;
  newer: Link;
}

/** Finds each entry by a map and links them in the order of their use. O(1) time per call, O(n) space. */
export class LinkedByUse {
  private readonly capacity: number;
  /** The links by their keys, at most `capacity`. */
  private readonly links = new Map<number, Link>();
  /** Joins the two ends of the row: its `newer` is the least recently used link, its `older` the most recently used. */
  private readonly ends: Link;

  constructor(capacity: number) {
    this.capacity = capacity;
    const ends = { key: -1, value: -1 } as Link;
    ends.older = ends.newer = ends;
    this.ends = ends;
  }

  get(key: number): number {
    const link = this.links.get(key);
    if (link === undefined) return -1;
    this.unlink(link);
    this.append(link);
    return link.value;
  }

  put(key: number, value: number): void {
    const known = this.links.get(key);
    if (known !== undefined) this.unlink(known);
    const link = { key, value } as Link;
    this.append(link);
    this.links.set(key, link);
    if (this.links.size > this.capacity) {
      const oldest = this.ends.newer;
      this.unlink(oldest);
      this.links.delete(oldest.key);
    }
  }

  private unlink(link: Link): void {
    link.older.newer = link.newer;
    link.newer.older = link.older;
  }

  /** Makes the link the most recently used one. */
  private append(link: Link): void {
    link.older = this.ends.older;
    link.newer = this.ends;
    link.older.newer = link;
    this.ends.older = link;
  }
}

export default {
  "array by use": { growth: "n", LRUCache: ArrayByUse },
  "map in insertion order": { growth: "1", LRUCache: MapByUse },
  "map and linked list": { growth: "1", LRUCache: LinkedByUse },
} satisfies Approaches<typeof stub>;
