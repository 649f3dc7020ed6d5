/**
 * What ignore files say of a path. `kept`: the last pattern that matches it is an exception. `named`: the same, and the
 * exception names it. A pattern that ends in nothing but wildcards (`!src/**`) names nothing: who writes it thinks of the
 * sources, not of the `.env` among them.
 */
export type Ruling = 'none' | 'ignored' | 'kept' | 'named'

/** True where the last part of a pattern says more than "anything". */
export function namesSomething(pattern: string): boolean {
  const parts = pattern.split('/').filter((part) => part !== '')
  return /[^*?]/.test(parts.at(-1) ?? '')
}
