/**
 * What `@actions/github` reads of the environment while it is loaded, for things that nobody here uses: it fails where the
 * event is no JSON or a proxy is of another kind than it knows, and prints where the event's file is missing.
 */
const READ_AT_LOAD = ['GITHUB_EVENT_PATH', 'https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']

/** Takes these variables out of the environment, and puts them back when it is disposed of. */
export function hideFromLoading(): Disposable {
  const kept = READ_AT_LOAD.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  for (const [name] of kept) delete process.env[name]
  return { [Symbol.dispose]: () => void Object.assign(process.env, Object.fromEntries(kept)) }
}
