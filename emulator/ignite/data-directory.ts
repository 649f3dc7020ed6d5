import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore, type SqliteStore, StoreError } from './sqlite/sqlite-store.ts'

/** Where an emulator keeps its state and works on code. */
type DataDirectory = AsyncDisposable & { readonly path: string; readonly store: SqliteStore }

/**
 * Opens the directory, made when it is missing. Without a path the state is in memory, and the directory a temporary one
 * that goes with the emulator. Throws StoreError.
 */
export async function openData(path: string | undefined): Promise<DataDirectory> {
  if (path === undefined) {
    const temporary = await mkdtemp(join(tmpdir(), 'ignite-emulator-'))
    const store = openStore(':memory:')
    return {
      path: temporary,
      store,
      [Symbol.asyncDispose]: async () => {
        store[Symbol.dispose]()
        await rm(temporary, { recursive: true, force: true })
      }
    }
  }
  await makeDirectory(path)
  const store = openStore(join(path, 'emulator.sqlite'))
  return { path: resolve(path), store, [Symbol.asyncDispose]: async () => store[Symbol.dispose]() }
}

async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (cause) {
    throw new StoreError(`${path} cannot be made: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}
