import type { Environment } from './input-reader.ts'

/** What the runner says about this run, where it says it. */
export type RunFacts = {
  /** Tells one run and attempt from any other, so that foreign state is not acted on. */
  readonly run: string
  readonly workspace: string
  /** Where temporary files go; never packed. */
  readonly temp: string | undefined
}

export function readRunFacts(env: Environment, workingDirectory: string): RunFacts {
  return {
    run: `${env['GITHUB_REPOSITORY'] ?? ''}/${env['GITHUB_RUN_ID'] ?? ''}/${env['GITHUB_RUN_ATTEMPT'] ?? ''}`,
    workspace: env['GITHUB_WORKSPACE'] || workingDirectory,
    temp: env['RUNNER_TEMP'] || undefined
  }
}
