import { readSync, writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

/** A message between the lab and a child: its length in four bytes, then the value as V8 writes it. */
export function frame(message: unknown): Buffer {
  const body = serialize(message);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Puts a stream's chunks together and hands on each whole message. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private length = 0;
  private readonly handle: (message: unknown) => void;

  constructor(handle: (message: unknown) => void) {
    this.handle = handle;
  }

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    for (;;) {
      if (this.length < 4) return;
      const joined = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
      const end = 4 + joined.readUInt32LE(0);
      this.chunks = [joined];
      if (joined.length < end) return;
      this.chunks = [joined.subarray(end)];
      this.length = joined.length - end;
      this.handle(deserialize(joined.subarray(4, end)));
    }
  }
}

/** Waits for the next message; undefined when the other end has closed. Nothing else runs meanwhile. */
export function readFrame(fd: number): unknown {
  const head = readExactly(fd, 4);
  const body = head && readExactly(fd, head.readUInt32LE(0));
  return body && deserialize(body);
}

export function writeFrame(fd: number, message: unknown): void {
  const bytes = frame(message);
  for (let sent = 0; sent < bytes.length;)
    sent += retried(() => writeSync(fd, bytes, sent, bytes.length - sent));
}

function readExactly(fd: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  for (let got = 0; got < length;) {
    const more = retried(() => readSync(fd, bytes, got, length - got, null));
    if (more === 0) return undefined;
    got += more;
  }
  return bytes;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** A pipe may be non-blocking, depending on the platform. */
function retried(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}
