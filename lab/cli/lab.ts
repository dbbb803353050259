#!/usr/bin/env node
import { enableCompileCache } from "node:module";

enableCompileCache();
const { runLab } = await import("./commands.ts");
process.exitCode = await runLab(process.argv.slice(2));
