/** Something the person can put right: one sentence with the offending value and what to do. Ends a command with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
