import type { App, AppKey, Compile, CompileOutput, Draft, Execution, LogLine, Version } from './model.ts'

/** Everything the emulator keeps. Synchronous, as node:sqlite is; a stored value is replaced, never changed. */
export interface Store {
  /** All that `work` writes, or none of it when it throws or the emulator is killed. Not to be nested. */
  transaction<T>(work: () => T): T

  app(key: AppKey): App | undefined
  /** Sorted by name. */
  apps(organization: string): readonly App[]
  putApp(app: App): void
  /** Removes the app with its draft, versions and log lines; executions and compiles stay. */
  deleteApp(key: AppKey): void

  draft(key: AppKey): Draft | undefined
  putDraft(key: AppKey, draft: Draft): void
  deleteDraft(key: AppKey): void

  /** Lowest number first. */
  versions(key: AppKey): readonly Version[]
  version(key: AppKey, number: number): Version | undefined
  addVersion(key: AppKey, version: Version): void

  compile(deployId: string): Compile | undefined
  putCompile(compile: Compile): void
  appendCompileOutput(deployId: string, output: CompileOutput): void
  /** What the compiler has printed, without the first `from` pieces. */
  compileOutput(deployId: string, from: number): readonly CompileOutput[]

  execution(id: string): Execution | undefined
  putExecution(execution: Execution): void

  appendLog(key: AppKey, line: LogLine): void
  /** The last `limit` lines, oldest first. */
  logs(key: AppKey, limit: number): readonly LogLine[]
}
