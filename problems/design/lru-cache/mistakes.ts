import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/** A right cache, of which most mistakes change one method. */
class MapCache {
  protected readonly values = new Map<number, number>();
  protected readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get(key: number) {
    const value = this.values.get(key);
    if (value === undefined) return -1;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  put(key: number, value: number) {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.capacity) this.evict();
  }

  protected evict() {
    this.values.delete(this.values.keys().next().value!);
  }
}

export default {
  "does not count a get as a use": {
    law: "what was used recently enough is still there",
    input: [
      ["LRUCache", "put", "put", "get", "put", "get"],
      [[2], [0, 0], [1, 0], [0], [2, 0], [0]],
    ],
    LRUCache: class extends MapCache {
      override get(key: number) {
        return this.values.get(key) ?? -1;
      }
    },
  },
  "does not count a put under a known key as a use": {
    law: "what was used recently enough is still there",
    input: [
      ["LRUCache", "put", "put", "put", "put", "get"],
      [[2], [0, 0], [1, 0], [0, 0], [2, 0], [0]],
    ],
    LRUCache: class extends MapCache {
      override put(key: number, value: number) {
        this.values.set(key, value);
        if (this.values.size > this.capacity) this.evict();
      }
    },
  },
  "counts a get that finds nothing as a use": {
    law: "the least recently used entry makes room",
    input: [
      ["LRUCache", "get", "put", "put", "get"],
      [[1], [1], [0, 0], [2, 0], [0]],
    ],
    LRUCache: class {
      private readonly values = new Map<number, number>();
      private byUse: number[] = [];
      private readonly capacity: number;
      constructor(capacity: number) {
        this.capacity = capacity;
      }
      get(key: number) {
        this.use(key);
        return this.values.get(key) ?? -1;
      }
      put(key: number, value: number) {
        this.use(key);
        this.values.set(key, value);
        if (this.values.size > this.capacity) this.values.delete(this.byUse.shift()!);
      }
      private use(key: number) {
        this.byUse = this.byUse.filter((other) => other !== key);
        this.byUse.push(key);
      }
    },
  },
  "makes room for a key that is there already": {
    law: "what was used recently enough is still there",
    input: [
      ["LRUCache", "put", "put", "put", "get"],
      [[2], [0, 0], [1, 0], [1, 0], [0]],
    ],
    LRUCache: class extends MapCache {
      override put(key: number, value: number) {
        if (this.values.size === this.capacity) this.evict();
        this.values.delete(key);
        this.values.set(key, value);
      }
    },
  },
  "keeps the value that was there first": {
    law: "get returns the value last put under its key, or -1",
    input: [
      ["LRUCache", "put", "put", "get"],
      [[1], [0, 0], [0, 1], [0]],
    ],
    LRUCache: class extends MapCache {
      override put(key: number, value: number) {
        if (this.get(key) === -1) super.put(key, value);
      }
    },
  },
  "takes the value 0 for nothing found": {
    law: "what was used recently enough is still there",
    input: [
      ["LRUCache", "put", "get"],
      [[1], [0, 0], [0]],
    ],
    LRUCache: class extends MapCache {
      override get(key: number) {
        const value = this.values.get(key);
        if (!value) return -1;
        this.put(key, value);
        return value;
      }
    },
  },
  "holds one entry too many": {
    law: "the least recently used entry makes room",
    input: [
      ["LRUCache", "put", "put", "get"],
      [[1], [0, 0], [1, 0], [0]],
    ],
    LRUCache: class extends MapCache {
      override put(key: number, value: number) {
        this.values.delete(key);
        if (this.values.size > this.capacity) this.evict();
        this.values.set(key, value);
      }
    },
  },
  "removes the smallest key": {
    law: "what was used recently enough is still there",
    input: [
      ["LRUCache", "put", "put", "get"],
      [[1], [1, 0], [0, 0], [0]],
    ],
    LRUCache: class {
      private readonly values: Record<number, number> = {};
      private readonly capacity: number;
      constructor(capacity: number) {
        this.capacity = capacity;
      }
      get(key: number) {
        const value = this.values[key];
        if (value === undefined) return -1;
        this.put(key, value);
        return value;
      }
      put(key: number, value: number) {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the mistake
        delete this.values[key];
        this.values[key] = value;
        const keys = Object.keys(this.values);
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the mistake
        if (keys.length > this.capacity) delete this.values[Number(keys[0])];
      }
    },
  },
  "unlinks the oldest entry and leaves it in the map": {
    law: "the least recently used entry makes room",
    input: [
      ["LRUCache", "put", "put", "get"],
      [[1], [0, 0], [1, 0], [0]],
    ],
    LRUCache: class {
      private readonly values = new Map<number, number>();
      private byUse: number[] = [];
      private readonly capacity: number;
      constructor(capacity: number) {
        this.capacity = capacity;
      }
      get(key: number) {
        const value = this.values.get(key);
        if (value === undefined) return -1;
        this.put(key, value);
        return value;
      }
      put(key: number, value: number) {
        this.values.set(key, value);
        this.byUse = [...this.byUse.filter((other) => other !== key), key];
        if (this.byUse.length > this.capacity) this.byUse.shift();
      }
    },
  },
} satisfies Mistakes<typeof problem>;
