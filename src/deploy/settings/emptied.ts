import type { Run } from '../../model/ports/run.ts'
import type { Settings } from '../../model/settings.ts'
import { namedEnv } from './compare-settings.ts'

type Change = { readonly before: Settings; readonly now: Settings }

/** Says which names of the environment lost their value: a secret that is not set reads as an empty one. */
export function tellEmptied({ tools }: Pick<Run, 'tools'>, { before, now }: Change): void {
  const emptied = Object.entries(now.env ?? {}).flatMap(([name, value]) =>
    value === '' && (before.env?.[name] ?? '') !== '' ? [name] : []
  )
  if (emptied.length === 0) return
  tools.log.notice(
    `An empty value has replaced a live one in ${namedEnv(emptied)}. A secret or variable that is not set reads as empty: check its name.`
  )
}
