import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }
type Job = { readonly 'timeout-minutes'?: number; readonly uses?: string; readonly steps?: readonly Step[] }

const root = path.resolve(import.meta.dirname, '../..')
const files = globSync('.github/workflows/*.yml', { cwd: root })

test('there are workflows to look at', () => {
  expect(files).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', '.github/workflows/release.yml']))
})

/** What zizmor and actionlint do not ask for, and what must hold where they cannot be installed. */
describe.each(files)('%s', (file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const workflow = parse(text)
  const jobs = Object.values(workflow.jobs as Readonly<Record<string, Job>>)
  const steps = jobs.flatMap((job) => job.steps ?? [])

  test('pins each action by its SHA, with the version as a comment', () => {
    const pinned = /uses: (\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/
    expect(text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line) && !pinned.test(line))).toEqual([])
  })

  test('gives no permission to all jobs, and a reason for each that it gives to one', () => {
    expect(workflow.permissions).toEqual({})
    const given = text.split('\n').filter((line) => /^\s+[\w-]+: (read|write)\b/.test(line))
    expect(given.filter((line) => !/ # \S/.test(line))).toEqual([])
  })

  test('ends each job in time, and runs of the same kind wait for or end each other', () => {
    expect(jobs.filter((job) => job.uses === undefined && job['timeout-minutes'] === undefined)).toEqual([])
    const called = 'workflow_call' in workflow.on
    expect(called || typeof workflow.concurrency['cancel-in-progress'] === 'boolean').toBe(true)
  })

  test('leaves no token behind at a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  test('hands values to a script by its environment', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })
})

test('a release is never cancelled by the next one', () => {
  const release = parse(readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8'))
  expect(release.concurrency['cancel-in-progress']).toBe(false)
})

test('a wave of a fleet waits for all before it, and does not follow one that failed or was cancelled', () => {
  const { jobs } = parse(readFileSync(path.join(root, '.github/workflows/deploy-fleet.yml'), 'utf8'))
  expect([jobs['wave-2'].needs, jobs['wave-3'].needs]).toEqual([
    ['plan', 'wave-1'],
    ['plan', 'wave-1', 'wave-2']
  ])
  for (const wave of [jobs['wave-2'], jobs['wave-3']]) {
    expect(wave.if).toContain("!cancelled() && !failure() && !contains(needs.*.result, 'cancelled') && ")
  }
})
