import { status } from '@grpc/grpc-js'
import { type Call, StatusError, type Unary } from '../../contract/contract.ts'
import { checkAppName } from '../model/app-name.ts'
import { type App, appId } from '../model/model.ts'
import { appKey, invalid, message, number, text } from '../model/request-fields.ts'
import { putNewDraft } from './draft-handlers.ts'
import { type Ignite, knownApp } from './handler-tools.ts'
import { appMeta } from './messages/app-meta.ts'
import { readCodeSource } from './messages/code-message.ts'
import { appliedLimits, newSettings, updatedSettings } from './messages/settings-message.ts'
import { deploymentState } from './messages/wire-words.ts'

const LIST_LIMIT = 100

/** The methods that make, read, change and remove apps. */
export function appHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  const { store, variants } = ignite
  return {
    'ComputeService/CreateApp': (call) => createApp(ignite, call),
    'ComputeService/GetApp': async ({ request }) => ({ app: appMeta(ignite, knownApp(store, appKey(request))) }),
    'ComputeService/ListApps': async ({ request }) => listApps(ignite, request),
    'ComputeService/UpdateAppConfig': async ({ request }) => {
      const app = knownApp(store, appKey(request))
      const changed: App = { ...app, settings: updatedSettings(app.settings, request, variants) }
      store.putApp(changed)
      return { app: appMeta(ignite, changed) }
    },
    'ComputeService/DeleteApp': async ({ request }) => {
      const app = knownApp(store, appKey(request))
      await ignite.handling.stop(app)
      store.deleteApp(app)
      return {}
    }
  }
}

async function createApp(ignite: Ignite, { request }: Call): Promise<object> {
  const { store, variants, now } = ignite
  const organization = text(request, 'organization_name')
  const name = text(request, 'name')
  checkAppName(name)
  const app: App = { organization, name, settings: newSettings(request), activeVersion: 0, createdAtMs: now() }
  const source = message(request, 'code')
  const code = source && (await readCodeSource(source))
  if (store.app(app)) throw new StatusError(status.ALREADY_EXISTS, `app ${appId(app)} already exists`)
  store.putApp(app)
  if (code) putNewDraft(ignite, app, code)
  return {
    app_id: appId(app),
    deployment_state: deploymentState(app, variants),
    applied_tier: app.settings.resource_tier,
    applied_limits: appliedLimits(app.settings)
  }
}

/** The cursor is the name of the last app of the page before. */
function listApps(ignite: Ignite, request: Call['request']): object {
  const limit = number(request, 'limit') || LIST_LIMIT
  if (limit > LIST_LIMIT) throw invalid(`limit must be at most ${LIST_LIMIT}`)
  const cursor = text(request, 'cursor')
  const rest = ignite.store.apps(text(request, 'organization_name')).filter((app) => app.name > cursor)
  const page = rest.slice(0, limit)
  return {
    apps: page.map((app) => appMeta(ignite, app)),
    next_cursor: rest.length > page.length ? page.at(-1)?.name : ''
  }
}
