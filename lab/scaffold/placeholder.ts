/** Marks what the author still has to write; `lab doctor` names each. */
export const placeholder = "TODO";
