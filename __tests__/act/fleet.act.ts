import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { DEFAULT_ACCOUNT, type Emulator, startEmulator } from '../../emulator/start.ts'
import type { GitHub } from '../../runner/github/github-server.ts'
import { pullRequestJob, shownComment } from '../e2e/support/on-github.ts'
import { judged, TOKEN } from '../github/support/talking.ts'
import { ROOT, remote } from '../support/deploying.ts'
import { ActRepository } from './support/act-repository.ts'

const WORKFLOW = readFileSync(path.join(ROOT, '.github/workflows/deploy-fleet.yml'), 'utf8')

/** The workflow of docs/fleet.md, on the event, the platform and the commit of this test. */
function caller(): string {
  const page = readFileSync(path.join(ROOT, 'docs/fleet.md'), 'utf8')
  const changes = [
    ['push: { branches: [main] }', 'pull_request:'],
    // act 0.2.89 refuses it.
    [', queue: max', ''],
    ['dodil/ignite-deploy/.github/workflows/deploy-fleet.yml@v1', './.github/workflows/deploy-fleet.yml'],
    ['api-endpoint: production', `api-endpoint: \${{ vars.ENDPOINT }}\n      auth-url: \${{ vars.AUTH_URL }}`]
  ] as const
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`The page does not say ${from}`)
      return text.replace(from, () => to)
    },
    /^```yaml\n(.*?)^```$/ms.exec(page)?.[1] ?? ''
  )
}

/** Twenty apps in three waves: two, eight, ten. */
const APPS = Array.from({ length: 20 }, (_, index) => ({
  app: `app-${index + 1}`,
  code: `services/app-${index + 1}`,
  wave: index < 2 ? 1 : index < 10 ? 2 : 3
}))

function fleet(): ActRepository {
  const repository = new ActRepository()
  repository.write('.github/workflows/fleet.yml', caller())
  repository.write('.github/workflows/deploy-fleet.yml', WORKFLOW)
  repository.write('fleet.json', JSON.stringify({ apps: APPS }))
  for (const { code } of APPS) {
    cpSync(path.join(ROOT, 'examples/greeter'), path.join(repository.path, code), { recursive: true })
  }
  return repository
}

type World = { readonly emulator: Emulator; readonly github: GitHub; readonly repository: ActRepository }

/** What pull request 7 deploys: each row of the table as app, wave, status and version. */
async function deployed({ emulator, github, repository }: World, base: string) {
  const artifacts = mkdtempSync(path.join(tmpdir(), 'fleet-artifacts-'))
  try {
    const payload = pullRequestJob(github, {}, { base: { sha: base } }).event as object
    const options = [...optionsFor(emulator, github, artifacts)]
    const { exitCode, log } = await repository.run('pull_request', 'fleet.yml', options, payload)
    const rows = [...log.text.matchAll(/\| (app-\d+) \| (\d) \| ([a-z ]+?) \| \w* \| (\d*)/g)]
    return { exitCode, rows: rows.map(([, app, wave, status, version]) => [app, wave, status, version].join(' ')) }
  } finally {
    rmSync(artifacts, { recursive: true, force: true })
  }
}

/** Other people's actions are stood in for, by their names in the workflow. */
function* optionsFor(emulator: Emulator, github: GitHub, artifacts: string): Generator<string> {
  for (const [, action, sha] of WORKFLOW.matchAll(/uses: actions\/([\w-]+)@([0-9a-f]{40})/g)) {
    const standIn = path.join(import.meta.dirname, 'stand-ins', action ?? '')
    yield* ['--local-repository', `actions/${action}@${sha}=${standIn}`]
  }
  for (const [name, value] of Object.entries(github.context)) yield* ['--env', `GITHUB_${name.toUpperCase()}=${value}`]
  yield* ['--env', `CLONE=${ROOT}`, '--env', `ARTIFACTS=${artifacts}`]
  yield* ['--var', `ENDPOINT=${emulator.grpc}`, '--var', `AUTH_URL=${emulator.tokenUrl}`]
  yield* ['--var', `DODIL_SA_ID=${DEFAULT_ACCOUNT.id}`, '--secret', `DODIL_SA_SECRET=${DEFAULT_ACCOUNT.secret}`]
  yield* ['--secret', `GITHUB_TOKEN=${TOKEN}`]
}

test('a fleet is deployed as a whole, then the one app that changed, and halts after a wave with a failure', async () => {
  await using emulator = await startEmulator()
  await using github = await judged()
  using repository = fleet()
  const world = { emulator, github, repository }
  const first = repository.commit()
  expect(await deployed(world, '')).toEqual({
    exitCode: 0,
    rows: APPS.map(({ app, wave }) => `${app} ${wave} published 1`)
  })

  repository.write('services/app-20/more.py', '')
  const second = repository.commit()
  expect(await deployed(world, first)).toEqual({ exitCode: 0, rows: ['app-20 3 published 2'] })
  expect(await deployed(world, second)).toEqual({ exitCode: 0, rows: [] })

  repository.write('services/app-1/more.py', '')
  repository.write('services/app-4/go.mod', '')
  repository.write('services/app-4/main.go', '')
  repository.write('services/app-5/more.py', '')
  repository.write('services/app-12/more.py', '')
  rmSync(path.join(repository.path, 'services/app-4/handler.py'))
  repository.commit()
  expect(await deployed(world, second)).toEqual({
    exitCode: 1,
    rows: ['app-1 1 published 2', 'app-4 2 failed ', 'app-5 2 published 2', 'app-12 3 not reached ']
  })
  const live = [
    ['app-1', 2],
    ['app-4', 1],
    ['app-5', 2],
    ['app-12', 1]
  ] as const
  for (const [name, active] of live) {
    expect((await remote(emulator, { organization: 'acme', name })).state?.activeVersion).toBe(active)
  }
  // Jobs that write at the same moment may lose a row (docs/fleet.md), but never make a second comment.
  expect(github.store.commentsOn(7)).toHaveLength(1)
  expect(shownComment(github)).toContain('❌ app-4')
})
