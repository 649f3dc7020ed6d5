import type { App } from '../../model/plan.ts'
import { type DeedEnd, perform } from '../deed.ts'
import type { PostTools } from '../post-tools.ts'

type SwitchTools = Pick<PostTools, 'platform' | 'clock'>

/** Which version is active, and which one is to be. */
export type Switch = { readonly app: App; readonly from: number; readonly to: number }

/** The target is named by its number, so that the call may be sent again as long as nobody else has published. */
export function makeActive({ platform, clock }: SwitchTools, { app, from, to }: Switch): Promise<DeedEnd<number>> {
  const deed = {
    send: () => platform.rollback(app, to),
    look: () => activeVersion({ platform }, app),
    seen: (active: number) => {
      if (active === to) return 'done'
      return active === from ? undefined : 'otherwise'
    }
  } as const
  return perform<number>(deed, clock)
}

/** 0 is none. */
export async function activeVersion({ platform }: Pick<SwitchTools, 'platform'>, app: App): Promise<number> {
  return (await platform.readApp(app))?.activeVersion ?? 0
}
