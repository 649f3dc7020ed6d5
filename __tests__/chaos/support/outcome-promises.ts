import type { Evidence } from './evidence.ts'
import { activeBefore, activeIn, replay } from './history.ts'
import { isGreen } from './publish-promises.ts'
import { settingsMoments } from './settings-history.ts'
import { leftChanged } from './settings-promises.ts'

/** An outcome is claimed only after it was read: where it cannot be known, the output is empty. */
export function outcomeIsTrue(evidence: Evidence): readonly string[] {
  return [...changedIsTrue(evidence), ...activeIsTrue(evidence), ...previousIsTrue(evidence)]
}

function changedIsTrue(evidence: Evidence): readonly string[] {
  const { calls, main } = evidence
  const ofMain = calls.filter(({ by }) => by !== 'post')
  const made = replay(ofMain).versions.filter(({ by }) => by === 'main')
  const left = leftChanged(evidence, settingsMoments({ ...evidence, calls: ofMain }))
  if (main.outputs['changed'] === 'false' && made.length > 0) {
    return [`The output changed is false, and version ${made[0]?.number} was made.`]
  }
  if (main.outputs['changed'] === 'false' && left.length > 0) {
    return [`The output changed is false, and ${left.join(' and ')} was changed.`]
  }
  const isAdopted = main.outputs['published_version'] !== undefined && main.outputs['published_version'] !== ''
  const isChanged =
    made.length > 0 ||
    isAdopted ||
    ofMain.some(({ by, method, answer }) => {
      return by === 'main' && answer && ['UpdateAppConfig', 'CreateApp'].includes(method)
    })
  return main.outputs['changed'] === 'true' && !isChanged ? ['The output changed is true, and nothing was.'] : []
}

/** The platform said so to main, which published nothing since. What was said last may have come too late for main. */
function activeIsTrue({ calls, main }: Evidence): readonly string[] {
  const said = main.outputs['active_version']
  // Green is promise 5's.
  if (!said || isGreen(main)) return []
  const told = calls.findLastIndex((call) => {
    return call.method === 'GetApp' && call.by === 'main' && call.answer && activeIn(call) === Number(said)
  })
  if (told === -1) return [`The output active_version is ${said}, which the platform never said.`]
  const published = calls.slice(told).find(({ method, by, answer }) => {
    return method === 'PublishDraft' && by === 'main' && answer
  })
  const version = published?.answer?.['published_version']
  return published ? [`The output active_version is ${said}, and version ${version} was published after that.`] : []
}

/** What was active right before the version that the run made. */
function previousIsTrue({ calls, main }: Evidence): readonly string[] {
  const history = replay(calls)
  const published = history.versions.find(({ number }) => number === Number(main.outputs['published_version']))
  if (published?.by !== 'main') return []
  const before = activeBefore(published.number, history)
  if (main.outputs['previous_version'] === '' && !isGreen(main)) return []
  const said = Number(main.outputs['previous_version'] || 0)
  return said === before
    ? []
    : [`The output previous_version is ${said}, but ${before} was active right before version ${published.number}.`]
}
