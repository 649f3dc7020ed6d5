/** Whether a variable can have that name. One that it cannot have may be a part of a secret that was cut in two. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
}
