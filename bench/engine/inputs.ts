import { UsageError } from "#lab/problem/usage-error.ts";

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
