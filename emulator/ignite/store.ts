import type { App, AppKey, Draft, Execution, LogLine, Version } from './model.ts'

/** Everything the emulator keeps. Synchronous, as node:sqlite is; a stored value is replaced, never changed. */
export interface Store {
  app(key: AppKey): App | undefined
  /** Sorted by name. */
  apps(organization: string): readonly App[]
  putApp(app: App): void
  /** Removes the app with its draft, versions and log lines; executions stay. */
  deleteApp(key: AppKey): void

  draft(key: AppKey): Draft | undefined
  putDraft(key: AppKey, draft: Draft): void
  deleteDraft(key: AppKey): void

  /** Lowest number first. */
  versions(key: AppKey): readonly Version[]
  version(key: AppKey, number: number): Version | undefined
  addVersion(key: AppKey, version: Version): void

  execution(id: string): Execution | undefined
  putExecution(execution: Execution): void

  appendLog(key: AppKey, line: LogLine): void
  /** The last `limit` lines, oldest first. */
  logs(key: AppKey, limit: number): readonly LogLine[]
}
