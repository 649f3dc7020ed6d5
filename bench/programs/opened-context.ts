import type { Context } from '../../src/model/ports/packing-port.ts'
import { inspectContext } from '../../src/source/inspect-context.ts'
import { CREDENTIALS } from './credentials.ts'

/** A context as a run opens it. */
export async function openedContext(root: string): Promise<Context> {
  const options = { workspace: root, exclude: [], credentials: CREDENTIALS, stop: new AbortController().signal }
  const inspected = await inspectContext({ path: root, shownPath: '.', dockerfilePath: 'Dockerfile' }, options)
  if ('problems' in inspected) throw new Error(JSON.stringify(inspected.problems))
  return await inspected.found.open()
}
