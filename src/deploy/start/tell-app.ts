import { codeFacts } from '../../model/outcome.ts'
import type { Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { firstOf, shownTime, withShortDigests } from '../../model/values/words.ts'
import { fingerprint, shownDraft } from '../draft/draft.ts'
import type { FoundApp } from './find-app.ts'

/** Of the versions, newest first. */
const MOST_VERSIONS = 10

/** Says what was read of an app: its versions, its draft, its URLs. */
export function tellApp({ app, tools }: Run, { state, draft, versions, active }: FoundApp): void {
  const { activeVersion, publicUrls } = state
  tools.report(codeFacts(active))
  const numbers = versions.toSorted((a, b) => b.number - a.number).map((each) => shownVersion(each, activeVersion))
  tools.log.info(`Versions of ${appId(app)}: ${firstOf(numbers, MOST_VERSIONS) || 'none'}`)
  tools.log.info(`Draft: ${draft ? `${shownDraft(fingerprint(draft))}, ${draft.status}` : 'none'}`)
  tools.log.info(`Public URL: ${publicUrls.map(({ url }) => url).join(', ') || 'none'}`)
}

function shownVersion({ number, codeHash, imageRef = '', createdAtMs }: Version, activeVersion: number): string {
  const code = withShortDigests(codeHash || imageRef)
  const known = [code, createdAtMs > 0 ? shownTime(createdAtMs) : '', number === activeVersion ? 'active' : '']
  const more = known.filter((each) => each !== '').join(', ')
  return more === '' ? String(number) : `${number} (${more})`
}
