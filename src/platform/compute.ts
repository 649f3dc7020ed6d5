import { AuthError, PlatformError } from '../deploy/errors.ts'
import type { ReasonCode } from '../deploy/outcome.ts'
import type { App, SettingsChange } from '../deploy/plan.ts'
import type { AppState, Draft, DraftCode, Execution, Need, Platform, Version } from '../deploy/ports.ts'
import { call, type Link, type Manner, stream } from './call.ts'
import { type Answer, emptyAnswer, message, messages, number, text } from './codec/answer.ts'
import type { Plain } from './codec/read.ts'
import type { Schema } from './descriptors/registry.ts'
import { isVerdict } from './failure.ts'
import { appFrom, draftIn, executionIn, logBytes, versionFrom } from './from-answers.ts'
import { methodOf, requireAll } from './needs.ts'
import type { Effect } from './retry.ts'
import { byField, carried, maskField, settingFields } from './settings.ts'
import { organizationOf } from './token.ts'

const READ_MS = 30_000
const WRITE_MS = 60_000
/** A package travels with the call. */
const SAVE_MS = 5 * 60_000
/** An image may be built inside (docs/ignite-api.md section 4.3). */
const PUBLISH_MS = 10 * 60_000
/** A publish in flight when the run is told to stop is given this long (DESIGN section 6). */
const PUBLISH_GRACE_MS = 5_000

/** Ignite's ComputeService: the one place that knows its methods and fields. */
export class Compute implements Platform, Disposable {
  readonly described: string
  readonly #link: Link
  readonly #schema: Schema

  constructor(link: Link, schema: Schema) {
    this.described = schema.origin
    this.#link = link
    this.#schema = schema
  }

  async organization(asked: string | undefined): Promise<string> {
    const name = asked ?? organizationOf(await this.#link.token.bearer())
    if (name !== undefined) return name
    const hint = 'Write `app` as `organization:name`.'
    throw new AuthError('The token does not say which organization it is for.', { hint })
  }

  require(needs: readonly Need[]): void {
    requireAll(this.#schema, needs)
  }

  async readApp(app: App): Promise<AppState | undefined> {
    const found = await this.#readAppMessage(app)
    return found && appFrom(found)
  }

  async createApp(app: App, settings: SettingsChange): Promise<void> {
    const { input } = methodOf(this.#schema, 'CreateApp')
    const request = { organization_name: app.organization, name: app.name, ...settingFields(input, settings) }
    await this.#call('CreateApp', request, write(`Creating the app ${shown(app)}`, 'app_missing'))
  }

  async updateSettings(app: App, change: SettingsChange): Promise<void> {
    const { input } = methodOf(this.#schema, 'UpdateAppConfig')
    const mask = maskField(input)
    const changed = byField(change)
    const rest = mask ? { [mask.name]: { paths: Object.keys(changed) } } : carried(input, await this.#existingApp(app))
    const manner = write(`Changing the settings of ${shown(app)}`, 'settings_failed')
    await this.#call('UpdateAppConfig', { ...rest, ...changed, ...identity(app) }, manner)
  }

  async saveDraft(app: App, code: DraftCode): Promise<Draft> {
    const compile = { runtime: { [code.runtime]: runtimeOptions(code) }, source_code: code.archive }
    const manner: Manner = {
      ...write(`Saving the draft of ${shown(app)}`, 'source_error'),
      effect: 'replace',
      capMs: SAVE_MS
    }
    const answer = await this.#call('SaveDraft', { ...identity(app), code: { compile } }, manner)
    const draft = draftIn(answer) ?? (await this.readDraft(app))
    if (draft !== undefined) return draft
    throw new PlatformError('NOT_FOUND', `${manner.doing}: the platform took it and shows no draft`, {
      ambiguous: false,
      reason: 'draft_conflict',
      hint: 'Another run may have discarded it. Run the job again.'
    })
  }

  async readDraft(app: App): Promise<Draft | undefined> {
    const answer = await this.#find('GetDraftInfo', identity(app), `Reading the draft of ${shown(app)}`)
    return answer && draftIn(answer)
  }

  async readVersions(app: App): Promise<readonly Version[]> {
    const answer = await this.#find('ListAppVersions', identity(app), `Reading the versions of ${shown(app)}`)
    return answer ? messages(answer, 'versions').map(versionFrom) : []
  }

  async compileDraft(app: App): Promise<string | undefined> {
    try {
      const answer = await this.#call(
        'CompileDraft',
        identity(app),
        write(`Compiling the draft of ${shown(app)}`, 'compile_failed')
      )
      return text(answer, 'deploy_id') || draftIn(answer)?.deployId || ''
    } catch (error) {
      if (isVerdict(error, 'UNIMPLEMENTED', 'FAILED_PRECONDITION')) return undefined
      throw error
    }
  }

  async *compileLog(deployId: string, stop: AbortSignal): AsyncIterable<Uint8Array> {
    const link = { ...this.#link, stop: AbortSignal.any([this.#link.stop, stop]) }
    const manner: Manner = { ...reading('Reading the compile log'), capMs: Number.POSITIVE_INFINITY }
    const method = this.#schema.method('ComputeService', 'StreamCompileLogs')
    if (method === undefined) throw noLog(manner)
    for await (const chunk of stream(link, method, { deploy_id: deployId }, manner)) yield logBytes(chunk)
  }

  async testDraft(app: App, payload: Uint8Array): Promise<string> {
    const manner = write(`Testing the draft of ${shown(app)}`, 'test_failed')
    const answer = await this.#call('TestDraft', { ...identity(app), payload }, manner)
    return text(message(answer, 'execution') ?? answer, 'execution_id')
  }

  async readExecution(id: string): Promise<Execution> {
    const manner: Manner = { ...reading(`Reading the execution ${id}`), reason: 'test_failed' }
    return executionIn(await this.#call('GetExecution', { execution_id: id }, manner), id)
  }

  async publishDraft(app: App): Promise<number | undefined> {
    const manner: Manner = {
      ...write(`Publishing ${shown(app)}`, 'publish_failed'),
      effect: 'publish',
      capMs: PUBLISH_MS,
      graceMs: PUBLISH_GRACE_MS
    }
    const version = number(await this.#call('PublishDraft', identity(app), manner), 'published_version')
    return version > 0 ? version : undefined
  }

  async rollback(app: App, version: number): Promise<void> {
    const manner = write(`Rolling ${shown(app)} back to version ${version}`, 'rollback_refused')
    await this.#call('RollbackApp', { ...identity(app), version }, manner)
  }

  close(): void {
    this.#link.client.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  async #existingApp(app: App): Promise<Answer> {
    const { output } = methodOf(this.#schema, 'GetApp')
    return (await this.#readAppMessage(app)) ?? emptyAnswer(output)
  }

  async #readAppMessage(app: App): Promise<Answer | undefined> {
    const answer = await this.#find('GetApp', identity(app), `Reading the app ${shown(app)}`)
    return answer && message(answer, 'app')
  }

  /** A read whose object may not exist. */
  async #find(method: string, request: Plain, doing: string): Promise<Answer | undefined> {
    try {
      return await this.#call(method, request, reading(doing))
    } catch (error) {
      if (isVerdict(error, 'NOT_FOUND')) return undefined
      throw error
    }
  }

  #call(method: string, request: Plain, manner: Manner): Promise<Answer> {
    return call(this.#link, methodOf(this.#schema, method), request, manner)
  }
}

function reading(doing: string): Manner {
  return { doing, reason: 'platform_unavailable', effect: 'read', capMs: READ_MS }
}

function write(doing: string, reason: ReasonCode, effect: Effect = 'write'): Manner {
  return { doing, reason, effect, capMs: WRITE_MS }
}

/** A compile goes on without its log, so this is a broken log and no unsupported server. */
function noLog({ doing, reason }: Manner): PlatformError {
  return new PlatformError('UNIMPLEMENTED', `${doing}: the platform has no method for it`, { ambiguous: false, reason })
}

function identity(app: App): Plain {
  return { organization_name: app.organization, app_name: app.name }
}

function shown(app: App): string {
  return `${app.organization}/${app.name}`
}

/** The fields of RustRuntime are documented; that the others call it `version` is inferred (docs/ignite-api.md 2.6). */
function runtimeOptions({ runtime, rustTarget, toolchain }: DraftCode): Plain {
  return runtime === 'rust' ? { target: rustTarget, toolchain_version: toolchain } : { version: toolchain }
}
