import { expect, test } from '@jest/globals'
import { tellEmptied } from '../../../src/deploy/settings/emptied.ts'
import { MemoryPlatform, RecordingTools, SETTINGS } from '../../support/fakes.ts'

function toldOf(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): readonly string[] {
  const tools = new RecordingTools(new MemoryPlatform())
  tellEmptied({ tools }, { before: { ...SETTINGS, env: before }, now: { ...SETTINGS, env: now } })
  return tools.log.lines
}

test('names that lost their value are told, and no value', () => {
  expect(toldOf({ API_KEY: 'k3y', MODE: 'fast', B: '' }, { API_KEY: '', MODE: 'slow', B: '', C: '' })).toEqual([
    'notice: An empty value has replaced a live one in env (API_KEY). A secret or variable that is not set reads as empty: check its name.'
  ])
})

test('nothing is said where no live value became empty', () => {
  expect(toldOf({ MODE: 'fast', B: '' }, { MODE: 'fast', B: '', C: '' })).toEqual([])
})
