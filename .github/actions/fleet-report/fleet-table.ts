/** What is told of an app: what the plan says, and the `result` of its run, where it was reached. */
export type FleetRow = {
  readonly app: string
  readonly wave: number
  readonly result: Readonly<Record<string, unknown>> | undefined
}

/** The job summary of a fleet, in Markdown. */
export function fleetTable(rows: readonly FleetRow[]): string {
  if (rows.length === 0) return '### Fleet: no app has changed\n'
  const milliseconds = rows.reduce((sum, { result }) => sum + Number(result?.['duration_ms'] ?? 0), 0)
  const failed = rows.filter((row) => statusOf(row) === 'failed').length
  const unreached = rows.filter(({ result }) => result === undefined).length
  const counts = [`${rows.length} apps`, `${failed} failed`, `${unreached} not reached`, seconds(milliseconds)]
  const lines = rows.map((row) => {
    const { published_version: version, url, reason_code: reason, duration_ms: duration } = row.result ?? {}
    const cells = [row.app, row.wave, statusOf(row), reason, version, url, duration && seconds(Number(duration))]
    return `| ${cells.map((cell) => cleaned(String(cell ?? ''))).join(' | ')} |\n`
  })
  const head = '| App | Wave | Status | Reason | Version | URL | Time |\n| --- | --- | --- | --- | --- | --- | --- |\n'
  return `### Fleet: ${counts.join(', ')}\n\n${head}${lines.join('')}`
}

function statusOf({ result }: FleetRow): string {
  return String(result?.['status'] ?? 'not reached')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** A cell holds no markup of its own. */
function cleaned(text: string): string {
  return text.replace(/[|`<>\\\r\n[\]]/g, ' ')
}
