import { SourceError } from '../../model/errors.ts'
import type { Remark } from '../../model/ports/packing-port.ts'
import type { Purpose } from './limits.ts'
import { printable, twinsIn } from './names.ts'

/**
 * Of code, one of two names that differ only in case would be lost where the platform unpacks it on another file system:
 * throws SourceError. The file system that builds images has both, so of a context it is said.
 */
export function checkTwins(paths: readonly string[], shownPath: string, purpose: Purpose): readonly Remark[] {
  const [first, ...others] = twinsIn(paths)
  if (!first) return []
  const names = first.map((path) => `\`${printable(path)}\``).join(' and ')
  const fault = `${names} in \`${printable(shownPath)}\` differ only in case or in Unicode form`
  if (purpose === 'code') throw new SourceError(`${fault}.`, { hint: 'Rename one of them.' })
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  return [{ level: 'warning', text: `${fault}${more}. The image gets both; a checkout on Windows or macOS has one.` }]
}
