import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { OUTPUTS } from '../../src/action/outputs.ts'
import { MODE_INPUTS } from '../../src/inputs/mode-inputs.ts'
import type { Mode } from '../../src/model/plan.ts'
import { yamlBlocksOf } from '../../tooling/workflows/yaml-blocks.ts'

type Tree = { readonly [name: string]: unknown }
type Step = Tree & { readonly uses?: string; readonly id?: string; readonly with?: Tree }
type Job = Tree & { readonly steps?: readonly Step[]; readonly needs?: string; readonly outputs?: Tree }
type Block = { readonly at: string; readonly text: string }

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const inputsOf = (file: string) => Object.keys(parse(read(file)).inputs)

const blocks: readonly Block[] = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].flatMap((file) =>
  yamlBlocksOf(read(file)).map(({ line, text }) => ({ at: `${file}:${line}`, text }))
)
const guide = blocks.filter(({ at }) => at.startsWith('docs/github.md:'))

/** All steps of a block, which is a workflow, a part of one, or none. */
function stepsIn(tree: unknown): readonly Step[] {
  if (typeof tree !== 'object' || tree === null) return []
  const isStep = 'uses' in tree || 'run' in tree
  return [...(isStep ? [tree as Step] : []), ...Object.values(tree).flatMap(stepsIn)]
}

function jobsIn({ text }: Block): readonly (readonly [string, Job])[] {
  const { jobs = {} } = parse(text) as { readonly jobs?: Readonly<Record<string, Job>> }
  return Object.entries(jobs)
}

test('the pages hold workflows', () => {
  expect(blocks.length).toBeGreaterThan(15)
  expect(guide.flatMap((block) => jobsIn(block).map(([name]) => name))).toEqual(
    expect.arrayContaining(['preview', 'sweep', 'test', 'staging', 'draft', 'publish', 'rollback', 'build'])
  )
})

describe.each(blocks.map((block) => [block.at, block.text] as const))('the YAML at %s', (_, text) => {
  test('can be read', () => {
    expect(parse(text, { strict: true, uniqueKeys: true })).toBeInstanceOf(Object)
  })

  test('names inputs that the action has, and that mean something in its mode', () => {
    for (const { uses = '', with: given = {} } of stepsIn(parse(text))) {
      const names = Object.keys(given)
      if (/^dodil\/ignite-deploy\/sweep@/.test(uses))
        expect(inputsOf('sweep/action.yml')).toEqual(expect.arrayContaining(names))
      else if (/^dodil\/ignite-deploy@/.test(uses)) {
        expect(MODE_INPUTS[(given['mode'] ?? 'deploy') as Mode]).toEqual(expect.arrayContaining(names))
      }
    }
  })
})

/** `${{ steps.draft.outputs.url }}` as ['steps', 'draft', 'url']. */
function outputsReadBy(part: unknown): readonly (readonly string[])[] {
  return [...JSON.stringify(part).matchAll(/(steps|needs)\.([\w-]+)\.outputs\.([\w-]+)/g)].map((match) =>
    match.slice(1)
  )
}

describe('docs/github.md', () => {
  const jobs = guide.flatMap(jobsIn)

  test.each(jobs)('the job %s reads outputs of steps and jobs that there are', (_, job) => {
    for (const [from, name = '', output = ''] of outputsReadBy(job)) {
      if (from === 'needs') {
        expect(job.needs).toBe(name)
        const other = jobs.find(([each]) => each === name)?.[1]
        expect(Object.keys(other?.outputs ?? {})).toContain(output)
        continue
      }
      const step = job.steps?.find(({ id }) => id === name)
      if (step?.uses) expect(OUTPUTS).toContain(output)
      else expect(step?.['run']).toContain(`${output}=`)
    }
  })

  test.each(jobs)('the job %s has its permissions written down', (_, job) => {
    expect(job['permissions']).toBeInstanceOf(Object)
  })

  test('one version of each action is used', () => {
    const used = new Set(guide.flatMap(({ text }) => stepsIn(parse(text)).flatMap(({ uses }) => uses ?? [])))
    expect([...used].filter((name) => name.startsWith('actions/')).toSorted()).toEqual([
      'actions/checkout@v7',
      'actions/download-artifact@v8',
      'actions/upload-artifact@v7'
    ])
  })

  test('what is published is drafted on the same endpoint, of the same app', () => {
    const inputsOfJob = (name: string) =>
      jobs.find(([each]) => each === name)?.[1].steps?.find(({ uses }) => uses?.startsWith('dodil/'))?.with ?? {}
    const [draft, publish] = [inputsOfJob('draft'), inputsOfJob('publish')]
    expect([draft['mode'], publish['mode']]).toEqual(['draft', 'publish'])
    for (const name of ['app', 'api-endpoint', 'service-account-id']) expect(publish[name]).toBe(draft[name])
  })

  test('the number of a fork’s pull request lies outside of what is deployed', () => {
    const all = guide.flatMap(({ text }) => stepsIn(parse(text)))
    const code = all.flatMap(({ with: given }) => (given?.['pr-number'] ? [String(given['code'])] : []))
    const written = all.flatMap(({ run }) => /> (\S+number\.txt)/.exec(String(run))?.[1] ?? [])
    const readFrom = all.flatMap(({ run }) => /< (\S+number\.txt)/.exec(String(run))?.[1] ?? [])
    expect([code.length, readFrom]).toEqual([1, written])
    expect(path.relative(code[0] ?? '', written[0] ?? '')).toMatch(/^\.\.\//)
  })
})
