/** The words a problem is written in. */
export * from "./compare.ts";
export * from "./design.ts";
export * from "./graph.ts";
export * from "./growth.ts";
export * from "./list.ts";
export * from "./node.ts";
export * from "./notation.ts";
export { ended, type Observed, observedShapes } from "./observation.ts";
export * from "./plain.ts";
export * from "./problem.ts";
export * from "./random-list.ts";
export * from "./random.ts";
export * from "./schedules.ts";
export * from "./shape.ts";
export * from "./solutions.ts";
export * from "./tree.ts";
