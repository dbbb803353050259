/** A fault of the lab's own, never of the solution being judged. */
export class LabError extends Error {
  override readonly name = "LabError";
}
