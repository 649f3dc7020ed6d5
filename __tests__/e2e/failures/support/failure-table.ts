import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import type { EmulatorOptions } from '../../../../emulator/start.ts'
import { type FailureRow, failedStage } from './failure-row.ts'
import { rowApp, seen } from './seen.ts'
import { SharedPlatform } from './shared-platform.ts'

const IS_WRITING = process.env['GOLDEN'] === 'write'
const IS_WHOLE = IS_WRITING || process.env['FAILURES'] === 'all'

/** In the short form every third row runs. */
const STRIDE = 3

/**
 * Runs the rows of one kind at the same time. What a user sees of each must be the section of its name in the kind's golden
 * file. With `GOLDEN=write` in the environment the file is written instead.
 */
export function failEach(kind: string, rows: readonly FailureRow[], shared: EmulatorOptions = {}): void {
  const platforms = new SharedPlatform(shared)
  const file = path.join(import.meta.dirname, '../golden', `${kind}.md`)
  const written = new Map<string, string>()
  const numbered = rows.map((row, at) => ({ row, at, what: row.what }))

  afterAll(async () => {
    await platforms[Symbol.asyncDispose]()
    if (IS_WRITING) writeFileSync(file, rows.map(({ what }) => section(what, written.get(what) ?? '')).join('\n'))
  })

  test.concurrent.each(numbered.filter(({ at }) => IS_WHOLE || at % STRIDE === 0))('$what', async ({ row, at }) => {
    const stage = await failedStage(row, await platforms.of(row.platform), rowApp(at))
    const shown = `exit ${stage.exitCode}\n\n${seen(stage)}`
    if (IS_WRITING) written.set(row.what, shown)
    else expect(section(row.what, shown)).toBe(sections(file).get(row.what))
  })

  test('Every golden text has its row, and no two rows have one name', () => {
    const names = rows.map(({ what }) => what)
    expect(new Set(names).size).toBe(names.length)
    if (!IS_WRITING) expect([...sections(file).keys()]).toEqual(names)
  })
}

function section(what: string, shown: string): string {
  return `## ${what}\n\n\`\`\`text\n${shown}\n\`\`\`\n`
}

function sections(file: string): ReadonlyMap<string, string> {
  const texts = readFileSync(file, 'utf8').split(/^(?=## )/m)
  return new Map(texts.map((text) => [text.slice(3, text.indexOf('\n')), text.replace(/\n\n$/, '\n')]))
}
