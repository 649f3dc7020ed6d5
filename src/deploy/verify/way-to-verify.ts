import { mainUrl } from '../../model/outcome.ts'
import type { TestCase } from '../../model/plan.ts'
import type { AppState } from '../../model/platform-state.ts'
import { appId } from '../../model/ports/run.ts'
import { type ActiveVersion, isManaged, type VerifyingRun } from './active-version.ts'

/** How an app is verified. `state`: nothing calls it, and the platform is asked how it is. */
export type VerifyWay =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'test'; readonly test: TestCase }
  | { readonly kind: 'state' }

/** Where neither the app nor the server says which path tells whether an image is well (docs/platform.md, Containers). */
const HEALTH_PATH = '/healthz'

/** What the plan asks for, as far as this app lets it be asked; `none` where nothing is to be asked. */
export function wayToVerify(run: VerifyingRun, active: ActiveVersion): VerifyWay | { readonly kind: 'none' } {
  const { target } = run.plan.verify
  const { state } = active
  switch (target.kind) {
    case 'off':
      return { kind: 'none' }
    case 'url':
      return { kind: 'url', url: target.url }
    case 'path': {
      const url = publicUrl(state, target.path)
      if (url === undefined) tellNoUrl(run, state, target.path)
      return url === undefined ? wayWithoutUrl(active) : { kind: 'url', url }
    }
    case 'auto': {
      const url = publicUrl(state, wellPath(active))
      return url === undefined ? wayWithoutUrl(active) : { kind: 'url', url }
    }
  }
}

/** Whether nothing calls the app, as far as that is known before it is published. */
export function isToldByState({ tests, verify }: VerifyingRun['plan'], state: AppState): boolean {
  const { kind } = verify.target
  return (kind === 'auto' || kind === 'path') && tests.cases.length === 0 && publicUrl(state, '/') === undefined
}

function wayWithoutUrl({ test }: ActiveVersion): VerifyWay {
  return test ? { kind: 'test', test } : { kind: 'state' }
}

/** Who is not let in cannot tell how an app is: our bearer goes to the API alone. */
function publicUrl({ settings, publicUrls }: AppState, path: string): string | undefined {
  const base = mainUrl(publicUrls)
  if (base === undefined || !settings.allowUnauthenticated) return undefined
  return path === '/' ? base : `${base.replace(/\/$/, '')}${path}`
}

/** A runtime of the platform's answers every GET with what its own health check finds. */
function wellPath(active: ActiveVersion): string {
  return isManaged(active) ? '/' : active.state.settings.healthPath || HEALTH_PATH
}

function tellNoUrl({ app, tools }: VerifyingRun, { settings }: AppState, path: string): void {
  const why = settings.allowUnauthenticated ? 'has no public URL' : 'wants a token of everybody who calls it'
  tools.log.warning(
    `\`verify-url: ${path}\` is not asked, because ${appId(app)} ${why}: it is verified as with \`verify-url: auto\`.`
  )
}
