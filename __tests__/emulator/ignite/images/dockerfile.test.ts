import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../emulator/ignite/images/dockerfile/parse.ts'

test('an instruction goes on over lines, comments and empty lines', () => {
  const text = [
    '# a comment',
    'from x AS y',
    'RUN one && \\',
    '  # in between',
    '',
    '    two',
    'COPY --from=y --chmod=755 a b'
  ]
  expect(parseDockerfile(text.join('\n'))).toEqual([
    { line: 2, keyword: 'FROM', flags: {}, rest: 'x AS y' },
    { line: 3, keyword: 'RUN', flags: {}, rest: 'one &&     two' },
    { line: 7, keyword: 'COPY', flags: { from: 'y', chmod: '755' }, rest: 'a b' }
  ])
})

test('the escape directive moves where lines go on', () => {
  expect(parseDockerfile('# escape=`\r\nFROM x\r\nRUN a `\r\n  b C:\\\r\n').at(-1)).toMatchObject({
    rest: 'a   b C:\\'
  })
})

test.each([
  ['FROM x\n\nRUNN y', 'dockerfile parse error line 3: unknown instruction: RUNN'],
  ['FROM x\nRUN', 'dockerfile parse error line 2: RUN requires at least one argument'],
  ['ARG A\nRUN x', 'dockerfile parse error line 2: no build stage in current context'],
  ['# nothing', 'dockerfile parse error line 1: no build stage in current context'],
  ['FROM x\nRUN <<EOF\nls\nEOF', 'dockerfile parse error line 2: this emulator reads no here-documents']
])('%j is refused', (text, message) => {
  expect(() => parseDockerfile(text)).toThrow(new Error(message))
})

test('a here-string of a shell is no here-document', () => {
  expect(parseDockerfile('FROM x\nRUN cat <<< "word"').at(-1)).toMatchObject({ rest: 'cat <<< "word"' })
})
