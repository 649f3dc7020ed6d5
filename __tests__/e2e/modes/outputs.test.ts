import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { OUTPUTS } from '../../../src/action/outputs.ts'
import { MODE_INPUTS } from '../../../src/inputs/mode-inputs.ts'
import { outputsOf } from '../../support/deploying.ts'
import type { Held } from '../support/by-hand.ts'
import { type OutputName, type OutputRow, SET } from './support/output-row.ts'
import { OUTPUT_ROWS } from './support/output-rows.ts'
import { type Ended, playRow } from './support/output-scene.ts'
import { outputsPage } from './support/outputs-page.ts'

const PAGE = new URL('../../../docs/outputs.md', import.meta.url)

test('docs/outputs.md is what `npm run outputs` makes of the rows', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(outputsPage())
})

test('Every mode has rows, and no two rows of a mode have one name', () => {
  const names = OUTPUT_ROWS.map(({ mode, ending }) => `${mode}: ${ending}`)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(OUTPUT_ROWS.map(({ mode }) => mode))).toEqual(new Set(Object.keys(MODE_INPUTS)))
})

// Those that wait for a minute begin first: the others fit into it.
const SLOW_FIRST = OUTPUT_ROWS.toSorted((a, b) => Number(b.isSlow ?? false) - Number(a.isSlow ?? false))

describe('All outputs are set and true, in mode', () => {
  test.concurrent.each(SLOW_FIRST)('$mode: $ending', (row) => check(row))
})

function check(row: OutputRow): Promise<void> {
  return playRow(row, async (ended) => {
    const { log, outputs } = ended.main
    const { duration_ms, ...others } = outputsOf(ended.main)
    const isSet = (name: OutputName) => (row.ends[name as keyof OutputRow['ends']] ?? '') === SET
    const shown = OUTPUTS.filter((name) => name !== 'duration_ms' && name !== 'result' && name !== 'code_hash')
    const seen = Object.fromEntries(
      shown.map((name) => [name, isSet(name) && others[name] !== '' ? SET : others[name]])
    )
    const wanted = Object.fromEntries(shown.map((name) => [name, row.ends[name as keyof OutputRow['ends']] ?? '']))
    expect({ ...seen, log }).toEqual({ ...wanted, log })
    expect(outputs['code_hash']).toBe(hashNamed(row.ends.code_hash ?? '', ended))
    expect(duration_ms).toMatch(/^[1-9]\d*$/)
    expect(outputs['result']).not.toBe('')
    await expectTrue(outputs, ended)
    // Where another hand meddles, what is live changes without this run.
    const isSame = outputs['changed'] === 'false' || outputs['status'] === 'planned'
    if (isSame && !row.meanwhile) expect(live(ended.after)).toEqual(live(ended.before))
  })
}

/** `of its draft`, `of version 1`. */
function hashNamed(words: string, { ownHash, after }: Ended): string {
  if (words === 'of its draft') return ownHash
  return after.versions.get(Number(/\d+$/.exec(words)?.[0])) ?? ''
}

/** What an output says, the platform shows. What it does not say, it need not. */
async function expectTrue(outputs: Readonly<Record<string, string>>, { before, after, ownHash, hasExecution }: Ended) {
  const { url, public_url, public_urls, active_version, previous_version, published_version, changed } = outputs
  const urls = after.meta?.public_urls ?? []
  expect(url).toBe(public_url)
  if (public_urls !== '') expect(JSON.parse(public_urls ?? '')).toEqual(urls)
  if (url !== '') expect(url).toBe(urls[0])
  if (active_version !== '') expect(active_version).toBe(String(after.meta?.active_version))
  if (previous_version !== '') expect(previous_version).toBe(String(before.meta?.active_version))
  if (published_version !== '') expect(after.versions.get(Number(published_version))).toBe(ownHash)
  if (outputs['log_path'] !== '') expect(existsSync(outputs['log_path'] ?? '')).toBe(true)
  for (const id of JSON.parse(outputs['test_execution_ids'] || '[]')) expect(await hasExecution(id)).toBe(true)
  // A dry run says what would be.
  if (changed === 'true' && outputs['status'] !== 'planned') expect(live(after)).not.toEqual(live(before))
}

/** Nothing is live of an app that has no version. */
function live({ meta }: Held): unknown {
  return meta && meta.active_version > 0 ? meta : undefined
}
