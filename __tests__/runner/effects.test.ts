import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { CommandReader } from '../../runner/commands.ts'
import { applyFiles, applyLine, type StageEffects, summaryLimit } from '../../runner/effects.ts'
import { createCommandFiles, NamedValues } from '../../runner/files.ts'
import { Masks } from '../../runner/masks.ts'
import { StageLog } from '../../runner/stage-log.ts'

const workspace = mkdtempSync(join(tmpdir(), 'effects-'))
afterAll(() => rmSync(workspace, { recursive: true }))
writeFileSync(join(workspace, 'matcher.json'), '{"problemMatcher":[]}')

function newEffects(): StageEffects {
  const masks = new Masks()
  return {
    log: new StageLog(masks, () => undefined, false),
    masks,
    workspace,
    outputs: new NamedValues(),
    state: new NamedValues(),
    jobEnvironment: new Map(),
    jobPath: ['/before'],
    failed: false,
    echo: false,
    summary: undefined
  }
}

function applyText(text: string, effects = newEffects()): StageEffects {
  const reader = new CommandReader()
  for (const line of [...reader.push('stdout', Buffer.from(text)), ...reader.end()]) applyLine(effects, line)
  return effects
}

describe('applyLine', () => {
  const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'support/log-injection-vectors.json'), 'utf8')) as {
    line_vectors: readonly { in: string; runner: string }[]
  }

  test.each(vectors.line_vectors)('fails the step at $in exactly when the file says so', ({ in: line, runner }) => {
    expect(applyText(line).failed).toBe(/result Failed|step fails/.test(runner))
  })

  test.each([
    '##[echo]',
    '::save-state::x',
    '::set-output name=::x',
    '##[remove-matcher]nope.json',
    '::set-env name=NODE_OPTIONS::x'
  ])('fails the step at %j too', (line) => {
    const { failed, log } = applyText(line)
    expect(failed).toBe(true)
    expect(log.lines.at(-2)).toBe(`##[error]Unable to process command '${line}' successfully.`)
  })

  test.each([
    '##[add-matcher]matcher.json',
    '##[add-matcher]',
    '::remove-matcher owner=tsc::',
    '::remove-matcher owner=tsc::matcher.json',
    '::echo:: On ',
    '::add-mask::',
    '::debug::'
  ])('does not fail the step at %j', (line) => {
    expect(applyText(line).failed).toBe(false)
  })

  test('sets outputs and state, with the warning that this is deprecated', () => {
    const { outputs, state, log } = applyText('::set-output name=a::1%0A2\n##[save-state NAME=s]3\n')
    expect(outputs?.toRecord()).toEqual({ a: '1\n2' })
    expect(state.toRecord()).toEqual({ s: '3' })
    expect(log.annotations.map(({ message }) => message.slice(0, 40))).toEqual([
      'The `set-output` command is deprecated a',
      'The `save-state` command is deprecated a'
    ])
  })

  test('masks from the next line on', () => {
    const { log } = applyText('hunter22\n::add-mask::hunter22\nhunter22\n')
    expect(log.lines).toEqual(['hunter22', '***'])
  })

  test('prints in clear what should have been masked while commands are stopped, and hides the token', () => {
    const { log } = applyText(
      '::stop-commands::long-token\n::add-mask::hunter22\n::long-token::\nhunter22 long-token\n'
    )
    expect(log.lines).toEqual(['::stop-commands::long-token', '::add-mask::hunter22', '::***::', 'hunter22 ***'])
  })

  test('echoes commands once it is told to, but no secret', () => {
    const { log } = applyText('::echo::on\n::set-output name=a::1\n::add-mask::hunter22\n::notice::n\n::echo::off\n')
    expect(log.lines.filter((line) => !line.includes('deprecated'))).toEqual([
      '::set-output name=a::1',
      '::add-mask::***',
      '##[notice]n',
      '::echo::off'
    ])
  })

  test('shows groups and annotations as tags', () => {
    const { log } = applyText('::group::Pack\nx ##[warning file=a;line=2]w\n::endgroup::ignored\n')
    expect(log.lines).toEqual(['##[group]Pack', '##[warning]w', '##[endgroup]'])
    expect(log.annotations).toEqual([{ level: 'warning', message: 'w', properties: { file: 'a', line: '2' } }])
  })
})

describe('applyFiles', () => {
  function applyContents(contents: Readonly<Record<string, string>>, effects = newEffects()): StageEffects {
    const files = createCommandFiles(workspace)
    for (const [name, text] of Object.entries(contents)) writeFileSync(files[name as keyof typeof files], text)
    applyFiles(effects, files)
    return effects
  }

  test('applies every file', () => {
    const effects = applyContents({
      GITHUB_OUTPUT: 'a=1\n',
      GITHUB_STATE: 's<<E\n2\nE\n',
      GITHUB_ENV: 'V=3\n',
      GITHUB_PATH: '/first\n\n/second\n',
      GITHUB_STEP_SUMMARY: '# x\r\ny'
    })
    expect(effects.outputs?.toRecord()).toEqual({ a: '1' })
    expect(effects.state.toRecord()).toEqual({ s: '2' })
    expect([...effects.jobEnvironment]).toEqual([['V', '3']])
    expect(effects.jobPath).toEqual(['/second', '/first', '/before'])
    expect(effects.summary).toBe('# x\ny\n')
    expect(effects.failed).toBe(false)
  })

  test('fails the step at a malformed file, after the pairs before it and without touching other files', () => {
    const effects = applyContents({ GITHUB_STATE: 'a=1\nb<<E\n2\n', GITHUB_OUTPUT: 'c=3\n' })
    expect(effects.failed).toBe(true)
    expect(effects.state.toRecord()).toEqual({ a: '1' })
    expect(effects.outputs?.toRecord()).toEqual({ c: '3' })
    expect(effects.log.lines).toEqual([
      "##[error]Unable to process file command 'state' successfully.",
      "##[error]Invalid value. Matching delimiter not found 'E'"
    ])
  })

  test('fails the step at an output without a name', () => {
    expect(applyContents({ GITHUB_OUTPUT: '=3\n' }).failed).toBe(true)
  })

  test('lets a file win over a command for the same name', () => {
    const effects = applyText('::set-output name=a::injected\n::set-output name=b::injected\n')
    expect(applyContents({ GITHUB_OUTPUT: 'A=ours\n' }, effects).outputs?.toRecord()).toEqual({
      a: 'ours',
      b: 'injected'
    })
  })

  test('masks the summary line by line', () => {
    const effects = applyText('::add-mask::hunter22\n')
    applyContents({ GITHUB_STEP_SUMMARY: 'a hunter22\nhunter\n22\n' }, effects)
    expect(effects.summary).toBe('a ***\nhunter\n22\n')
  })

  test('rejects a summary over 1 MiB as a whole, without failing the step', () => {
    expect(applyContents({ GITHUB_STEP_SUMMARY: 'x'.repeat(summaryLimit) }).summary).toHaveLength(summaryLimit + 1)
    const effects = applyContents({ GITHUB_STEP_SUMMARY: 'x'.repeat(summaryLimit + 1) })
    expect(effects.summary).toBeUndefined()
    expect(effects.failed).toBe(false)
    expect(effects.log.lines[0]).toMatch(/^##\[error\]\$GITHUB_STEP_SUMMARY upload aborted/)
  })

  test('does not take NODE_OPTIONS for later steps', () => {
    const effects = applyContents({ GITHUB_ENV: 'node_options=--require x\nA=1\n' })
    expect([...effects.jobEnvironment]).toEqual([['A', '1']])
    expect(effects.failed).toBe(false)
  })
})
