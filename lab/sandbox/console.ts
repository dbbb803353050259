import { Console } from "node:console";
import { Writable } from "node:stream";

const limit = 4000;

/** Collects what a subject prints during one call, and cuts a flood short. */
export class Printed {
  private text = "";
  private cut = false;

  /** What has been printed since the last time. */
  take(): string {
    const text = this.cut ? `${this.text}\n… cut after ${limit} characters` : this.text;
    this.text = "";
    this.cut = false;
    return text;
  }

  write(chunk: unknown): true {
    if (!this.cut) this.text += String(chunk);
    if (this.text.length > limit) {
      this.text = this.text.slice(0, limit);
      this.cut = true;
    }
    return true;
  }

  /** A console that prints here. */
  console(): Console {
    const stream = new Writable();
    stream.write = (chunk: unknown) => this.write(chunk);
    return new Console({ stdout: stream, stderr: stream, colorMode: false });
  }
}
