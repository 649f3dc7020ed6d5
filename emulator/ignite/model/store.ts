import type { Build, BuildContext, BuildSecrets, Image, Secret } from './image-model.ts'
import type { App, AppKey, Compile, Draft, Execution, LogLine, Output, Version } from './model.ts'

/** Everything the emulator keeps. Synchronous, as node:sqlite is; a stored value is replaced, never changed. */
export interface Store {
  /** All that `work` writes, or none of it when it throws or the emulator is killed. Not to be nested. */
  transaction<T>(work: () => T): T

  app(key: AppKey): App | undefined
  /** Sorted by name. */
  apps(organization: string): readonly App[]
  /** Of all organizations, sorted by these and by name. */
  allApps(): readonly App[]
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
  /** `job` is a compile's deploy id or a build's id. */
  appendOutput(job: string, output: Output): void
  /** What the job has printed, without the first `from` pieces. */
  output(job: string, from: number): readonly Output[]

  build(id: string): Build | undefined
  /** Newest first; without a status, all. */
  builds(organization: string, options: { readonly status?: Build['status']; readonly limit: number }): readonly Build[]
  putBuild(build: Build): void

  buildContext(id: string): BuildContext | undefined
  putBuildContext(context: BuildContext): void

  buildSecrets(organization: string): BuildSecrets | undefined
  putBuildSecrets(organization: string, secrets: BuildSecrets): void

  secret(organization: string, name: string): Secret | undefined
  /** Sorted by name. */
  secrets(organization: string): readonly Secret[]
  putSecret(secret: Secret): void
  deleteSecret(organization: string, name: string): void

  image(digest: string): Image | undefined
  images(): readonly Image[]
  putImage(image: Image): void

  /** The digest that a reference with a tag stands for now. */
  imageTag(reference: string): string | undefined
  putImageTag(reference: string, digest: string): void

  execution(id: string): Execution | undefined
  /** Newest first. */
  executions(key: AppKey, limit: number): readonly Execution[]
  putExecution(execution: Execution): void

  appendLog(key: AppKey, line: LogLine): void
  /** The last `limit` lines, oldest first. */
  logs(key: AppKey, limit: number): readonly LogLine[]
}
