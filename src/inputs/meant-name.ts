import { INPUTS, type InputName } from './input-names.ts'

/** The input that somebody meant by a name that is none, and how to write it. */
type MeantName = { readonly input: InputName; readonly fix: string }

/** What other actions call what an input of ours is for. */
const BROUGHT: Readonly<Record<string, InputName>> = {
  dockerfile: 'dockerfile-path',
  image: 'image-ref',
  path: 'code',
  source: 'code',
  dir: 'code',
  directory: 'code',
  context: 'code',
  environment: 'env',
  'env-vars': 'env',
  env_vars: 'env',
  secrets: 'env',
  org: 'app',
  service: 'app',
  timeout: 'timeout-minutes',
  payload: 'test-payload'
}

/** Where more than another name is to be written. */
const WRITTEN: Readonly<Record<string, string>> = {
  org: 'Write it in `app`, as `app: ORGANIZATION:NAME`.',
  secrets: 'Write each on a line of `env`, as KEY=VALUE with the secret for its value.',
  timeout: 'Write `timeout-minutes`, a number of minutes.'
}

/** Undefined where the name is like none of ours. */
export function meantBy(name: string): MeantName | undefined {
  const brought = Object.hasOwn(BROUGHT, name) ? BROUGHT[name] : undefined
  if (brought) return { input: brought, fix: WRITTEN[name] ?? `Write \`${brought}\` in place of it.` }
  const near = nearest(name, [...INPUTS, ...Object.keys(BROUGHT)])
  const input = INPUTS.find((each) => each === near) ?? BROUGHT[near ?? '']
  return input && { input, fix: `Did you mean \`${input}\`?` }
}

/** The nearest of the names, where it is near. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((each) => ({ each, far: distance(name, each) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(1, Math.floor(name.length / 3)) ? best.each : undefined
}

/** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const isSwapped = i > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY
      const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(changed, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
