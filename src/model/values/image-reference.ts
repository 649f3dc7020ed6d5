/** An image reference in its parts, as the distribution project's grammar has them. */
type ImageReference = {
  /** The registry's host, where one is written: the first part with a dot or a port, or `localhost`. */
  readonly host: string | undefined
  readonly path: string
  readonly tag: string | undefined
  /** `sha256:…`. */
  readonly digest: string | undefined
}

const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?`
const REFERENCE = new RegExp(
  `^(?:(${DOMAIN})/)?(${PART}(?:/${PART})*)(?::(\\w[\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`
)

/** The longest name that a registry takes. */
const LONGEST_NAME = 255

/** How many hex digits a digest has, as the distribution project checks them after the grammar: one cut short is none. */
const DIGEST_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }

/** Undefined where the text is no image reference. */
export function parseImageReference(text: string): ImageReference | undefined {
  const [, first, rest = '', tag, digest] = REFERENCE.exec(text) ?? []
  if (digest !== undefined && !isWhole(digest)) return undefined
  if (rest === '' || text.length > LONGEST_NAME + 256) return undefined
  const isHost = first !== undefined && (/[.:]/.test(first) || first === 'localhost')
  const path = first === undefined || isHost ? rest : `${first}/${rest}`
  if (path !== path.toLowerCase() || path.length > LONGEST_NAME) return undefined
  return { host: isHost ? first : undefined, path, tag, digest }
}

function isWhole(digest: string): boolean {
  const [algorithm = '', hex = ''] = digest.split(':')
  const digits = DIGEST_DIGITS[algorithm]
  return digits === undefined || (hex.length === digits && hex === hex.toLowerCase())
}

/** Whether the reference may mean another image tomorrow: every version that was published with it would change. */
export function isMoving({ digest }: ImageReference): boolean {
  return digest === undefined
}

/** What the credentials of an app's registry are stored as. The names of secrets have no dots. */
export function registrySecretName(app: string): string {
  return `${app.replaceAll('.', '-')}-registry`
}
