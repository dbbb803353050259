/** The entry points a stub declares, written as the catalogue writes them. */
export function signatureOf(stub: string): string {
  const withoutComments = stub.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, "");
  const withoutBodies = withoutComments
    .replaceAll(/\{\s*throw new Error\("not implemented"\);\s*\}/g, ";")
    .replaceAll(/(constructor\([^)]*\)) \{\s*\}/g, "$1;")
    .replaceAll(/\bexport /g, "");
  return plainSignature(withoutBodies);
}

/** One way of writing it, whatever the spaces, semicolons and the form of array types. */
export function plainSignature(signature: string): string {
  return signature
    .replaceAll(/Array<([^<>]*)>/g, "($1)[]")
    .replaceAll(/,(\s*\))/g, "$1")
    .replaceAll(/[\s;]+/g, " ")
    .replaceAll(/\( /g, "(")
    .replaceAll(/ \)/g, ")")
    .trim();
}

/** The stub that declares a signature: its bodies throw. Undefined where it is neither functions nor a class. */
export function stubFrom(signature: string): string | undefined {
  const plain = signature.replaceAll(/Array<([^<>]*)>/g, "($1)[]");
  const [, className, body] = /^class (\w+) \{ (.*) \}$/.exec(plain) ?? [];
  if (className !== undefined && body !== undefined) {
    const members = body.split(/;\s*/).filter((member) => member !== "");
    const withBodies = members.map((member) =>
      member.startsWith("constructor") ? `  ${member} {}` : `  ${member} {\n    ${notImplemented}\n  }`,
    );
    return `export class ${className} {\n${withBodies.join("\n\n")}\n}\n`;
  }
  const functions = plain.split(/;\s*/);
  if (!functions.every((each) => each.startsWith("function "))) return undefined;
  return functions.map((each) => `export ${each} {\n  ${notImplemented}\n}\n`).join("\n");
}

const notImplemented = 'throw new Error("not implemented");';
