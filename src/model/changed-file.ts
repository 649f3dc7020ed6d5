import { SourceError } from './errors.ts'

/** A file was another one when it was read than when it was listed. */
export class FileChanged extends SourceError {
  constructor(name: string) {
    super(`${name} changed while it was being packed.`, {
      hint: 'Let the steps that write files end before the deployment starts.'
    })
  }
}

/**
 * Works on files that were listed before. A file that is being written is often complete a moment later: where one has changed,
 * they are listed anew, and the work is done once more from the start, but not a third time.
 */
export async function againIfChanged<F, T>(
  found: F,
  work: (found: F) => Promise<T>,
  listAnew: (changed: FileChanged) => Promise<F>
): Promise<T> {
  try {
    return await work(found)
  } catch (error) {
    if (!(error instanceof FileChanged)) throw error
    return await work(await listAnew(error))
  }
}
