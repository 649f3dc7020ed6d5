/** Whether two URLs name one repository, whatever they are spelled like and whichever way they lead. */
export function isSameRepository(a: string, b: string): boolean {
  const [one, other] = [placeOf(a), placeOf(b)]
  if (!one || !other || one.host !== other.host || one.path !== other.path) return false
  return one.port === other.port || one.port === undefined || other.port === undefined
}

type RepositoryPlace = {
  readonly host: string
  /** Undefined for SSH, whose port says nothing of where the pages are. */
  readonly port: string | undefined
  readonly path: string
}

function placeOf(text: string): RepositoryPlace | undefined {
  const [, scpHost, scpPath] = /^[^@/]+@([^:/]+):(.*)$/.exec(text) ?? []
  const url = URL.parse(scpHost === undefined ? text : `ssh://${scpHost}/${scpPath}`)
  if (!url) return undefined
  const isSsh = url.protocol === 'ssh:'
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  const path = url.pathname
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '')
    .join('/')
  return {
    // GitHub's other door for networks that close port 22.
    host: isSsh && host === 'ssh.github.com' ? 'github.com' : host,
    port: isSsh ? undefined : url.port,
    path: path.replace(/\.git$/, '')
  }
}
