import { spawn } from "node:child_process";
import { basename } from "node:path";

/** The learner's editor, as the environment names it. */
export interface Editor {
  /** Of its program, without folder and ending: "code", "vim". */
  readonly name: string;
  /** It runs in the terminal, which is its own until it ends. */
  readonly isTerminal: boolean;
  /** The program and the arguments that were given with it. */
  readonly command: readonly string[];
}

export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line?: number;
}

/** What npm sets $EDITOR to for all it runs, npx included, where nobody else has. */
const npmDefaults = ["vi", "notepad.exe"];

/** $VISUAL, $EDITOR, or `code` in a terminal of VS Code; undefined where nothing tells. */
export function editor(env: NodeJS.ProcessEnv = process.env): Editor | undefined {
  const isVsCode = env.TERM_PROGRAM === "vscode" || env.CODESPACES === "true";
  const isNpms =
    env.npm_execpath !== undefined && npmDefaults.some((each) => env.EDITOR?.endsWith(each) === true);
  const named = [env.VISUAL, isNpms ? "" : env.EDITOR, isVsCode ? "code" : ""];
  const [said = ""] = named.filter((each) => each?.trim());
  const command = [...said.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare!,
  );
  if (command[0] === undefined) return undefined;
  const name = basename(command[0].replaceAll("\\", "/")).replace(/\.(exe|cmd|bat)$/i, "");
  const isClient = name === "emacsclient" && command.some((word) => /^(-t|-nw|--tty)$/.test(word));
  return { name, isTerminal: isClient || inTerminal.includes(name), command };
}

/**
 * Opens files in the learner's editor. Waits for one in the terminal to end, for one with windows only until it has
 * started. False, and why on the screen, when it cannot be started; false where there is no editor.
 */
export async function openInEditor(
  places: readonly Place[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const chosen = editor(env);
  if (!chosen) return false;
  const { isTerminal, command } = chosen;
  const [program, ...given] = command;
  const started = spawn(program!, [...given, ...jumpsTo(places, chosen)], {
    env,
    detached: !isTerminal,
    stdio: isTerminal ? "inherit" : "ignore",
  });
  return new Promise((resolve) => {
    started.once("error", ({ code = "" }: NodeJS.ErrnoException) => {
      console.error(`The editor ${program!} cannot be started (${code}); set $VISUAL to one that can.`);
      resolve(false);
    });
    started.once(isTerminal ? "exit" : "spawn", () => {
      if (!isTerminal) started.unref();
      resolve(true);
    });
  });
}

const inTerminal = "vi vim nvim view nano pico emacs mg hx helix micro kak joe jed ne".split(" ");

/** How editors are told a line, by the names of their programs. */
const withPlus = "vi vim nvim view gvim mvim nano pico emacs emacsclient mg micro kak joe jed ne gedit".split(
  " ",
);
const withGoto = "code code-insiders codium vscodium cursor windsurf positron".split(" ");
const withColon = "subl sublime_text zed zeditor hx helix".split(" ");
const withLine = (
  "idea webstorm phpstorm pycharm goland clion rider rubymine rustrover studio mate kate" +
  " idea64 webstorm64 phpstorm64 pycharm64 goland64 clion64 rider64 rubymine64 rustrover64"
).split(" ");

/** The files as arguments; the top of the file where nobody knows how an editor is told a line. */
function jumpsTo(places: readonly Place[], { name }: Editor): string[] {
  const joined = places.map(({ path, line }) => (line === undefined ? path : `${path}:${line}`));
  if (withGoto.includes(name)) return ["--goto", ...joined];
  if (withColon.includes(name)) return joined;
  const before = (line: number): string[] =>
    withPlus.includes(name) ? [`+${line}`] : withLine.includes(name) ? ["--line", String(line)] : [];
  // Vim takes every such argument for the first file.
  return places.flatMap(({ path, line }, i) =>
    line === undefined || i > 0 ? [path] : [...before(line), path],
  );
}
