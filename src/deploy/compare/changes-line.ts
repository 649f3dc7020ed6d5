import type { Change } from '../../model/comparison.ts'
import { count, enumerate } from '../../model/values/words.ts'
import { namedEnv } from '../settings/compare-settings.ts'

/** `2 files, env (MODE) and tier`; empty where nothing is seen to differ. */
export function changesLine(changes: readonly Change[]): string {
  const byPart = Map.groupBy(
    changes.filter(({ kind }) => kind !== 'unknown'),
    ({ part }) => part
  )
  const names = (part: Change['part']) => (byPart.get(part) ?? []).map(({ name }) => name)
  const files = names('file').length
  const env = names('env')
  return enumerate([
    ...(byPart.has('app') ? ['a new app'] : []),
    ...(files > 0 ? [count(files, 'file')] : []),
    ...(byPart.has('image') ? ['the image'] : []),
    ...names('code'),
    ...(env.length > 0 ? [namedEnv(env)] : []),
    ...names('setting')
  ])
}
