import { type AppKey, appId } from '../../model/model.ts'

const KEPT = 5

/** What failed last at the apps' public addresses, which leave no executions. */
export type Failures = {
  add(app: AppKey, line: string): void
  /** Newest first. */
  of(app: AppKey): readonly string[]
}

export function createFailures(): Failures {
  const kept = new Map<string, readonly string[]>()
  return {
    add: (app, line) => kept.set(appId(app), [line, ...(kept.get(appId(app)) ?? [])].slice(0, KEPT)),
    of: (app) => kept.get(appId(app)) ?? []
  }
}
