import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect } from '@jest/globals'
import type { StageResult } from '../../../runner/stage.ts'
import { ROOT } from '../../support/deploying.ts'

/** What differs from run to run and from machine to machine, replaced by what it is. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT'],
  [/(?<=sha256 )[0-9a-f]{12}\b/g, 'SHA256'],
  [/\b[0-9a-f]{64}\b/g, 'SHA256'],
  [/(?<=Saved draft |<code>)[0-9a-f]{8}\b/g, 'HASH'],
  // Shown from a second on.
  [/ \(\d+(?:\.\d)? s\)$/gm, ''],
  [/(?<= (?:ms|s)) :(crit, )?\d+, \d+$/gm, ' :$1FROM, TO'],
  [/(?<=axisFormat )\S+/g, 'AXIS'],
  [/(?<=tickInterval )\d+/g, 'TICK'],
  [/\b\d+(?:\.\d)?(?: |&nbsp;)(?:ms|s)\b|\b\d+\.\d+s\b/g, 'TIME'],
  [/\b\d+(?:\.\d)? k?B\b/g, 'SIZE'],
  [/\b[0-9A-Z]{26}\b/g, 'ID'],
  [new RegExp(`${RegExp.escape(tmpdir())}/(?:conformance|ignite-\\w+)-\\w+`, 'g'), 'TEMP'],
  [/(?<=-)[0-9a-f]{16}(?=[/)])/g, 'HASH'],
  [/(?<=ignite-log-)\w+/g, 'RANDOM'],
  [/(?<=INFO\[)\d{4}(?=\])/g, 'TIME']
]

/** What differs with the version of a compiler or of the emulator, beside colours. */
const VERSIONED: readonly (readonly [RegExp, string])[] = [
  [/^\| +[~^]+\n/gm, ''],
  [new RegExp(`File "${RegExp.escape(ROOT)}/(\\S+)", line \\d+, .+\\n.*`, 'g'), 'File "REPOSITORY/$1"']
]

/** A text of a run as it is every time. */
export function constant(text: string): string {
  return CHANGING.reduce((changed, [pattern, word]) => changed.replace(pattern, word), text)
}

/** The log without what the runner prints before the stage starts. */
export function ownLog({ log }: StageResult): string {
  return constant(log.replace(/^##\[group\]Run [\s\S]*?##\[endgroup\]\n/, ''))
}

/**
 * The whole log of a run, and where its annotations are pinned, must be what the file in golden/ holds. With
 * `GOLDEN=write` in the environment the file is written instead, here as below.
 */
export function expectGolden(name: string, stage: StageResult): void {
  const shown = VERSIONED.reduce(
    (text, [pattern, word]) => text.replace(pattern, word),
    stripVTControlCharacters(stage.log)
  )
  const text = `${ownLog({ ...stage, log: shown })}\n== annotations ==\n${stage.annotations.map(pinnedTo).join('')}`
  expectGoldenText(`${name}.txt`, text)
}

/**
 * A step that is silent for 15 s says so and stands in no group, as does a compiler on a busy machine. What is left is
 * what both a slow and a quick one print.
 */
function withoutTempo(text: string, step: string): string {
  const title = RegExp.escape(step)
  const folded = new RegExp(`^##\\[group\\]${title}\\n((?:(?!##\\[endgroup\\]).*\\n)*)##\\[endgroup\\]\\n`, 'gm')
  return text.replace(new RegExp(`^… ${title}: TIME\\n`, 'gm'), '').replace(folded, '$1')
}

/** A text of a run, as it is every time, must be what the file in golden/ holds. */
export function expectGoldenText(name: string, text: string): void {
  const file = path.join(import.meta.dirname, 'golden', name)
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, text)
  const slow = [...text.matchAll(/^… (.+): TIME$/gm)].map(([, step = '']) => step)
  expect(slow.reduce(withoutTempo, text)).toBe(slow.reduce(withoutTempo, readFileSync(file, 'utf8')))
}

function pinnedTo({ level, message, properties }: StageResult['annotations'][number]): string {
  const { file = '-', line, col, title } = properties
  const place = [file, line, col].filter((part) => part !== undefined).join(':')
  return `${level} ${place} (${title ?? ''}) ${constant(message)}\n`
}
