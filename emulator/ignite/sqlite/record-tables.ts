import type { DatabaseSync } from 'node:sqlite'
import type { Execution, LogLine } from '../model/model.ts'
import type { Store } from '../model/store.ts'
import { buffer } from './code-columns.ts'

/** Lines kept an app: the platform forgets logs as well, and a chatty handler must not fill the disk. */
const KEPT_LINES = 10_000
/** How many lines come between two looks for old ones. */
const PRUNED_EVERY = 1_000

type OutputRow = { readonly timestamp_ms: number; readonly data: Uint8Array }

/** Compiles, and what compilers and builds printed. */
export function compileTables(db: DatabaseSync): Pick<Store, 'compile' | 'putCompile' | 'appendOutput' | 'output'> {
  const one = db.prepare('SELECT * FROM compile WHERE deploy_id = ?')
  const put = db.prepare('INSERT OR REPLACE INTO compile VALUES (?, ?, ?, ?)')
  const append = db.prepare('INSERT INTO output (job, timestamp_ms, data) VALUES (?, ?, ?)')
  const output = db.prepare('SELECT * FROM output WHERE job = ? ORDER BY id LIMIT -1 OFFSET ?')
  return {
    compile: (deployId) => {
      const row = one.get(deployId) as { organization: string; name: string; running: number } | undefined
      return row && { deployId, app: { organization: row.organization, name: row.name }, running: row.running === 1 }
    },
    putCompile: ({ deployId, app, running }) => {
      put.run(deployId, app.organization, app.name, running ? 1 : 0)
    },
    appendOutput: (job, { timestampMs, data }) => {
      append.run(job, timestampMs, data)
    },
    output: (job, from) =>
      output.all(job, from).map((row) => {
        const { timestamp_ms, data } = row as OutputRow
        return { timestampMs: timestamp_ms, data: buffer(data) }
      })
  }
}

type ExecutionRow = {
  readonly id: string
  readonly organization: string
  readonly name: string
  readonly status: Execution['status']
  readonly output: Uint8Array
  readonly error: string
}

/** Executions. */
export function executionTable(db: DatabaseSync): Pick<Store, 'execution' | 'executions' | 'putExecution'> {
  const one = db.prepare('SELECT * FROM execution WHERE id = ?')
  // An id begins with its time.
  const last = db.prepare('SELECT * FROM execution WHERE organization = ? AND name = ? ORDER BY id DESC LIMIT ?')
  const put = db.prepare('INSERT OR REPLACE INTO execution VALUES (?, ?, ?, ?, ?, ?)')
  return {
    execution: (id) => {
      const row = one.get(id)
      return row && executionOf(row as ExecutionRow)
    },
    executions: ({ organization, name }, limit) =>
      last.all(organization, name, limit).map((row) => executionOf(row as ExecutionRow)),
    putExecution: ({ id, app, status, output, error }) => {
      put.run(id, app.organization, app.name, status, output, error)
    }
  }
}

function executionOf({ id, organization, name, status, output, error }: ExecutionRow): Execution {
  return { id, app: { organization, name }, status, output: buffer(output), error }
}

type LineRow = {
  readonly timestamp_ms: number
  readonly replica_id: string
  readonly stream: LogLine['stream']
  readonly message: string
}

/** What the apps print. */
export function logTable(db: DatabaseSync): Pick<Store, 'appendLog' | 'logs'> {
  const append = db.prepare(
    'INSERT INTO log_line (organization, name, timestamp_ms, replica_id, stream, message) VALUES (?, ?, ?, ?, ?, ?)'
  )
  const prune = db.prepare(
    `DELETE FROM log_line WHERE organization = ?1 AND name = ?2 AND id <= (
      SELECT id FROM log_line WHERE organization = ?1 AND name = ?2 ORDER BY id DESC LIMIT 1 OFFSET ${KEPT_LINES})`
  )
  const last = db.prepare('SELECT * FROM log_line WHERE organization = ? AND name = ? ORDER BY id DESC LIMIT ?')
  return {
    appendLog: ({ organization, name }, { timestampMs, replicaId, stream, message }) => {
      const { lastInsertRowid } = append.run(organization, name, timestampMs, replicaId, stream, message)
      if (Number(lastInsertRowid) % PRUNED_EVERY === 0) prune.run(organization, name)
    },
    logs: ({ organization, name }, limit) =>
      last
        .all(organization, name, Math.min(limit, KEPT_LINES))
        .reverse()
        .map((row) => lineOf(row as LineRow))
  }
}

function lineOf({ timestamp_ms, replica_id, stream, message }: LineRow): LogLine {
  return { timestampMs: timestamp_ms, replicaId: replica_id, stream, message }
}
