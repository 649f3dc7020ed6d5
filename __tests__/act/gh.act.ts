/** What calls GitHub's API by its `gh`, against a GitHub of this machine. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@jest/globals'
import { parse } from 'yaml'
import type { ApiFaultRule } from '../../runner/github/github-faults.ts'
import type { GitHub } from '../../runner/github/github-server.ts'
import type { StoredAsset, StoredJob } from '../../runner/github/github-store.ts'
import { judged } from '../github/support/talking.ts'
import { ROOT } from '../support/deploying.ts'
import {
  changeWorkflow,
  copyOfClone,
  copyToInstall,
  HOSTNAME,
  standIns,
  testWithGh,
  withGh
} from './support/own-workflows.ts'

const VERSION: string = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version
const TAG = `v${VERSION}`
const MAJOR = `refs/tags/v${VERSION.split('.')[0]}`
const OLD = '0'.repeat(40)
const REQUIRED = ['ci.yml', 'check-dist.yml', 'selftest.yml', 'security.yml']
const ASSETS = [
  'SHA256SUMS',
  'ignite-deploy-licenses.txt',
  'ignite-deploy.cdx.json',
  'ignite-deploy.intoto.jsonl',
  'ignite-deploy.tar.gz'
]

/** A GitHub whose tokens may what the workflow grants to these jobs. */
async function granting(file: string, jobs: readonly string[], faults: readonly ApiFaultRule[] = []): Promise<GitHub> {
  const workflow = parse(readFileSync(path.join(ROOT, '.github/workflows', file), 'utf8'))
  const permissions = Object.assign({}, ...jobs.map((job) => workflow.jobs[job].permissions))
  return await judged({ hostname: HOSTNAME, permissions, faults })
}

/** The clone as a commit that can be released, and what runs a job of the release's workflow in it. */
function releasable() {
  const repository = copyToInstall()
  const artifacts = mkdtempSync(path.join(tmpdir(), 'release-artifacts-'))
  repository.write('CHANGELOG.md', `## ${VERSION} - 2026-12-01\n\n- All.\n`)
  // act 0.2.89 refuses it.
  changeWorkflow(repository, 'release.yml', '  queue: max', '  #')
  const sha = repository.commit()
  const run = (github: GitHub, ...jobs: readonly string[]) => {
    const options = [...withGh(repository, github), ...standIns('release.yml'), '--env', `ARTIFACTS=${artifacts}`]
    return repository.run('push', 'release.yml', [...options, ...jobs], { ref: `refs/tags/${TAG}` })
  }
  return {
    repository,
    sha,
    run,
    [Symbol.dispose]: () => {
      rmSync(artifacts, { recursive: true })
      repository[Symbol.dispose]()
    }
  }
}

/** What changed something there since then. */
function changes({ calls }: GitHub, since: number): readonly string[] {
  const changing = calls.slice(since).filter(({ method, path }) => method !== 'GET' && path !== 'graphql')
  return changing.map(({ method, route, answer }) => `${method} ${route} ${answer?.code}`)
}

testWithGh('a commit is released when each workflow has passed for a push of it to main, and not before', async () => {
  using commit = releasable()
  const { sha, run } = commit
  await using github = await granting('release.yml', ['proven'])
  const passed = { sha, branch: 'main', event: 'push', conclusion: 'success' }
  const [last = '', ...others] = REQUIRED
  for (const workflow of [...others, last]) github.store.addRun({ ...passed, workflow, sha: OLD })
  for (const workflow of others) github.store.addRun({ ...passed, workflow })
  for (const other of [
    { branch: 'topic' },
    { event: 'pull_request' },
    { conclusion: 'failure' },
    { conclusion: null }
  ]) {
    github.store.addRun({ ...passed, workflow: last, ...other })
  }
  const refused = await run(github)
  expect(refused.log.jobs).toEqual({ 'The commit has passed on main': 'failure' })
  expect(refused.log.text).toContain(`| ${last}: 0 passed`)

  github.store.addRun({ ...passed, workflow: last })
  const proven = await run(github, '--job', 'proven')
  expect(proven.log.jobs).toEqual({ 'The commit has passed on main': 'success' })
  for (const workflow of REQUIRED) expect(proven.log.text).toContain(`| ${workflow}: 1 passed`)
})

testWithGh(
  'a release is published once, when it is whole; what failed before is made anew, and what is published stays',
  async () => {
    using commit = releasable()
    const { repository, sha, run } = commit
    const broken = { kind: 'answer', code: 502 } as const
    await using github = await granting(
      'release.yml',
      ['proven', 'publish'],
      [
        { method: 'POST', path: /^\/releases\/\d+\/assets$/, calls: [3], fault: { ...broken, code: 400 } },
        { method: 'PATCH', path: /^\/releases\//, calls: [1], fault: broken }
      ]
    )
    const { releases, refs } = github.store
    for (const workflow of REQUIRED) {
      github.store.addRun({ workflow, sha, branch: 'main', event: 'push', conclusion: 'success' })
    }
    const whole = await run(github)
    expect(whole.log.jobs).toEqual({
      'The commit has passed on main': 'success',
      'What is released': 'success',
      Publish: 'failure'
    })
    expect(whole.log.text).toContain(
      `tag ${TAG} doesn't exist in the repo octo-org/octo-app, aborting due to --verify-tag flag`
    )
    expect(releases.size).toBe(0)

    // As GitHub runs a failed job again: with what the others gave.
    changeWorkflow(repository, 'release.yml', '    needs: assets\n', '')
    const publish = async () => {
      const since = github.calls.length
      const { log } = await run(github, '--job', 'publish')
      return { ended: log.jobs['Publish'], errors: log.annotations('error'), changed: changes(github, since) }
    }
    refs.set(`refs/tags/${TAG}`, sha)
    const withoutAnAsset = await publish()
    expect(withoutAnAsset.ended).toBe('failure')
    expect([...releases.values()].map(({ isDraft, assets }) => [isDraft, assets.length < 5])).toEqual([[true, true]])

    const cutBeforePublishing = await publish()
    const uploads = ASSETS.map(() => 'POST /releases/{release_id}/assets 201')
    const made = ['DELETE /releases/{release_id} 204', 'POST /releases 201', ...uploads]
    expect(cutBeforePublishing).toMatchObject({
      ended: 'failure',
      changed: [...made, 'PATCH /releases/{release_id} 502']
    })

    expect(await publish()).toMatchObject({
      ended: 'success',
      changed: [...made, 'PATCH /releases/{release_id} 200', 'PATCH /git/refs/{ref} 422', 'POST /git/refs 201']
    })
    expect([...releases.values()]).toMatchObject([{ tag: TAG, title: TAG, body: '- All.\n', isDraft: false }])
    expect(refs.get(MAJOR)).toBe(sha)
    expectAssets([...releases.values()][0]?.assets ?? [])

    refs.set(MAJOR, OLD)
    const errors = [expect.stringMatching(`^${TAG} is published already`)]
    expect(await publish()).toEqual({ ended: 'failure', errors, changed: [] })

    releases.clear()
    expect(await publish()).toMatchObject({
      ended: 'success',
      changed: expect.arrayContaining(['PATCH /git/refs/{ref} 200'])
    })
    expect(refs.get(MAJOR)).toBe(sha)
  }
)

/** Each is what its digest says, all that was built is attested, and the archive holds the dist/ of this clone. */
function expectAssets(assets: readonly StoredAsset[]): void {
  const bytes = new Map(assets.map((asset) => [asset.name, asset.bytes]))
  expect([...bytes.keys()].sort()).toEqual(ASSETS)
  const sums = `${bytes.get('SHA256SUMS')}`
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
  expect(sums.map(([, name]) => name)).toEqual(
    ASSETS.filter((name) => name.startsWith('ignite-') && !name.endsWith('.jsonl'))
  )
  for (const [digest, name = ''] of sums) {
    expect(
      createHash('sha256')
        .update(bytes.get(name) ?? '')
        .digest('hex')
    ).toBe(digest)
  }
  expect(JSON.parse(`${bytes.get('ignite-deploy.intoto.jsonl')}`)).toEqual(
    ASSETS.filter((name) => !name.endsWith('.jsonl'))
  )
  const file = 'dist/main/index.js'
  const packed = execFileSync('tar', ['xzO', `ignite-deploy-${VERSION}/${file}`], {
    input: bytes.get('ignite-deploy.tar.gz')
  })
  expect(packed.equals(readFileSync(path.join(ROOT, file)))).toBe(true)
}

testWithGh('the job that fails on purpose goes back in post, and the next one reads that from its log', async () => {
  using repository = copyOfClone()
  const failed = await repository.run('push', 'selftest.yml', ['--job', 'go-back'])
  expect([failed.exitCode, Object.values(failed.log.jobs)]).toEqual([1, ['failure']])
  expect(failed.log.annotations('warning')).toEqual([
    expect.stringMatching(/^Rolled back: version 1 .* instead of version 2\.$/)
  ])

  await using github = await granting('selftest.yml', ['went-back'])
  changeWorkflow(repository, 'selftest.yml', '    needs: go-back\n', '')
  const options = ['--job', 'went-back', '--actor', 'octocat', ...withGh(repository, github)]
  const name = 'A later step fails (red on purpose)'
  const log = failed.log.keptOf(name)
  const ends = async (...jobs: readonly Omit<StoredJob, 'id' | 'run'>[]) => {
    github.store.jobs.splice(0, Infinity)
    for (const job of jobs) github.store.addJob({ run: 1, ...job })
    const { log } = await repository.run('push', 'selftest.yml', options)
    return { ...log.jobs }
  }
  const other = { name: 'Every source', conclusion: 'success', log } as const
  expect(await ends(other, { name, conclusion: 'failure', log })).toEqual({ 'The failed job went back': 'success' })
  expect(await ends(other, { name, conclusion: 'success', log })).toEqual({ 'The failed job went back': 'failure' })
  const silent = log.replace('Rolled back', 'Not rolled back')
  expect(await ends(other, { name, conclusion: 'failure', log: silent })).toEqual({
    'The failed job went back': 'failure'
  })
})
