/**
 * What becomes of a path. `keep`: it is packed. `skip`: left out, as the platform's CLI does. `withhold`: left out because
 * it is likely to hold a secret, and worth a notice. `never`: left out, and nothing takes it back.
 */
export type Exclusion = 'keep' | 'skip' | 'withhold' | 'never'

const ORDER: readonly Exclusion[] = ['keep', 'skip', 'withhold', 'never']

/** The checkout's token lies in `.git`, a cloud's in `gha-creds-*.json` (docs/runner.md, Packing). */
const NEVER = /^(\.git|\.hg|\.svn|gha-creds-.*\.json)$/i

/** The directories that the platform's CLI leaves out, but for `target`: that is one of Cargo's, or part of the app. */
const SKIPPED_DIRECTORIES = new Set(['node_modules', '__pycache__', '.venv'])

const SAMPLES = /^\.env\.(example|sample|template)$/i

const SENSITIVE_NAMES = [
  /^\.env(rc|[._-].*)?$/i,
  /^\.(npmrc|netrc|pypirc|git-credentials)$/i,
  /^\.yarnrc\.yml$/i,
  /\.(pem|key|p12|pfx|jks|keystore|ppk)$/i,
  /^id_(rsa|dsa|ecdsa|ed25519).*(?<!\.pub)$/i,
  /^service-account.*\.json$/i,
  /^\.(aws|azure|kube|ssh)$/i,
  /^terraform\.tfstate/i,
  /\.tfvars(\.json)?$/i
]

const SENSITIVE_PATHS = /(^|\/)\.docker\/config\.json$/i

/** Looks at the last part of a path from the root; its parents are looked at on the way down. */
export function exclusionOf(path: string, isFile: boolean): Exclusion {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (NEVER.test(name)) return 'never'
  if (isSensitive(path, name)) return 'withhold'
  if (name === '.DS_Store' || (!isFile && SKIPPED_DIRECTORIES.has(name))) return 'skip'
  return 'keep'
}

/** Whether a directory is what a tool made: Cargo's `target`, or a virtual environment of any name. */
export function isMadeByTool(
  name: string,
  { beside, inside }: { readonly beside: Lookup; readonly inside: Lookup }
): boolean {
  return (name === 'target' && beside('Cargo.toml')) || inside('pyvenv.cfg')
}

/** Tells whether there is a file of a name. */
type Lookup = (name: string) => boolean

/** The part of a pattern that is the name of what is never packed. */
export function neverPackedIn(pattern: string): string | undefined {
  return pattern.split('/').find((part) => NEVER.test(part))
}

/** Of a path and every parent of it. */
export function exclusionOfWhole(path: string, isFile: boolean): Exclusion {
  const parts = path.split('/')
  const exclusions = parts.map((_, at) =>
    exclusionOf(parts.slice(0, at + 1).join('/'), isFile && at === parts.length - 1)
  )
  return exclusions.reduce(stricter, 'keep')
}

export function stricter(one: Exclusion, other: Exclusion): Exclusion {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other
}

function isSensitive(path: string, name: string): boolean {
  if (SAMPLES.test(name)) return false
  return SENSITIVE_NAMES.some((pattern) => pattern.test(name)) || SENSITIVE_PATHS.test(path)
}
