import type { Package, PackedContents } from '../../model/ports/packing-port.ts'
import type { Tools } from '../../model/ports/ports.ts'
import { INLINE_BYTES } from '../../model/requests.ts'
import { count, enumerate, size } from '../../model/values/words.ts'

/** A larger context is nearly always a mistake, and takes its time. */
const LARGE_BYTES = 200_000_000

/** Said before the upload, while it can still be stopped. */
export function tellSize({ log }: Pick<Tools, 'log'>, { contentBytes }: Pick<Package, 'contentBytes'>): void {
  if (contentBytes <= LARGE_BYTES) return
  log.notice(`The context has ${size(contentBytes)}. Leave out what the image does not need with \`.dockerignore\`.`)
}

/** Nobody outside the platform knows its limit, so a source over the assumed one is sent all the same. */
export function tellRequest({ log }: Pick<Tools, 'log'>, { bytes }: Pick<Package, 'bytes'>): void {
  if (bytes.length <= INLINE_BYTES) return
  log.warning(
    `The packed source has ${size(bytes.length)}, and 4 MB is assumed to be the most that the platform takes at once. ` +
      'It is sent all the same; should it be refused, leave files out with `.igniteignore`.'
  )
}

/** What is packed: the largest files for everybody, the whole list under step debug, and what looks like a secret. */
export function tellContents({ log }: Pick<Tools, 'log'>, contents: PackedContents): void {
  for (const { path, bytes } of contents.largest) log.info(`${size(bytes).padStart(9)}  ${path}`)
  for (const path of contents.paths) log.debug(path)
  if (contents.skipped.length > 0) {
    log.info(`Left out by default: ${enumerate(contents.skipped)}. \`!NAME\` in an ignore file takes one back.`)
  }
  if (contents.withheld.length > 0) {
    const [first] = contents.withheld
    log.notice(
      `Left out, because they are likely to hold secrets: ${enumerate(contents.withheld)}. ` +
        `\`!NAME\` in an ignore file, here \`!${first}\`, takes one back.`
    )
  }
  if (contents.exposed.length > 0) {
    log.warning(
      `The archive holds files that are likely to hold secrets, and they are sent: ${enumerate(contents.exposed)}.`
    )
  }
  tellSuspicions({ log }, contents.suspicious)
  for (const { level, text } of contents.remarks) log[level](text)
}

/** One line for the first of them; all are in the debug log. */
function tellSuspicions({ log }: Pick<Tools, 'log'>, suspicious: Package['suspicious']): void {
  const [first] = suspicious
  if (!first) return
  for (const { path, line, what } of suspicious) log.debug(`${path}:${line}: ${what}`)
  const more = suspicious.length > 1 ? `, and ${count(suspicious.length - 1, 'more place')} (shown by step debug)` : ''
  log.warning(`What is sent seems to hold ${first.what}: ${first.path}, line ${first.line}${more}.`)
}
