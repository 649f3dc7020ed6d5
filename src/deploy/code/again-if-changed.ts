import { SourceError } from '../../model/errors.ts'
import type { Context } from '../../model/packing-port.ts'
import type { Run } from '../../model/run.ts'

/** Looks at a context once more, from the start. */
export type OpenAgain = () => Promise<Context>

export type OpenedContext = { readonly context: Context; readonly open: OpenAgain }

/**
 * All of a context was readable when it was opened, so what fails now has changed since: it is opened once more, as a file
 * that is being written is often complete a moment later.
 */
export async function againIfChanged<T>(
  { tools }: Pick<Run, 'tools'>,
  { context, open }: OpenedContext,
  work: (context: Context) => Promise<T>
): Promise<T> {
  try {
    return await work(context)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    tools.log.info(`${error.message} The context is packed once more.`)
    return await work(await open())
  }
}
