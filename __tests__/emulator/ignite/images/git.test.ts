import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { compile, logOf } from '../support/compiling.ts'
import { type Driver, drive, type Fields, GREETER } from '../support/driver.ts'
import { builtLog, createBuild, ended } from './support/building.ts'

const URL = 'https://github.com/acme/web.git'
const PRIVATE = 'https://github.com/acme/private'

let repository: string
/** The commit before the newest of main. */
let older: string

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  return execFileSync('git', ['-C', repository, ...who, ...args], { encoding: 'utf8' }).trim()
}

function commit(word: string): string {
  writeFileSync(join(repository, 'Dockerfile'), `FROM scratch\nCOPY . .\nRUN echo "it is ${word}: $(ls -A)"\n`)
  git('add', '.')
  git('commit', '--quiet', '-m', word)
  return git('rev-parse', 'HEAD')
}

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'git-test-'))
  git('init', '--quiet', '--initial-branch=main')
  mkdirSync(join(repository, 'sub'))
  writeFileSync(join(repository, 'sub/Dockerfile'), 'FROM scratch\nCOPY . .\nRUN echo "below: $(ls)"\n')
  older = commit('older')
  git('tag', 'v1')
  git('checkout', '--quiet', '-b', 'feature/one')
  commit('feature')
  git('checkout', '--quiet', 'main')
  commit('newest')
})
afterAll(() => rmSync(repository, { recursive: true }))

function driveGit(): Promise<Driver> {
  const owner = { username: 'octocat', token: 'ghp_secret' }
  return drive({
    repositories: [
      { url: URL, directory: repository },
      { url: PRIVATE, directory: repository, private: owner }
    ]
  })
}

async function fromGit(ignite: Driver, source: Fields): Promise<{ error: string; log: string }> {
  const from_git = { url: URL, dockerfile_path: 'Dockerfile', ...source }
  await ignite.call('CreateApp', { ...GREETER, code: { image: { from_git } } })
  const draft = await compile(ignite)
  return { error: draft.error, log: await logOf(ignite, draft.deploy_id) }
}

test.each<[string, Fields, string]>([
  ['the branch that is checked out', {}, 'it is newest: Dockerfile\nsub\n'],
  ['a branch', { reference: 'feature/one' }, 'it is feature: Dockerfile\nsub\n'],
  ['a tag', { reference: 'v1' }, 'it is older: Dockerfile\nsub\n'],
  ['the URL without its end', { url: 'https://github.com/acme/web', reference: 'main' }, 'it is newest'],
  ['a directory', { sub_path: 'sub' }, 'below: Dockerfile\n']
])('%s is built', async (_what, source, log) => {
  await using ignite = await driveGit()
  const built = await fromGit(ignite, source)
  expect(built).toEqual({ error: '', log: expect.stringContaining(log) })
})

test('a commit is built', async () => {
  await using ignite = await driveGit()
  expect((await fromGit(ignite, { reference: older })).log).toContain('it is older')
})

test.each<[string, Fields, RegExp]>([
  [
    'another repository',
    { url: 'https://github.com/acme/nope' },
    /repository not found: https:\/\/github.com\/acme\/nope$/
  ],
  ['a reference that is not there', { reference: '--upload-pack=x' }, /couldn't find remote ref "--upload-pack=x"$/],
  ['a directory that is not there', { sub_path: 'nope' }, /the repository has no directory nope$/],
  ['a private one without a secret', { url: PRIVATE }, /authentication required: https:\/\/github.com\/acme\/private$/],
  ['a private one with a wrong secret', { url: PRIVATE, secret_ref: 'wrong' }, /authentication required/],
  ['a secret that is not there', { url: PRIVATE, secret_ref: 'nope' }, /git secret "nope" not found$/],
  ['a registry secret', { url: PRIVATE, secret_ref: 'hub' }, /"hub" is a registry_secret: expected type git$/]
])('%s fails the build', async (_what, source, error) => {
  await using ignite = await driveGit()
  const registry_secret = { username: 'octocat', password: 'ghp_secret' }
  await ignite.call('SecretService/CreateSecret', { name: 'hub', value: { registry_secret } })
  await ignite.call('SecretService/CreateSecret', {
    name: 'wrong',
    value: { git_secret: { username: 'octocat', token: 'x' } }
  })
  expect((await fromGit(ignite, source)).error).toMatch(error)
})

test('a private repository is cloned with the git secret', async () => {
  await using ignite = await driveGit()
  const git_secret = { username: 'octocat', token: 'ghp_secret' }
  await ignite.call('SecretService/CreateSecret', { name: 'pat', value: { git_secret } })
  expect(await fromGit(ignite, { url: PRIVATE, secret_ref: 'pat' })).toEqual({
    error: '',
    log: expect.stringContaining('it is newest')
  })
})

test('the build service builds main unless told otherwise, and uses the saved credentials', async () => {
  await using ignite = await driveGit()
  const request = (source: Fields) => {
    return { name: 'web', source: 'git_source', git_source: { url: PRIVATE, ...source } }
  }
  const refused = await ended(ignite, await createBuild(ignite, request({})))
  expect(refused.error).toMatch(/authentication required/)
  await ignite.call('BuildService/SaveBuildSecrets', {
    git_credentials: { username: 'octocat', password: 'ghp_secret' }
  })
  expect(await builtLog(ignite, await createBuild(ignite, request({})))).toContain('it is newest')
  const below = request({ reference: 'feature/one', context_dir: 'sub' })
  expect(await builtLog(ignite, await createBuild(ignite, below))).toContain('below: Dockerfile')
})
