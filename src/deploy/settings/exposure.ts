import { appId, type Run } from '../../model/ports/run.ts'
import type { Settings } from '../../model/settings.ts'

type Change = { readonly before: Settings | undefined; readonly now: Settings }

/** Says that anyone may call the app, where it was not so before. */
export function tellExposure({ app, tools }: Pick<Run, 'app' | 'tools'>, { before, now }: Change): void {
  if (!now.allowUnauthenticated || before?.allowUnauthenticated) return
  tools.log.notice(`${appId(app)} can now be called by anyone, without a token.`)
}
