/** Go's sync.Pool. Ideas: Go 1.23, sync/pool_test.go. */
import { expect, test } from "vitest";
import { go, makeChan, pointer, Pool, run, runtimeGC, type Shared, shared } from "../runtime.ts";
import { everywhere } from "../seeds.ts";

test("gives what was put last, but the very first to the end, and then nil", () => {
  const { value } = run(function* () {
    const pool = new Pool<string | null>();
    const got = [yield* pool.get()];
    for (const put of ["private", "a", "b"]) yield* pool.put(put);
    for (let i = 0; i < 4; i++) got.push(yield* pool.get());
    return got;
  });
  expect(value).toEqual([null, "private", "b", "a", null]);
});

test("makes a value only when there is none", () => {
  const { value } = run(function* () {
    let made = 0;
    const pool = new Pool(() => ++made);
    const got = [yield* pool.get(), yield* pool.get()];
    yield* pool.put(42);
    return [...got, yield* pool.get(), yield* pool.get()];
  });
  expect(value).toEqual([1, 2, 42, 3]);
});

test("a value that is not asked for outlives one collection, not two", () => {
  const { value } = run(function* () {
    const pool = new Pool<string | null>();
    for (let i = 0; i < 100; i++) yield* pool.put("c");
    yield* runtimeGC();
    const afterOne = yield* pool.get();
    yield* runtimeGC();
    return [afterOne, yield* pool.get()];
  });
  expect(value).toEqual(["c", null]);
});

test("a victim that was taken and put back lives on", () => {
  const { value } = run(function* () {
    const pool = new Pool<string | null>();
    yield* pool.put("a");
    for (let i = 0; i < 5; i++) {
      yield* runtimeGC();
      yield* pool.put(yield* pool.get());
    }
    return yield* pool.get();
  });
  expect(value).toBe("a");
});

test("of victims the private one comes first, then the oldest", () => {
  const { value } = run(function* () {
    const pool = new Pool<string | null>();
    for (const put of ["private", "a", "b"]) yield* pool.put(put);
    yield* runtimeGC();
    yield* pool.put("new");
    return [yield* pool.get(), yield* pool.get(), yield* pool.get(), yield* pool.get()];
  });
  expect(value).toEqual(["new", "private", "a", "b"]);
});

test("nil is not put", () => {
  const { value } = run(function* () {
    const pool = new Pool<number | null>(() => 1);
    yield* pool.put(null);
    return yield* pool.get();
  });
  expect(value).toBe(1);
});

test("collections concern every pool of the program, and no other program's", () => {
  const { value } = run(function* () {
    const pools = [new Pool<number | null>(), new Pool<number | null>()];
    for (const pool of pools) yield* pool.put(1);
    run(function* () {
      for (let i = 0; i < 2; i++) yield* runtimeGC();
    });
    yield* runtimeGC();
    const [first, second] = pools;
    const got = yield* first!.get();
    yield* runtimeGC();
    return [got, yield* second!.get()];
  });
  expect(value).toEqual([1, null]);
});

test("no value is given twice, and using what was given does not race with its use before", () => {
  everywhere(
    function* () {
      const pool = new Pool(() => shared(0, "buffer"));
      const done = makeChan(pointer<Set<Shared<number>>>());
      for (let i = 0; i < 3; i++) {
        go(function* () {
          const mine = new Set<Shared<number>>();
          for (let j = 0; j < 3; j++) {
            const buffer = yield* pool.get();
            const before = yield* buffer.get();
            yield* buffer.set(before + 1);
            mine.add(buffer);
            yield* pool.put(buffer);
          }
          yield* done.send(mine);
        });
      }
      const all = new Set<Shared<number>>();
      for (let i = 0; i < 3; i++) for (const one of (yield* done.recv())!) all.add(one);
      let uses = 0;
      for (const one of all) uses += yield* one.get();
      return uses;
    },
    (value) => {
      expect(value).toBe(9);
    },
  );
});
