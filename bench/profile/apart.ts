import type { Module } from "#lab/problem/problem.ts";

type Callable = (...args: unknown[]) => unknown;

/**
 * The same entry points, which V8 does not inline into their callers: what an inlined function allocates, an allocation profile
 * puts down to its caller, and that is the lab. Within the solution everything stays as it is, since only there inlining is the
 * truth. A call by way of a proxy is never inlined.
 */
export function apart(module: Module): Module {
  const entries = Object.entries(module) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "function" ? entry(value as Callable) : value]),
  );
}

function entry(given: Callable): Callable {
  const closed = new Proxy(given, {});
  return new Proxy(given, {
    apply: (_, self, args) => Reflect.apply(closed, self, args),
    construct: (_, args) => methodsApart(Reflect.construct(closed, args) as object),
  });
}

/** The methods are called on the instance itself: private fields are not to be had through a proxy. */
function methodsApart(instance: object): object {
  const methods = new Map<PropertyKey, Callable>();
  return new Proxy(instance, {
    get: (_, key) => {
      const value = Reflect.get(instance, key, instance) as unknown;
      if (typeof value !== "function") return value;
      let method = methods.get(key);
      if (!method) methods.set(key, (method = new Proxy((value as Callable).bind(instance), {})));
      return method;
    },
  });
}
