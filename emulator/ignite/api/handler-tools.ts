import { status } from '@grpc/grpc-js'
import { StatusError } from '../../contract/contract.ts'
import type { Variants } from '../../contract/variants.ts'
import type { Builds } from '../builds/build-service.ts'
import type { Contexts } from '../builds/contexts.ts'
import type { Compiles } from '../compiles.ts'
import type { Handling } from '../handling.ts'
import { type App, type AppKey, appId } from '../model/model.ts'
import type { Store } from '../model/store.ts'
import type { Rollouts } from '../rollouts.ts'
import type { Serving } from '../serving/serving.ts'
import type { Tokens } from '../web/tokens.ts'
import type { UrlForm } from './public/app-urls.ts'

/** What the handlers of all areas work with. */
export type Ignite = UrlForm & {
  readonly store: Store
  readonly variants: Variants
  readonly handling: Handling
  readonly compiles: Compiles
  readonly serving: Serving
  readonly rollouts: Rollouts
  readonly builds: Builds
  readonly contexts: Contexts
  readonly tokens: Tokens
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** The app, or NOT_FOUND. */
export function knownApp(store: Store, key: AppKey): App {
  const app = store.app(key)
  if (!app) throw new StatusError(status.NOT_FOUND, `app ${appId(key)} not found`)
  return app
}
