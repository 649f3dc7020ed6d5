import type { App } from '../../model/plan.ts'
import type { AppState, Fingerprint, ListedApp, Version } from '../../model/platform-state.ts'
import { appId } from '../../model/ports/run.ts'
import type { SettingsChange } from '../../model/settings.ts'
import { GONE, settingsAdvice } from '../advice/calls.ts'
import type { Manner } from '../calls/link.ts'
import { reading, type Service, writing } from '../calls/service.ts'
import { type Answer, hasField, message, messages, number, text } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { offered } from '../codec/write.ts'
import { appFrom, versionFrom } from './answers.ts'
import { byField, carried, completed, maskField } from './setting-fields.ts'

/** An image may be built inside (docs/platform.md, Publishing). */
const PUBLISH_MS = 10 * 60_000
/** A publish in flight when the run is told to stop is given this long (docs/runner.md, Signals). */
const PUBLISH_GRACE_MS = 5_000

export function appKey(app: App): Plain {
  return { organization_name: app.organization, app_name: app.name }
}

export async function readApp(compute: Service, app: App): Promise<AppState | undefined> {
  const answer = await compute.look('GetApp', appKey(app), `Reading the app ${appId(app)}`)
  const found = answer && message(answer, 'app')
  return found && appFrom(found)
}

/** So many at a time, as the platform's lists take it. */
const PAGE = 100

/** All of the organization, page by page. A list that goes round in a circle ends. */
export async function listApps(compute: Service, organization: string): Promise<readonly ListedApp[]> {
  const { input } = compute.method('ListApps')
  const manner = reading(`Listing the apps of ${organization}`)
  const listed: ListedApp[] = []
  const seen = new Set<string>()
  for (let cursor = ''; !seen.has(cursor); ) {
    seen.add(cursor)
    const paging = offered(input, { limit: PAGE, ...(cursor !== '' && { cursor }) })
    const answer = await compute.call('ListApps', { organization_name: organization, ...paging }, manner)
    listed.push(...messages(answer, 'apps').map(listedFrom))
    cursor = text(answer, 'next_cursor')
  }
  return listed
}

function listedFrom(answer: Answer): ListedApp {
  const description = hasField(answer.desc, ['description']) ? text(answer, 'description') : undefined
  return { name: text(answer, 'name'), description }
}

export async function createApp(compute: Service, app: App, settings: SettingsChange): Promise<void> {
  const has = offered(compute.method('CreateApp').input, byField(settings))
  const request = { organization_name: app.organization, name: app.name, ...has }
  const hints = settingsAdvice(settings)
  await compute.call('CreateApp', request, writing(`Creating the app ${appId(app)}`, 'app_missing', { hints }))
}

type Update = { readonly change: SettingsChange; readonly read: AppState }

/**
 * Changes these settings and no others, whether the server merges or replaces (docs/platform.md, Settings). What goes
 * along is of the same read as the change: of two reads, the first would win over what changed between them.
 */
export async function updateSettings(compute: Service, app: App, { change, read }: Update): Promise<void> {
  const { input } = compute.method('UpdateAppConfig')
  const changed = completed(input, read.shown, byField(change))
  const mask = maskField(input)
  const rest = mask ? { [mask.name]: { paths: Object.keys(changed) } } : carried(input, read.shown)
  const hints = { ...GONE, ...settingsAdvice(change) }
  const manner = writing(`Changing the settings of ${appId(app)}`, 'settings_failed', { hints })
  await compute.call('UpdateAppConfig', { ...rest, ...changed, ...appKey(app) }, manner)
}

export async function readVersions(compute: Service, app: App): Promise<readonly Version[]> {
  const answer = await compute.look('ListAppVersions', appKey(app), `Reading the versions of ${appId(app)}`)
  return answer ? messages(answer, 'versions').map(versionFrom) : []
}

type PublishedDraft = { readonly draft: Fingerprint; readonly description: string | undefined }

/** The description goes where the server's type has a field for it. */
export async function publishDraft(
  compute: Service,
  app: App,
  { draft, description }: PublishedDraft
): Promise<number | undefined> {
  const details = { effect: 'publish', capMs: PUBLISH_MS, hints: GONE } as const
  const manner: Manner = {
    ...writing(`Publishing ${appId(app)}`, 'publish_failed', details),
    graceMs: PUBLISH_GRACE_MS,
    once: ['PublishDraft', appId(app), draft.codeHash, draft.imageRef, draft.createdAtMs].join('\n')
  }
  const described = description === undefined ? {} : offered(compute.method('PublishDraft').input, { description })
  const request = { ...appKey(app), ...described }
  const version = number(await compute.call('PublishDraft', request, manner), 'published_version')
  return version > 0 ? version : undefined
}

export async function rollback(compute: Service, app: App, version: number): Promise<void> {
  const manner = writing(`Rolling ${appId(app)} back to version ${version}`, 'rollback_refused')
  await compute.call('RollbackApp', { ...appKey(app), version }, manner)
}

export async function deleteApp(compute: Service, app: App): Promise<void> {
  await compute.call('DeleteApp', appKey(app), writing(`Deleting ${appId(app)}`, 'platform_unavailable'))
}

export async function testVersion(compute: Service, app: App, request: VersionTest): Promise<string | undefined> {
  return await compute.ifOffered('TestAppVersion', async ({ name, input }) => {
    if (!Object.keys(request).every((field) => hasField(input, [field]))) return undefined
    const manner = writing(`Testing version ${request.version} of ${appId(app)}`, 'test_failed')
    const answer = await compute.call(name, { ...appKey(app), ...request }, manner)
    return text(message(answer, 'execution') ?? answer, 'execution_id')
  })
}

type VersionTest = { readonly version: number; readonly payload: Uint8Array }
