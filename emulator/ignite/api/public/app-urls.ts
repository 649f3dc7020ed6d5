import { type App, type AppKey, appId } from '../../model/model.ts'
import type { Store } from '../../model/store.ts'

const DEFAULT_PORT = 80
const LOCAL_DOMAIN = '.localhost'

type Address = { readonly port: number; readonly url: string }

/** How public URLs are written. */
export type UrlForm = {
  /** Where they start: no trailing slash. */
  readonly publicBase: string
  /** A host name for each app and port, rather than a path. */
  readonly hostUrls: boolean
}

/** The app's URLs, none before its first publish: paths under one address, or host names where the form asks for them. */
export function publicUrls(app: App, { publicBase, hostUrls }: UrlForm): readonly Address[] {
  if (app.activeVersion === 0) return []
  return app.settings.ports.map((port) => {
    return { port, url: hostUrls ? hostUrl(app, port, publicBase) : `${publicBase}/${appId(app)}${suffix(port)}` }
  })
}

/**
 * The platform has a host name for each app and port (`<app>-<org>[-<port>].ignite.dodil.cloud`). Browsers and curl
 * resolve names below `localhost` by themselves; Node and Python leave that to the machine, and many do not.
 */
export function hostUrl(app: AppKey, port: number, publicBase: string): string {
  const base = new URL(publicBase)
  return `http://${hostName(app, port)}:${base.port}`
}

function hostName({ organization, name }: AppKey, port: number): string {
  return `${`${name}-${organization}`.replaceAll('.', '-dot-')}${suffix(port)}${LOCAL_DOMAIN}`
}

function suffix(port: number): string {
  return port === DEFAULT_PORT ? '' : `-${port}`
}

export type Addressed = {
  readonly app: App /** With the query: the path that the app itself sees. */
  readonly path: string
}

/** The published app that a request is for, by its host name, else by the beginning of its path. */
export function addressedApp(store: Store, host: string, url: string): Addressed | undefined {
  const asked = host.replace(/:\d+$/, '').toLowerCase()
  if (!asked.endsWith(LOCAL_DOMAIN)) return byPath(store, url)
  const app = store.allApps().find((each) => {
    return each.activeVersion > 0 && each.settings.ports.some((port) => hostName(each, port) === asked)
  })
  return app && { app, path: url }
}

function byPath(store: Store, url: string): Addressed | undefined {
  const [path = '', ...query] = url.split('?')
  const [, organization = '', last = '', ...own] = path.split('/')
  const [, name = '', port = ''] = /^(.+)-(\d+)$/.exec(last) ?? []
  const exact = published(store, { organization, name: last })
  const other = published(store, { organization, name })
  const hasOther = other?.settings.ports.includes(Number(port)) && Number(port) !== DEFAULT_PORT
  const app = exact?.settings.ports.includes(DEFAULT_PORT) ? exact : hasOther ? other : undefined
  return app && { app, path: [`/${own.join('/')}`, ...query].join('?') }
}

function published(store: Store, key: AppKey): App | undefined {
  const app = store.app(key)
  return app && app.activeVersion > 0 ? app : undefined
}
