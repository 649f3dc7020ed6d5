import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { type Inputs, inputsFor, runMain, Workspace } from '../../support/deploying.ts'
import { OWN_REPOSITORY } from '../support/source-trees.ts'

const DOCKERFILE = `FROM python:3.12-slim
COPY check.py .
RUN python3 check.py
USER 65534
`
const ELSEWHERE = 'https://github.com/acme/elsewhere'

/** A checkout whose image cannot be built, at its root and in a directory; it stands for two repositories. */
describe('What goes wrong in the build of a repository', () => {
  const workspace = new Workspace()
  let emulator: Emulator
  let commit = ''

  beforeAll(async () => {
    mkdirSync(path.join(workspace.path, 'services/web/docker'), { recursive: true })
    for (const directory of ['.', 'services/web'])
      workspace.write(`${directory}/check.py`, '\nraise KeyError("port")\n')
    workspace.write('Dockerfile', DOCKERFILE)
    workspace.write('services/web/docker/app.Dockerfile', DOCKERFILE)
    commit = commitAll(workspace.path)
    const directory = workspace.path
    emulator = await startEmulator({ repositories: [OWN_REPOSITORY, ELSEWHERE].map((url) => ({ url, directory })) })
  })

  afterAll(async () => {
    workspace[Symbol.dispose]()
    await emulator.close()
  })

  async function pinnedOf(app: string, inputs: Inputs, sha = commit): Promise<readonly (string | undefined)[]> {
    const named = inputsFor(emulator, { app, code: '', ...inputs })
    const main = await runMain(workspace, { inputs: named, github: { sha } })
    expect({ reason: main.outputs['reason_code'], log: main.log }).toEqual({ reason: 'build_failed', log: main.log })
    expect(main.summary).toMatch(/^- ❌ .*check\.py:2<\/code>(?:<\/a>)? python: .*KeyError/m)
    const places = main.annotations.filter(({ properties }) => 'file' in properties)
    return places.map(({ properties: { file, line } }) => `${file}:${line}`).sort()
  }

  test.concurrent('is pinned to the workflow’s own repository', async () => {
    const inputs = { 'git-url': OWN_REPOSITORY, 'dockerfile-path': 'Dockerfile' }
    expect(await pinnedOf('own', inputs)).toEqual(['Dockerfile:3', 'check.py:2'])
  })

  test.concurrent('is pinned to the directory that is built, also by the build service', async () => {
    const inputs = {
      'git-url': `${OWN_REPOSITORY}.git`,
      'git-sub-path': 'services/web',
      'dockerfile-path': 'docker/app.Dockerfile',
      builder: 'build-service'
    }
    const places = ['services/web/check.py:2', 'services/web/docker/app.Dockerfile:3']
    expect(await pinnedOf('directory', inputs)).toEqual(places)
  })

  test.concurrent.each([
    {
      app: 'line-of-all',
      inputs: { 'git-sub-path': 'services/web', 'dockerfile-path': 'docker/app.Dockerfile', 'git-ref': 'main' },
      says: 'main, as it is now (an image, of its services/web, by docker/app.Dockerfile)'
    },
    { app: 'line-of-commit', inputs: { 'dockerfile-path': 'Dockerfile' }, says: 'COMMIT (an image, by Dockerfile)' },
    {
      app: 'line-of-buildpacks',
      inputs: { 'git-ref': 'main', builder: 'buildpacks' },
      says: 'main, as it is now (an image, by buildpacks)'
    }
  ])('has a first line that says what is built of it: $app', async ({ app, inputs, says }) => {
    const given = inputsFor(emulator, { app, code: '', 'git-url': OWN_REPOSITORY, ...inputs })
    const main = await runMain(workspace, { inputs: given, github: { sha: commit } })
    const [, first] = /^(Deploying .*)$/m.exec(main.log) ?? []
    expect(first).toBe(
      `Deploying ${app} from ${OWN_REPOSITORY} at ${says.replace('COMMIT', commit)} to Dodil Ignite at ${emulator.grpc}`
    )
  })

  test.concurrent.each([
    { what: 'another repository', inputs: { 'git-url': ELSEWHERE, 'git-ref': 'main' } },
    { what: 'another commit', inputs: { 'git-url': OWN_REPOSITORY, 'git-ref': 'main' } }
  ])('is listed and not pinned where it is $what', async ({ what, inputs }) => {
    expect(await pinnedOf(what.replace(' ', '-'), { ...inputs, 'dockerfile-path': 'Dockerfile' })).toEqual([])
  })
})

function commitAll(directory: string): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', directory, ...who, ...args], { encoding: 'utf8' })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '.')
  git('commit', '--quiet', '-m', 'one')
  return git('rev-parse', 'HEAD').trim()
}
