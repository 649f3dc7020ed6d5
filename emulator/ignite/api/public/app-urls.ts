import { type App, type AppKey, appId } from '../../model/model.ts'
import type { Store } from '../../model/store.ts'

const DEFAULT_PORT = 80

export type Address = { readonly port: number; readonly url: string }

/**
 * The app's URLs, none before its first publish. The platform has a host name for each app and port
 * (`<app>-<org>[-<port>].ignite.dodil.cloud`); here they are paths under one address, because names below
 * `localhost` do not resolve on every machine.
 */
export function publicUrls(app: App, publicBase: string): readonly Address[] {
  if (app.activeVersion === 0) return []
  return app.settings.ports.map((port) => {
    return { port, url: `${publicBase}/${appId(app)}${port === DEFAULT_PORT ? '' : `-${port}`}` }
  })
}

/** The published app behind the path of a request; what follows the app's own path is the app's business. */
export function publishedApp(store: Store, path: string): App | undefined {
  const [, organization = '', last = ''] = path.split('/')
  const [, name = '', port = ''] = /^(.+)-(\d+)$/.exec(last) ?? []
  const exact = published(store, { organization, name: last })
  if (exact?.settings.ports.includes(DEFAULT_PORT)) return exact
  const other = published(store, { organization, name })
  return other?.settings.ports.includes(Number(port)) && Number(port) !== DEFAULT_PORT ? other : undefined
}

/** What follows the app's own path, with the query: the path that the app itself sees. */
export function ownPath(url: string): string {
  const [path = '', ...query] = url.split('?')
  return [`/${path.split('/').slice(3).join('/')}`, ...query].join('?')
}

function published(store: Store, key: AppKey): App | undefined {
  const app = store.app(key)
  return app && app.activeVersion > 0 ? app : undefined
}
