import type { Log } from '../../model/ports/ports.ts'
import { foldedTraceback } from './fold-traceback.ts'

/** Shows what a program printed of its failure, and gives the last lines as they were shown. */
export async function showTrace(log: Log, trace: string): Promise<readonly string[]> {
  const remote = log.remote()
  await remote.write(new TextEncoder().encode(foldedTraceback(trace)))
  await remote.end()
  return remote.tail()
}
