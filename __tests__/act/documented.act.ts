import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { HEAD, pullRequestJob, shownComment } from '../e2e/support/on-github.ts'
import { compute } from '../emulator/ignite/support/client.ts'
import { judged } from '../github/support/talking.ts'
import { callUrl, remote } from '../support/deploying.ts'
import type { ActScene } from './support/act-scene.ts'
import { pythonOf } from './support/documented.ts'
import { artifacts, BUILT, CLONER, runDocumented, start, untried } from './support/documented-scene.ts'

async function activeVersion({ emulator }: ActScene, name: string): Promise<number | undefined> {
  return (await remote(emulator, { organization: 'acme', name })).state?.activeVersion
}

function urlOf({ emulator }: ActScene, app: string): string {
  return `${emulator.public}/acme/${app}`
}

const GREETED = { greeting: 'Hello, Ada!' }

describe('the README', () => {
  test('its smallest workflow deploys the handler beside it', async () => {
    await using scene = await start({})
    scene.workspace.write('handler.py', pythonOf('README.md'))
    const log = await runDocumented(scene, 'README.md, The smallest workflow')
    expect(log.text).toContain('{"greeting": "Hello, Ada!"}')
    expect(await activeVersion(scene, 'greeter')).toBe(1)
  })
})

describe('docs/workflows.md', () => {
  test('Rust', async () => {
    await using scene = await start({ '.': 'rust-hello' })
    await runDocumented(scene, 'docs/workflows.md, Rust')
    expect(await activeVersion(scene, 'greeter')).toBe(1)
  })

  test('Rust that does not compile is annotated on its line', async () => {
    await using scene = await start({ '.': 'rust-hello' })
    scene.workspace.write('src/lib.rs', 'use ignite::prelude::*;\n\nfn handler() -> u8 { "one" }\n')
    const log = await runDocumented(scene, 'docs/workflows.md, Rust', { ends: 'failure' })
    expect(log.annotations('error')).toContainEqual(expect.stringContaining('mismatched types'))
    expect(readdirSync(path.join(artifacts, 'platform-log'))).toHaveLength(1)
  })

  test.each(['Dockerfile', 'Large context'])('%s', async (heading) => {
    await using scene = await start({ '.': 'web' })
    if (heading === 'Large context') scene.workspace.write('model.bin', randomBytes(4_500_000))
    await runDocumented(scene, `docs/workflows.md, ${heading}`)
    const greeting = heading === 'Dockerfile' ? 'Good morning, Ada!' : 'Hello, Ada!'
    expect(await callUrl(urlOf(scene, 'web'))).toMatchObject({ greeting })
  })

  test('Git', async () => {
    await using scene = await start({ '.': 'web' })
    const token = scene.emulator.mint({ org: 'acme', ttlSeconds: 60 })
    using secrets = compute(scene.emulator, { token, service: 'SecretService' })
    await secrets.call('CreateSecret', { name: 'github-pat', value: { git_secret: CLONER } })
    await runDocumented(scene, 'docs/workflows.md, Git')
    expect(await callUrl(urlOf(scene, 'web'))).toMatchObject(GREETED)
  })

  test.each(['Image from a private registry', 'Build once, promote by environment'])('%s', async (heading) => {
    await using scene = await start({})
    await runDocumented(scene, `docs/workflows.md, ${heading}`)
    expect(await callUrl(urlOf(scene, 'web'))).toMatchObject(GREETED)
    const { versions } = await remote(scene.emulator, { organization: 'acme', name: 'web' })
    expect(new Set(versions.map(({ imageRef }) => imageRef))).toEqual(new Set([BUILT]))
  })

  test('Pull request previews', async () => {
    await using github = await judged()
    await using scene = await start({ '.': 'python-hello' }, github)
    const opened = { event: 'pull_request', payload: pullRequestJob(github, {}).event as object }
    await runDocumented(scene, 'docs/workflows.md, Pull request previews', opened)
    expect(shownComment(github)).toMatch(/^### ✅ greeter-pr-7: version 1 is live/)
  })

  test('Tagged release, which goes back when the check fails, and a rollback by hand', async () => {
    await using scene = await start({ '.': 'python-hello' })
    const release = 'docs/workflows.md, Tagged release with rollback'
    const tagged = { payload: { ref: 'refs/tags/v1.0.0' } }
    await runDocumented(scene, release, tagged)
    await runDocumented(scene, release, tagged)
    expect(await activeVersion(scene, 'greeter')).toBe(2)
    scene.workspace.write('handler.py', pythonOf('README.md').replace('Hello', 'Goodbye'))
    await runDocumented(scene, release, { ...tagged, ends: 'failure' })
    expect(await activeVersion(scene, 'greeter')).toBe(2)
    const byHand = { event: 'workflow_dispatch', payload: { inputs: { version: 'previous' } } }
    await runDocumented(scene, 'docs/workflows.md, Rollback by hand', byHand)
    expect(await activeVersion(scene, 'greeter')).toBe(1)
  })

  test('Several apps', async () => {
    await using scene = await start({ api: 'python-hello', web: 'python-hello' })
    scene.workspace.write(
      'web/handler.py',
      'import os\n\ndef handler(payload, ctx):\n    return os.environ["API_URL"]\n'
    )
    await runDocumented(scene, 'docs/workflows.md, Several apps')
    const answer = await fetch(urlOf(scene, 'shop-web'), { method: 'POST' })
    expect(await answer.text()).toBe(urlOf(scene, 'shop-api'))
  })

  test('Monorepo', async () => {
    const apps = ['accounts', 'orders', 'stock']
    await using scene = await start(Object.fromEntries(apps.map((app) => [`apps/${app}`, 'python-hello'])))
    await runDocumented(scene, 'docs/workflows.md, Monorepo')
    for (const app of apps) expect(await activeVersion(scene, app)).toBe(1)
  })
})

describe('docs/github.md', () => {
  test('Previews, and the sweep of one that was left behind', async () => {
    await using github = await judged()
    await using scene = await start({ '.': 'python-hello' }, github)
    const opened = { event: 'pull_request', payload: pullRequestJob(github, {}).event as object }
    await runDocumented(scene, 'docs/github.md, Previews', opened)
    expect(await activeVersion(scene, 'greeter-pr-7')).toBe(1)
    github.store.openPullRequest(7, { state: 'closed' })
    await runDocumented(scene, 'docs/github.md, Previews (2)', { event: 'schedule' })
    expect(await activeVersion(scene, 'greeter-pr-7')).toBeUndefined()
  })

  test('Releases by tags, and the way back', async () => {
    await using github = await judged()
    await using scene = await start({ '.': 'python-hello' }, github)
    mkdirSync(path.join(scene.workspace.path, 'tests'))
    scene.workspace.write('tests/ada.json', '{"name": "Ada"}')
    scene.workspace.write(
      'tests/test_nothing.py',
      'import unittest\n\nclass Nothing(unittest.TestCase):\n    def test(self):\n        pass\n'
    )
    const tagged = { payload: { ref: 'refs/tags/v1.0.0' } }
    await runDocumented(scene, 'docs/github.md, Releases by tags', tagged)
    const first = await activeVersion(scene, 'greeter')
    scene.workspace.write('handler.py', pythonOf('README.md'))
    await runDocumented(scene, 'docs/github.md, Releases by tags', tagged)
    expect(await activeVersion(scene, 'greeter')).toBeGreaterThan(first ?? 0)
    const byHand = { event: 'workflow_dispatch', payload: { inputs: { version: String(first) } } }
    await runDocumented(scene, 'docs/github.md, Releases by tags (2)', byHand)
    expect(await activeVersion(scene, 'greeter')).toBe(first)
  })

  test('Forks: what one workflow packs without secrets, another deploys', async () => {
    await using github = await judged()
    github.store.openPullRequest(7, { headRepository: 'ada/fork', headRef: 'topic' })
    await using scene = await start({ '.': 'python-hello' }, github)
    const fork = { number: 7, ...(pullRequestJob(github, {}).event as object) }
    const [build, deploy] = [
      'docs/github.md, Forks and Dependabot',
      'docs/github.md, Forks and Dependabot (2)'
    ] as const
    await runDocumented(scene, build, { event: 'pull_request', payload: fork, secrets: {} })
    const ran = { id: 1, conclusion: 'success', head_sha: HEAD, head_branch: 'topic', pull_requests: [] }
    const built = { workflow_run: { ...ran, head_repository: { full_name: 'ada/fork' } } }
    await runDocumented(scene, deploy, { event: 'workflow_run', payload: built })
    expect(shownComment(github)).toMatch(/^### ✅ greeter-pr-7: version 1 is live/)
  })
})

test('every workflow of these pages was run', () => {
  expect(untried()).toEqual([])
})
