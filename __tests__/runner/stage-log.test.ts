import { expect, test } from '@jest/globals'
import { Masks } from '../../runner/masks.ts'
import { StageLog, WebView } from '../../runner/stage-log.ts'

function logOf(fill: (log: StageLog) => void, debugging = false) {
  const masks = new Masks()
  masks.add('hunter22')
  const live: string[] = []
  const log = new StageLog(masks, (line) => live.push(line), debugging)
  fill(log)
  expect(live).toEqual(log.lines)
  return log
}

test('masks every line, and a message as a whole', () => {
  const { lines, annotations } = logOf((log) => {
    log.output('a hunter22')
    log.issue('error', 'b hunter22\nc', { file: 'x' })
  })
  expect(lines).toEqual(['a ***', '##[error]b ***', 'c'])
  expect(annotations).toEqual([{ level: 'error', message: 'b ***\nc', properties: { file: 'x' } }])
})

test('keeps ten annotations of each level and shows all', () => {
  const { lines, annotations } = logOf((log) => {
    for (let count = 0; count < 12; count += 1) log.issue('warning', `w${count}`)
    log.issue('notice', 'n')
  })
  expect(lines).toHaveLength(13)
  expect(annotations.map(({ message }) => message)).toEqual([...Array.from({ length: 10 }, (_, n) => `w${n}`), 'n'])
})

test('cuts a message at 4096 characters', () => {
  const { lines, annotations } = logOf((log) => log.issue('error', 'x'.repeat(5000)))
  expect(annotations[0]?.message).toHaveLength(4096)
  expect(lines).toEqual([`##[error]${'x'.repeat(4096)}`])
})

test('shows empty lines, and debug lines only when asked to', () => {
  const fill = (log: StageLog) => {
    log.output('')
    log.debug('a\nb')
  }
  expect(logOf(fill).lines).toEqual([''])
  expect(logOf(fill, true).lines).toEqual(['', '##[debug]a', '##[debug]b'])
})

test("breaks the runner's own step markers in the output of a process", () => {
  expect(logOf((log) => log.outputOfProcess('##[start-action display=x] ##[end-action id=y] ##[x]')).lines).toEqual([
    '##[\\start-action display=x] ##[\\end-action id=y] ##[x]'
  ])
})

test('shows lines as the web page does', () => {
  const view = new WebView()
  const lines = [
    '##[group]Pack',
    'a',
    '##[warning]b',
    '##[endgroup]',
    'c',
    '##[command]git',
    '##[nothing]d',
    '##[error]'
  ]
  expect(lines.map((line) => view.show(line))).toEqual([
    '▼ Pack',
    '  a',
    '  Warning: b',
    undefined,
    'c',
    'git',
    '##[nothing]d',
    'Error: '
  ])
})
