import { Console } from "node:console";
import { Writable } from "node:stream";

const limit = 4000;

/** Collects what a subject prints during one call, and cuts a flood short. */
export class Printed {
  private text = "";
  private cut = false;
  muted = false;

  /** What has been printed since the last time. */
  take(): string {
    const text = this.cut ? `${this.text}\n… cut after ${limit} characters` : this.text;
    this.text = "";
    this.cut = false;
    return text;
  }

  write(chunk: unknown): true {
    if (!this.cut && !this.muted) this.text += String(chunk);
    if (this.text.length > limit) {
      this.text = this.text.slice(0, limit);
      this.cut = true;
    }
    return true;
  }

  /** A console that prints here. Once the text is cut, or while nobody listens, printing costs nothing. */
  console(): Console {
    const stream = new Writable();
    stream.write = (chunk: unknown) => this.write(chunk);
    const console = new Console({ stdout: stream, stderr: stream, colorMode: false });
    for (const [name, method] of Object.entries(console) as [keyof Console, unknown][]) {
      if (typeof method !== "function") continue;
      const print = (...args: unknown[]): unknown =>
        this.cut || this.muted ? undefined : Reflect.apply(method, console, args);
      Object.assign(console, { [name]: print });
    }
    return console;
  }
}
