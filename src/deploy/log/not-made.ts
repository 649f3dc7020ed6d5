import { DeployError } from '../../model/errors.ts'
import type { RemoteText } from '../../model/ports/ports.ts'

/**
 * What sums up an error of the platform's, for a sentence of ours. One of several lines is a tool's output: it is shown in
 * the log like one, unless the log ended with it, and its last line sums it up.
 */
async function summedUp(error: string, remote: RemoteText): Promise<string> {
  const lines = error.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const last = lines.at(-1)?.trim() ?? ''
  if (lines.length > 1 && !remote.tail().some((line) => line.endsWith(last))) {
    await remote.write(new TextEncoder().encode(error))
    await remote.end()
  }
  return last
}

type FailedMaking = {
  readonly what: 'code' | 'image'
  /** The platform's own error; empty where it gives none. */
  readonly error: string
  /** What there is to say where it gives none. */
  readonly otherwise: string
}

/** The code did not compile, or the image was not built: with the tool's last words, and those of its log that there are. */
export async function notMade({ what, error, otherwise }: FailedMaking, remote: RemoteText): Promise<DeployError> {
  const words = (await summedUp(error, remote)) || otherwise
  const excerpt = remote.tail()
  const isCode = what === 'code'
  return new DeployError(
    isCode ? 'compile_failed' : 'build_failed',
    `${isCode ? 'The code did not compile' : 'The image was not built'}: ${words}`,
    { hint: 'Nothing was published.', excerpt, speaker: isCode ? 'program' : 'platform' }
  )
}
