/** The release cannot be made as things are; the message says what to do. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
}

/**
 * What CHANGELOG.md tells of a version: the text below its heading, `## 1.2.3 - 2026-12-01`.
 * @throws {ReleaseError} where it tells nothing, or has no date yet
 */
export function releaseNotes(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((each) => each.startsWith(`${version} - `))
  if (section === undefined) throw new ReleaseError(`CHANGELOG.md has no section "## ${version} - DATE".`)
  const [heading = '', ...lines] = section.split('\n')
  if (!/ - \d{4}-\d{2}-\d{2}$/.test(heading)) {
    throw new ReleaseError(`CHANGELOG.md has no date yet behind "## ${version} - ", but ${heading}.`)
  }
  const notes = lines.join('\n').trim()
  if (notes === '') throw new ReleaseError(`CHANGELOG.md says nothing below "## ${heading}".`)
  return `${notes}\n`
}
