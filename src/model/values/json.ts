export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Neither null, nor a list, nor bytes. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}
