import type { Evidence } from './evidence.ts'
import type { ChaosPlan, Moment } from './plan.ts'

/** `#12 code, tier; PublishDraft 1 drop-after; SIGTERM at SaveDraft 1 + 40 ms; job failure → published/ok, post 0 (2.3 s)` */
export function describeRun({ plan, main, post }: Evidence): string {
  const { status = 'no status', reason_code: reason = `exit ${main.exitCode}` } = main.outputs
  const seconds = ((post.endedAtMs - main.startedAtMs) / 1000).toFixed(1)
  return `#${plan.index} ${describePlan(plan)} → ${status}/${reason}, post ${post.exitCode} (${seconds} s)`
}

function describePlan(plan: ChaosPlan): string {
  const { platform, network, rival, twin, interruption } = plan
  const asked = Object.keys(plan.inputs).filter((name) => name !== 'code' && name !== 'timeout-minutes')
  const parts = [
    [`${plan.source} onto ${plan.versionsBefore}`, ...asked].join(', '),
    ...(platform.variants.length > 0 ? [platform.variants.join(', ')] : []),
    ...(platform.tokenTtlSeconds < 300 ? [`tokens of ${platform.tokenTtlSeconds} s`] : []),
    ...plan.faults.map(
      ({ method, call, fault }) => `${method.split('/')[1]} ${call} ${JSON.stringify(Object.values(fault))}`
    ),
    ...(network.delayMs > 0 ? [`${network.delayMs} ms away`] : []),
    ...network.cutsAt.map((at) => `cut ${shown(at)}`),
    ...(network.goneForPost ? ['gone for post'] : []),
    ...(rival ? [`rival: ${rival.does}${rival.savesOurCode ? ' (our code)' : ''} ${shown(rival.at)}`] : []),
    ...(twin ? [`twin ${shown(twin.at)}`] : []),
    ...(interruption ? [`${interruption.how} ${shown(interruption.at)}`] : []),
    `job ${plan.jobEnds}`
  ]
  return parts.join('; ')
}

function shown(at: Moment | undefined): string {
  return at === undefined ? 'after main' : `at ${at.method} ${at.call} + ${at.plusMs} ms`
}
