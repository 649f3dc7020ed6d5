import type { Call, Evidence } from './evidence.ts'

/** Promise 6: no text of the platform became a command. */
export function nothingSmuggled({ smuggled }: Evidence): readonly string[] {
  return smuggled.map((text) => `Not a command of ours: ${text}`)
}

/** Promise 7: no secret in the log, the annotations, the summary, the outputs, state, GITHUB_ENV or an archive. */
export function noSecretShown({ leaks }: Evidence): readonly string[] {
  return leaks
}

/** What repeating would do twice: sent once by a stage, and once more for each time that the token was refused. */
const ONCE: readonly string[] = ['CompileDraft', 'TestDraft', 'CreateBuild']

/**
 * What leaves the same state when it is sent again, and how often a stage may send it. Publishing is promise 1's; a change
 * of settings is made three times where another run undoes it.
 */
const AGAIN: Readonly<Record<string, number>> = {
  SaveDraft: 2,
  CreateApp: 2,
  RollbackApp: 2,
  CancelBuild: 2,
  UpdateAppConfig: 6
}

/** What is looked for before such a call is sent again. */
const LOOKS: Readonly<Record<string, string>> = {
  CreateApp: 'GetApp',
  RollbackApp: 'GetApp',
  UpdateAppConfig: 'GetApp',
  CancelBuild: 'GetBuild'
}

/** Promise 10: only what is harmless is sent again, and only after a look. */
export function onlyHarmlessRetries({ calls }: Evidence): readonly string[] {
  const ours = calls.filter(({ by }) => by !== 'other')
  return Object.values(Object.groupBy(ours, sameCall)).flatMap((same = []) => {
    const [{ method, by }] = same as [Call, ...Call[]]
    const most = ONCE.includes(method) ? 1 : (AGAIN[method] ?? Number.POSITIVE_INFINITY)
    const accepted = same.filter(({ outcome }) => outcome !== 'UNAUTHENTICATED')
    if (accepted.length > most) return [`${by} sent the same ${method} ${same.length} times.`]
    const blind = accepted.slice(1).filter((again, index) => !hasLooked(ours, accepted[index] as Call, again))
    return blind.map(() => `${by} sent ${method} again without a look at what the first had done.`)
  })
}

function hasLooked(ours: readonly Call[], first: Call, again: Call): boolean {
  const look = LOOKS[first.method]
  return (
    look === undefined ||
    ours.some(({ method, arrivedAtMs }) => {
      return method === look && arrivedAtMs >= first.arrivedAtMs && arrivedAtMs <= again.arrivedAtMs
    })
  )
}

function sameCall({ by, method, request }: Call): string {
  return `${by} ${method} ${JSON.stringify(request)}`
}

/** Promise 8, across runs: the same tree has the same digest. */
export function sameTreeSameDigest(runs: readonly Evidence[]): readonly string[] {
  const packed = runs.filter(({ digest }) => digest !== undefined)
  const trees = Object.entries(Object.groupBy(packed, ({ plan }) => plan.inputs['code'] ?? ''))
  return trees.flatMap(([tree, of = []]) => {
    const digests = new Set(of.map(({ digest }) => digest))
    return digests.size > 1 ? [`${tree} was packed as ${[...digests].join(' and as ')}.`] : []
  })
}
