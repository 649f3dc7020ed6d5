import type { RemoteText } from './ports.ts'

/**
 * What sums up an error of the platform's, for a sentence of ours. One of several lines is a tool's output: it is shown in
 * the log like one, unless the log ended with it, and its last line sums it up.
 */
export async function summedUp(error: string, remote: RemoteText): Promise<string> {
  const lines = error.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const last = lines.at(-1)?.trim() ?? ''
  if (lines.length > 1 && !remote.tail().some((line) => line.endsWith(last))) {
    await remote.write(new TextEncoder().encode(error))
    await remote.end()
  }
  return last
}
