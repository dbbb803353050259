import { UsageError } from "#lab/problem/usage-error.ts";

/** The same inputs for everybody, in every run: what differs is the code and the machine. */
export const seed = 20_240_229;

/** Refuses a problem without a size to measure over. */
export function requireWorkloads(workloads: Readonly<Record<string, unknown>>): void {
  if (Object.keys(workloads).length === 0)
    throw new UsageError("this problem has no inputs that grow, so there is nothing to measure");
}

/** The workload meant by its name, or by a part that only one has. */
export function workloadIn(workloads: Readonly<Record<string, unknown>>, name: string): string {
  const names = Object.keys(workloads);
  const fitting = names.filter((known) => known.includes(name));
  const found = names.includes(name) ? name : fitting.length === 1 ? fitting[0] : undefined;
  if (found !== undefined) return found;
  throw new UsageError(
    `there is no workload "${name}"; the workloads are ${names.map((known) => `"${known}"`).join(", ")}`,
  );
}

/** Inputs are plain data; a general clone would take longer than many a call. */
export function copied<T>(data: T): T {
  if (!Array.isArray(data)) return data;
  const copy = data.slice() as unknown[];
  if (typeof copy[0] === "object" || copy.some((part) => typeof part === "object"))
    for (let i = 0; i < copy.length; i++) copy[i] = copied(copy[i]);
  return copy as T;
}
