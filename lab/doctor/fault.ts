/** Something an entry lacks or has wrong, and the file to open. */
export interface Fault {
  /** An absolute path. */
  readonly file: string;
  readonly line?: number;
  /** One sentence without a full stop. */
  readonly what: string;
}
