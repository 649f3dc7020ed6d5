import { type ParsedValue, parseList } from './parse-values.ts'

/** A path inside the build context, relative and without a way out. */
export function parseContextPath(text: string): ParsedValue<string> {
  const parts = text.split('/')
  const isInside = !text.startsWith('/') && !text.includes('\\') && !parts.includes('..') && !/\p{Cc}/u.test(text)
  const value = parts.filter((part) => part !== '' && part !== '.').join('/')
  if (isInside && value !== '') return { value }
  return { problem: 'is not a path inside the code', fix: 'Write a relative path with "/", without "..".' }
}

/** `linux/amd64`, as the build service takes it. */
export function parsePlatform(text: string): ParsedValue<string> {
  if (/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(text)) return { value: text }
  return { problem: 'is not a platform', fix: 'Write os/architecture, for example linux/amd64.' }
}

export function parseImageTags(text: string): ParsedValue<readonly string[]> {
  const tags = parseList(text)
  const wrong = tags.findIndex((tag) => !/^\w[\w.-]{0,127}$/.test(tag))
  if (wrong < 0) return { value: tags }
  const fix = 'Write one tag a line: letters, digits, "_", "." and "-", at most 128, without the image’s name.'
  return { problem: `has an item that is no tag (item ${wrong + 1})`, fix }
}

/** The names of stored secrets. */
export function parseSecretName(text: string): ParsedValue<string> {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return { value: text }
  return {
    problem: 'is not the name of a stored secret',
    fix: 'Write the secret’s name, not its value: 1 to 64 letters, digits, "-" and "_".'
  }
}

/** A version; YAML makes of `1.70` the number 1.7. */
export function parseToolchain(text: string): ParsedValue<string> {
  if (!/^\d+\.\d$/.test(text)) return { value: text }
  const warning = `may have lost a zero: without quotes, YAML reads ${text}0 as the number ${text}. Write the version in quotes.`
  return { value: text, warnings: [warning] }
}

/** A branch, a tag or a commit, as git allows names; the first two also as GitHub writes them in `github.ref`. */
export function parseGitRef(text: string): ParsedValue<string> {
  const isName = !/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\.lock(\/|$)|^[-/.]|[/.]$/u.test(text) && text.length <= 255
  return isName
    ? { value: text.replace(/^refs\/(?:heads|tags)\//, '') }
    : { problem: 'is not a git reference', fix: 'Write a branch, a tag or a commit.' }
}

/** A repository that the platform can clone. Credentials do not belong in a URL: it is shown and stored. */
export function parseGitUrl(text: string): ParsedValue<string> {
  const fix =
    'Write https://host/owner/repository.git; for a private repository name a stored secret in `git-secret-ref`.'
  if (/^git@[\w.-]+:[\w./~-]+$/.test(text)) return { value: text }
  const url = URL.parse(text)
  if (!url || !['https:', 'http:', 'ssh:'].includes(url.protocol) || url.hostname === '') {
    return { problem: 'is not the URL of a repository', fix }
  }
  if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:'))
    return { problem: 'holds credentials', fix }
  return { value: text }
}
