import { appendFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/** What a user, or the platform, has to show for a fault: few facts, each with a short name. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>

/** A row of the table that `npm run test:faults` prints. */
export type FaultRow = {
  /** The case's number, by which docs/promises.md cites it. */
  readonly number: number
  readonly fault: string
  readonly expected: Facts
  readonly seen: Facts
}

/** Where the rows go; set by table.ts. */
const TABLE = process.env['FAULT_TABLE']

export type FaultCase = Omit<FaultRow, 'seen'> & {
  /** Left out: that of every test. */
  readonly timeoutMs?: number
  /** Brings the fault about and gives what came of it. It may expect more than the table shows. */
  readonly run: () => Promise<Facts>
}

/** A case of the fault list as a test by its number. The cases of a file run at the same time. */
export function faultCase({ run, timeoutMs, ...row }: FaultCase): void {
  const look = async () => {
    const seen = await run().catch((error: unknown) => {
      record({ ...row, seen: { error: String(error) } })
      throw error
    })
    record({ ...row, seen })
    expect(seen).toEqual(row.expected)
  }
  test.concurrent(`${row.number}. ${row.fault}`, look, timeoutMs)
}

function record(row: FaultRow): void {
  if (TABLE) appendFileSync(TABLE, `${JSON.stringify(row)}\n`)
}
