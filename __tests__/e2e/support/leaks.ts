import type { StageResult } from '../../../runner/stage.ts'
import type { Seen } from './observing.ts'

/** A token that the endpoint minted and that nothing of the test has seen. */
const ANY_JWT = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}/

/**
 * Where a stage shows one of the secrets, in any form that decodes easily. What the action tells the runner to hide is
 * left out of the raw output. Empty is what is hoped for.
 */
export function leaks(stage: StageResult, seen: Seen, secrets: readonly string[]): readonly string[] {
  const places = {
    output: stage.raw.replace(/^::add-mask::.*$/gm, ''),
    annotations: JSON.stringify(stage.annotations),
    outputs: JSON.stringify(stage.outputs) + seen.output,
    state: JSON.stringify(stage.state) + seen.state,
    summary: seen.summary,
    environment: seen.environment
  }
  const forms = secrets.flatMap(formsOf)
  return Object.entries(places).flatMap(([place, text]) => {
    const found = forms.filter((form) => text.includes(form)).map((form) => `${form} in ${place}`)
    return ANY_JWT.test(text) ? [...found, `a JWT in ${place}`] : found
  })
}

/** As it is, in a URL, and as base64 at each of the three places of a group, without what its neighbours change. */
function formsOf(secret: string): readonly string[] {
  const shifted = [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.from(`${'x'.repeat(shift)}${secret}`)
    return [bytes.toString('base64'), bytes.toString('base64url')].map((text) => text.slice(shift === 0 ? 0 : 4, -4))
  })
  return [...new Set([secret, encodeURIComponent(secret), ...shifted])]
}
