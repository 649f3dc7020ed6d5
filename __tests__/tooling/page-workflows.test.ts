import { expect, test } from '@jest/globals'
import { workflowsOf } from '../../tooling/workflows/page-workflows.ts'

const page = (block: string) => `# A page\n\n\`\`\`yaml\n${block}\`\`\`\n`

test('a workflow is found, with its line', () => {
  const text = 'on: push\njobs: { a: { runs-on: x, steps: [] } }\n'
  expect(workflowsOf('a.md', page(text))).toEqual([{ file: 'a.md', line: 3, text }])
})

test('a list of steps becomes a workflow', () => {
  const [found] = workflowsOf('a.md', page('- uses: actions/checkout@v7\n- run: |\n    a\n\n    b\n'))
  expect(found?.text).toContain(
    '    steps:\n      - uses: actions/checkout@v7\n      - run: |\n          a\n\n          b\n'
  )
})

test('a block in a list of the page is read like others', () => {
  const [found] = workflowsOf('a.md', '- So:\n\n  ```yaml\n  jobs:\n    a: {}\n  ```\n')
  expect(found?.text).toBe('jobs:\n  a: {}\n')
})

test.each([['code: .\nruntime: python\n'], ['- one\n- two\n'], ['just words\n'], ['\n']])(
  '%j is no workflow',
  (block) => {
    expect(workflowsOf('a.md', page(block))).toEqual([])
  }
)

test.each([
  ['uses: dodil/ignite-deploy@v1', 'uses: ./'],
  ['uses: dodil/ignite-deploy/sweep@v1', 'uses: ./sweep'],
  [
    'uses: dodil/ignite-deploy/.github/workflows/deploy-fleet.yml@0123abc # v1.2.3',
    'uses: ./.github/workflows/deploy-fleet.yml # v1.2.3'
  ],
  ['uses: actions/checkout@v7', 'uses: actions/checkout@v7']
])('%s is read as %s', (shown, read) => {
  expect(workflowsOf('a.md', page(`- ${shown}\n`))[0]?.text).toContain(`      - ${read}\n`)
})
