import { DeployError } from '../../model/errors.ts'
import type { App } from '../../model/plan.ts'
import { hostLabel, LONGEST_LABEL } from '../../model/values/host-label.ts'

/** Throws where the app of a preview could not be called: its name is made, and longer than the app's own. */
export function checkHostName(app: App): void {
  const label = hostLabel(app)
  if (label.length <= LONGEST_LABEL) return
  const words = `The preview’s host would be ${label}, which has ${label.length} characters; DNS takes ${LONGEST_LABEL}.`
  throw new DeployError('bad_input', words, { hint: 'Write a shorter `preview-name`, for example `pr-{number}-x`.' })
}
