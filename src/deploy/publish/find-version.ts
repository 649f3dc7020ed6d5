import { clause, DeployError, ExpectedError, isBearable } from '../../model/errors.ts'
import type { PublishedRun, PublishingRun } from '../../model/open-run.ts'
import { contradicts, type Version } from '../../model/platform-state.ts'
import type { Platform } from '../../model/ports/platform-port.ts'
import type { Clock } from '../../model/ports/ports.ts'
import { concurrency, shownDraft, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'
import { poll } from '../poll.ts'

/** Between two looks at the versions. */
export const PAUSES = { first: 1_000, most: 8_000 }

type SettleTools = {
  readonly platform: Platform
  readonly clock: Clock
  /** How long to look, in milliseconds; 0 is one look. */
  readonly ms: number
}

/** What the versions say of a publish. `foreign`: only another run's version appeared, and that says nothing of ours. */
export type VersionLook =
  | { readonly kind: 'own'; readonly published: PublishedRun }
  | { readonly kind: 'none' }
  | { readonly kind: 'foreign'; readonly version: Version }
  | { readonly kind: 'unreadable'; readonly error: ExpectedError }

/** Reads the versions until the run's own is among them, or the time is over. Throws the stop's reason. */
export async function findPublished(open: PublishingRun, { platform, clock, ms }: SettleTools): Promise<VersionLook> {
  let last: VersionLook = { kind: 'none' }
  const look = async () => {
    last = lookAt(open, await readable(platform.readVersions(open.app)))
    return last.kind === 'own' ? last : undefined
  }
  return (await poll(look, { clock, pauses: PAUSES, ms })) ?? last
}

function lookAt(open: PublishingRun, versions: readonly Version[] | ExpectedError): VersionLook {
  if (versions instanceof ExpectedError) return { kind: 'unreadable', error: versions }
  const own = ownVersion(open, versions)
  if (own !== undefined) return { kind: 'own', published: publishedRun(open, own, versions) }
  const version = added(open, versions)[0]
  return version ? { kind: 'foreign', version } : { kind: 'none' }
}

/** The version that was found; undefined where there is none. Throws `publish_unknown` where that cannot be known. */
export function ownIn(look: VersionLook, open: PublishingRun): PublishedRun | undefined {
  switch (look.kind) {
    case 'own':
      return look.published
    case 'none':
      return undefined
    case 'foreign':
      throw onlyForeign(open, look.version)
    case 'unreadable':
      throw unreadable(open, look.error)
  }
}

/** The version among the new ones that holds our draft. */
function ownVersion(open: PublishingRun, versions: readonly Version[]): number | undefined {
  const own = added(open, versions).filter((version) => !contradicts(version, open.fingerprint))
  return own.length > 0 ? Math.min(...own.map((version) => version.number)) : undefined
}

function added({ highestVersion }: PublishingRun, versions: readonly Version[]): readonly Version[] {
  return versions.filter((version) => version.number > highestVersion)
}

/**
 * A rollback undoes this run and nothing else, so it goes back to what was active right before: what another run
 * published since the versions were read, else what was active then.
 */
export function publishedRun(open: PublishingRun, own: number, versions: readonly Version[]): PublishedRun {
  const made = versions.find((version) => version.number === own)
  const before = added(open, versions).filter((version) => version.number !== own && isBefore(version, own, made))
  const last = before.toSorted((a, b) => a.createdAtMs - b.createdAtMs || a.number - b.number).at(-1)
  return {
    ...open,
    phase: 'published',
    publishedVersion: own,
    previousVersion: last?.number ?? open.previousVersion
  }
}

/** By the platform's own times, where it gives them: a number may be taken before its version is made. */
function isBefore(other: Version, own: number, made: Version | undefined): boolean {
  if (made && made.createdAtMs > 0 && other.createdAtMs > 0) return other.createdAtMs < made.createdAtMs
  return other.number < own
}

/** What the platform, or the token endpoint, said instead. Throws the stop's reason. */
export async function readable<T>(reading: Promise<T>): Promise<T | ExpectedError> {
  try {
    return await reading
  } catch (error) {
    if (isBearable(error)) return error
    throw error
  }
}

/** The versions cannot be read. */
export function unreadable(open: PublishingRun, error: ExpectedError, what?: string): DeployError {
  return unknown(open, `the versions cannot be read: ${clause(error)}`, what)
}

/** It may be live. `why` goes on after what happened. */
export function unknown({ app, highestVersion }: PublishingRun, why: string, what?: string): DeployError {
  const happened = what ?? `The answer to publishing ${app.name} was lost`
  return new DeployError('publish_unknown', `${happened}, and ${why}.`, {
    hint: `Look at the app’s versions before you deploy again: version ${highestVersion + 1} would be this run’s.`
  })
}

function onlyForeign(open: PublishingRun, other: Version): DeployError {
  return new DeployError(
    'publish_unknown',
    `It is not known whether the draft was published: version ${other.number}, which appeared since, holds other code ` +
      `(${other.codeHash}) than this run’s draft (${shownDraft(open.fingerprint)}).`,
    {
      hint: `Another run published meanwhile. Look at the app’s versions to see which code is active. ${WAIT_FOR_EACH_OTHER}`,
      snippet: concurrency(open.app)
    }
  )
}
