import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from '../model/ids.ts'
import type { BuildContext } from '../model/image-model.ts'
import { bytes, type Fields, invalid, message, number, text } from '../model/request-fields.ts'
import type { Store } from '../model/store.ts'

export type Contexts = {
  /** Keeps what a client streams: the metadata, then chunks. Throws INVALID_ARGUMENT. */
  receive(organization: string, messages: AsyncIterable<Fields>): Promise<BuildContext>
  /** Where the context's bytes lie. */
  fileOf(context: BuildContext): string
}

type Tools = { readonly store: Store; readonly data: string; readonly now: () => number }

/** Contexts are files of the data directory, written as they come. What was cut off in the middle leaves nothing. */
export async function createContexts({ store, data, now }: Tools): Promise<Contexts> {
  const uploads = join(data, 'uploads')
  const kept = join(data, 'contexts')
  await rm(uploads, { recursive: true, force: true })
  await mkdir(uploads, { recursive: true })
  await mkdir(kept, { recursive: true })
  return {
    fileOf: ({ id }) => join(kept, id),
    receive: async (organization, messages) => {
      const id = `ctx_${ulid(now())}`
      const unfinished = join(uploads, id)
      try {
        const context = { id, organization, bytes: await write(unfinished, messages) }
        await rename(unfinished, join(kept, id))
        store.putBuildContext(context)
        return context
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    }
  }
}

async function write(path: string, messages: AsyncIterable<Fields>): Promise<number> {
  await using file = await open(path, 'w')
  let metadata: Fields | undefined
  let size = 0
  for await (const received of messages) {
    if (!metadata) {
      metadata = checkedMetadata(message(received, 'metadata'))
      continue
    }
    if (message(received, 'metadata')) throw invalid('metadata must be the first message, and only that')
    const chunk = bytes(received, 'chunk')
    await file.writeFile(chunk)
    size += chunk.length
  }
  if (!metadata) throw invalid('the first message must be metadata')
  if (size === 0) throw invalid('the context is empty')
  const expected = number(metadata, 'expected_size_bytes')
  if (expected !== 0 && expected !== size) {
    throw invalid(`expected_size_bytes is ${expected}, but ${size} bytes were received`)
  }
  return size
}

function checkedMetadata(metadata: Fields | undefined): Fields {
  if (!metadata) throw invalid('the first message must be metadata')
  if (!text(metadata, 'name')) throw invalid('metadata.name is required')
  return metadata
}
