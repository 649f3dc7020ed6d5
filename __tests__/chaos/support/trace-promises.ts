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
const ONCE: readonly string[] = ['CreateApp', 'CompileDraft', 'TestDraft', 'CreateBuild', 'UpdateAppConfig']

/** What leaves the same state when it is sent again, and how often a stage may send it. Publishing is promise 1's. */
const AGAIN: Readonly<Record<string, number>> = { SaveDraft: 2, RollbackApp: 3, CancelBuild: 2 }

/** Promise 10: only what is harmless is sent again. */
export function onlyHarmlessRetries({ calls }: Evidence): readonly string[] {
  const groups = Object.values(
    Object.groupBy(
      calls.filter(({ by }) => by !== 'other'),
      sameCall
    )
  )
  return groups.flatMap((same = []) => {
    const [{ method, by }] = same as [Call, ...Call[]]
    const most = ONCE.includes(method) ? 1 : (AGAIN[method] ?? Number.POSITIVE_INFINITY)
    const refused = same.filter(({ outcome }) => outcome === 'UNAUTHENTICATED').length
    return same.length > most + refused ? [`${by} sent the same ${method} ${same.length} times.`] : []
  })
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
