import type { Claim, RunEvidence } from './evidence-of-run.ts'

/** What the texts of the story claim. The one place that knows how they are worded. */

export function saidActive(text: string): readonly string[] {
  return all(text, /[Vv]ersion (\d+)(?: of [^\s,:]+|, published by another run,)? (?:is|stays) active(?! again)/g)
}

export function saysNothingPublished(text: string): boolean {
  return /Nothing was published|Not published|No version was published|no version was published/.test(text)
}

/** That the answer to a publish was lost. */
export function saysLost(text: string): boolean {
  return /answer to publishing .*was lost|after its answer was lost/.test(text)
}

/** That a publish was sent, and nobody knows what came of it. */
export function saysUnknown(text: string): boolean {
  return /not known whether|answer to publishing .*was lost|was sent|not answered|may have been published/.test(text)
}

export function saidPutBack(text: string): readonly string[] {
  return names(/^Put back: (.+)\.$/.exec(text)?.[1] ?? /were put back: (.+)\.$/.exec(text)?.[1])
}

/** What is said to still have what this run made of it. */
export function saidKept(text: string): readonly string[] {
  return names(
    /did not take back what this run changed: (.+)\.$/.exec(text)?.[1] ??
      /were not put back \((.+?\)?)\):/.exec(text)?.[1]
  )
}

export function saidRolledBack(text: string): readonly string[] {
  return all(text, /Rolled back: version (\d+)/g)
}

export function saidNotRolledBack(text: string): readonly string[] {
  return all(text, /Version (\d+) of \S+ was not made active again/g)
}

/** That another run made this version active. */
export function saidOthers(text: string): readonly string[] {
  return all(text, /Version (\d+), which another run made active/g)
}

export function saysFirst(text: string): boolean {
  return text.includes('there is none to roll back to')
}

/** All that the run has said, for what only has to be mentioned. */
export function allSaid({ claims }: RunEvidence): string {
  return claims.map(({ text }) => text).join('\n')
}

/** How a text names a live setting of the model. */
export function labelOf(key: string): string {
  return LABELS[key] ?? key.replace(/^env\./, '')
}

export function claimsWith({ claims }: RunEvidence, says: (text: string) => boolean): readonly Claim[] {
  return claims.filter(({ text }) => says(text))
}

const LABELS: Readonly<Record<string, string>> = {
  allowUnauthenticated: 'allow-unauthenticated',
  healthPath: 'health-path',
  inputSchema: 'input-schema',
  outputSchema: 'output-schema'
}

/** `env (A, B), tier and ports`. */
function names(list: string | undefined): string[] {
  if (list === undefined) return []
  const [, inside] = /env \(([^)]*)\)/.exec(list) ?? []
  const rest = variables(list.replace(/env \([^)]*\)/, '')).map((name) => name.replace(/^env\./, ''))
  const keys = rest.map((label) => Object.keys(LABELS).find((key) => LABELS[key] === label) ?? label)
  return [...variables(inside), ...keys]
}

function variables(list: string | undefined): string[] {
  return (list ?? '')
    .split(/, | and /)
    .map((name) => name.trim().replace(/^and /, ''))
    .filter((name) => name !== '')
    .map((name) => `env.${name}`)
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, number = '']) => number)
}
