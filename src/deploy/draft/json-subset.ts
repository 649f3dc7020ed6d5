import type { Json } from '../../model/values/json.ts'

/** Where a value differs from what was expected of it. */
type Difference = { readonly path: string; readonly expected: string; readonly got: string }

/**
 * Compares an output with a subset of it: an object may have more names than expected, a list has the same length, all
 * else is equal. Gives every difference, at most 20.
 */
export function differences(expected: Json, got: Json | undefined, path = '$'): readonly Difference[] {
  return compare(expected, got, path).slice(0, 20)
}

function compare(expected: Json, got: Json | undefined, path: string): readonly Difference[] {
  if (isList(expected)) {
    if (!isList(got)) return [{ path, expected: shownJson(expected), got: shownJson(got) }]
    if (got.length !== expected.length) {
      return [{ path, expected: `${expected.length} items`, got: `${got.length} items` }]
    }
    return expected.flatMap((each, index) => compare(each, got[index], `${path}[${index}]`))
  }
  if (isObject(expected)) {
    if (!isObject(got)) return [{ path, expected: shownJson(expected), got: shownJson(got) }]
    return Object.entries(expected).flatMap(([name, each]) =>
      compare(each, Object.hasOwn(got, name) ? got[name] : undefined, `${path}${step(name)}`)
    )
  }
  return expected === got ? [] : [{ path, expected: shownJson(expected), got: shownJson(got) }]
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function step(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
}

function shownJson(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
