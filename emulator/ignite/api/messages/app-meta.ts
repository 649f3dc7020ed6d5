import { type App, appId, type Version } from '../../model/model.ts'
import type { Ignite } from '../handler-tools.ts'
import { publicUrls } from '../public/app-urls.ts'
import { runtimeMessage } from './code-message.ts'
import { deploymentState } from './wire-words.ts'

/** AppMeta of the app as it is now: of its active version, else of its draft. */
export function appMeta(ignite: Ignite, app: App): object {
  const active = ignite.store.version(app, app.activeVersion)
  return meta(ignite, app, active ?? ignite.store.draft(app))
}

/** AppMeta as it was snapshotted with the version; the environment is no part of a version. */
export function versionMeta(ignite: Ignite, app: App, version: Version): object {
  const { resourceTier, scaling, number } = version
  return { ...meta(ignite, app, version), version: number, resource_tier: resourceTier, scaling }
}

function meta(ignite: Ignite, app: App, source: Pick<Version, 'code'> | undefined): object {
  const { variants } = ignite
  const urls = publicUrls(app, ignite)
  return {
    ...app.settings,
    id: appId(app),
    name: app.name,
    organization_name: app.organization,
    version: app.activeVersion,
    active_version: app.activeVersion,
    deployment_state: deploymentState(app, variants),
    deployment_mode: source && `DEPLOYMENT_MODE_${source.code.kind === 'SDK' ? 'COMPILE' : 'IMAGE'}`,
    runtime: source && runtimeMessage(source.code),
    public_urls: variants.has('public-urls-map')
      ? Object.fromEntries(urls.map(({ port, url }) => [String(port), url]))
      : urls.map(({ url }) => url)
  }
}
