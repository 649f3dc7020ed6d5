import { DockerRules } from './docker-rules.ts'
import { type Exclusion, stricter } from './exclusions.ts'
import { IgniteRules } from './ignite-rules.ts'
import type { IgnoreMatch } from './ignore-file.ts'

/** What decides about the entries of one directory, besides their names. */
export type Rules = {
  readonly ignite: IgniteRules
  readonly docker: DockerRules
  /** In a directory that is left out by its name, and entered because an exception names something below it. */
  readonly leftOut?: { readonly as: Exclusion; readonly but: DockerRules }
}

type Decision = {
  readonly exclusion: Exclusion
  /** True where an ignore file leaves it out. */
  readonly isIgnored: boolean
  /** For what lies below, where it is a directory and worth a look. */
  readonly below: Rules | undefined
}

type PathQuestion = { readonly path: string; readonly isDirectory: boolean; readonly byName: Exclusion }

export const NO_RULES: Rules = { ignite: IgniteRules.none, docker: DockerRules.none }

/**
 * Decides about one path whose parents are packed, or were entered for its sake. An ignore file takes back what is left
 * out by its name only where it names it; nothing takes back what may never be packed.
 */
export function decide(rules: Rules, asked: PathQuestion): Decision {
  if (asked.byName === 'never') return { exclusion: 'never', isIgnored: false, below: undefined }
  const ignite = rules.ignite.matchOf(asked.path, asked.isDirectory)
  if (ignite === 'ignored') return { exclusion: 'skip', isIgnored: true, below: undefined }
  const docker = rules.docker.matchOf(asked.path)
  const byName = ignite === 'named' || docker === 'named' ? 'keep' : asked.byName
  const inherited = isException(rules.leftOut?.but.matchOf(asked.path)) ? undefined : rules.leftOut
  const exclusion = stricter(byName, inherited?.as ?? 'keep')
  return {
    exclusion: docker === 'ignored' ? 'skip' : exclusion,
    isIgnored: docker === 'ignored',
    below: asked.isDirectory ? rulesBelow(rules, { path: asked.path, byName, exclusion, docker }) : undefined
  }
}

type DecidedPath = {
  readonly path: string
  readonly byName: Exclusion
  readonly exclusion: Exclusion
  readonly docker: IgnoreMatch
}

function rulesBelow(rules: Rules, { path, byName, exclusion, docker }: DecidedPath): Rules | undefined {
  const { ignite } = rules
  if (exclusion !== 'keep') {
    const but = byName !== 'keep' || !rules.leftOut ? rules.docker.naming(path) : rules.leftOut.but
    return but.reachBelow(path) ? { ignite, docker: rules.docker, leftOut: { as: exclusion, but } } : undefined
  }
  if (docker === 'ignored' && !rules.docker.reachBelow(path)) return undefined
  return { ignite, docker: rules.docker }
}

function isException(match: IgnoreMatch | undefined): boolean {
  return match === 'kept' || match === 'named'
}
