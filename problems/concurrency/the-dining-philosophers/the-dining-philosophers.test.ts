import { testProblem } from "#lab/suite/test-problem.ts";
import approaches from "./approaches.ts";
import mistakes from "./mistakes.ts";
import problem from "./problem.ts";

testProblem({ folder: import.meta.dirname, problem, approaches, mistakes });
