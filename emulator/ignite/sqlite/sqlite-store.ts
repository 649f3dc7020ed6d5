import { DatabaseSync } from 'node:sqlite'
import type { Store } from '../model/store.ts'
import { appTable, draftTable, versionTable } from './app-tables.ts'
import { buildTables, imageTables, secretTable } from './image-tables.ts'
import { compileTables, executionTable, logTable } from './record-tables.ts'
import { INTERRUPT, SCHEMA, SCHEMA_VERSION } from './schema.ts'

/** The database cannot be used; the message says why. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

export type SqliteStore = Store & Disposable

/** Opens the database of one emulator: a file, or `:memory:`. Throws StoreError when another emulator has it. */
export function openStore(file: string): SqliteStore {
  const db = open(file)
  return {
    transaction: (work) => transaction(db, work),
    ...appTable(db),
    ...draftTable(db),
    ...versionTable(db),
    ...compileTables(db),
    ...buildTables(db),
    ...secretTable(db),
    ...imageTables(db),
    ...executionTable(db),
    ...logTable(db),
    [Symbol.dispose]: () => db.close()
  }
}

function open(file: string): DatabaseSync {
  try {
    const db = new DatabaseSync(file)
    // Two emulators on one file would each run the other's apps. The system drops the lock of a process that dies.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN EXCLUSIVE')
    const { user_version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (user_version !== 0 && user_version !== SCHEMA_VERSION) {
      throw new StoreError(`${file} was written by another version of the emulator: remove it`)
    }
    db.exec(`${SCHEMA} ${INTERRUPT} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`)
    return db
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    const said = cause instanceof Error ? cause.message : cause
    throw new StoreError(`${file} cannot be used (${said}); is another emulator running on it?`, { cause })
  }
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
