import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Inputs, inputsFor, run, runMain, theFailure } from '../../support/deploying.ts'
import { counting, type Listening } from '../support/answering.ts'
import { ImageWorkspace } from '../support/gated-build.ts'

const workspace = new ImageWorkspace()
let nobody: Listening

beforeAll(async () => {
  nobody = await counting()
  makeSources()
})

/** What people point `code` at by mistake. */
function makeSources(): void {
  const at = (file: string) => path.join(workspace.path, file)
  for (const directory of ['linked', 'out', 'sparse', 'services', 'ruled', 'built']) mkdirSync(at(directory))
  workspace.write('linked/.env', 'KEY=hunter-two')
  symlinkSync('.env', at('linked/handler.py'))
  workspace.write('out/handler.py', '')
  symlinkSync('/usr/bin', at('out/tools'))
  cpSync(at('greeter'), at('services/greeter'), { recursive: true })
  workspace.write('sparse/handler.py', '')
  workspace.write('sparse/data', '')
  truncateSync(at('sparse/data'), 1_000_000)
  workspace.write('ruled/handler.py', '')
  workspace.write('ruled/.igniteignore', `*.log\n${'?'.repeat(500_000)}\n`)
  workspace.write('built/Dockerfile', 'FROM scratch\n')
  workspace.write('built/.dockerignore', `*.log\n${'?'.repeat(500_000)}\n`)
  execFileSync('tar', ['-S', '-czf', 'sparse.tgz', '-C', 'sparse', '.'], { cwd: workspace.path })
  execFileSync('tar', ['-czf', 'deep.tgz', 'greeter'], { cwd: workspace.path })
}

afterAll(async () => {
  workspace[Symbol.dispose]()
  await nobody[Symbol.asyncDispose]()
})

const IMAGE = { 'image-ref': 'ghcr.io/acme/web:1' }
const GIT = { 'git-url': 'https://github.com/acme/web' }
const REGISTRY = { 'registry-server': 'ghcr.io', 'registry-username': 'octocat', 'registry-password': 'hunter-two' }
const NEEDS_DOCKERFILE = 'The build service builds from a Dockerfile only. Set `dockerfile-path`.'
const OWN_TOKEN =
  '`registry-password` is the job’s own token, which dies with the job; the platform pulls the image again at every cold start. Use a token that lives on'

const refused: readonly { readonly what: string; readonly inputs: Inputs; readonly says: string }[] = [
  {
    what: 'build inputs with a ready image',
    inputs: {
      ...IMAGE,
      'dockerfile-path': 'Dockerfile',
      'build-args': 'A=1',
      builder: 'build-service',
      platform: 'linux/amd64',
      'no-cache': 'true',
      'image-tags': 'v1'
    },
    says: '`dockerfile-path`, `build-args`, `builder`, `platform`, `no-cache` and `image-tags` mean nothing with `image-ref`, which is built already.'
  },
  {
    what: 'a git secret with the build service',
    inputs: { ...GIT, builder: 'build-service', 'dockerfile-path': 'Dockerfile', 'git-secret-ref': 'pat' },
    says: '`git-secret-ref` has no effect with `builder: build-service`: the build service uses the organization’s saved build secret.'
  },
  {
    what: 'a git secret with an option that only the build service has',
    inputs: { ...GIT, platform: 'linux/amd64', 'dockerfile-path': 'Dockerfile', 'git-secret-ref': 'pat' },
    says: '`git-secret-ref` has no effect with `platform`: the build service uses the organization’s saved build secret.'
  },
  {
    what: 'the build service without a Dockerfile',
    inputs: { code: 'web', builder: 'build-service' },
    says: NEEDS_DOCKERFILE
  },
  { what: 'the same of a repository', inputs: { ...GIT, builder: 'build-service' }, says: NEEDS_DOCKERFILE },
  {
    what: 'its options without a Dockerfile',
    inputs: { ...GIT, 'image-tags': 'v1' },
    says: NEEDS_DOCKERFILE
  },
  {
    what: 'an installation token as the registry’s password',
    inputs: { ...IMAGE, ...REGISTRY, 'registry-password': 'ghs_0123456789abcdefghij' },
    says: OWN_TOKEN
  },
  {
    what: 'the value of github-token as the registry’s password',
    inputs: { ...IMAGE, ...REGISTRY, 'github-token': 'hunter-two' },
    says: OWN_TOKEN
  },
  {
    what: 'a stored secret together with credentials',
    inputs: { ...IMAGE, ...REGISTRY, 'registry-secret-ref': 'ghcr' },
    says: '`registry-secret-ref`, `registry-server`, `registry-username` and `registry-password` are set together. Keep one of the two: the stored secret, or the credentials.'
  },
  {
    what: 'a registry without its password',
    inputs: { ...IMAGE, 'registry-server': 'ghcr.io', 'registry-username': 'octocat' },
    says: '`registry-password` is missing. Set all of `registry-server`, `registry-username` and `registry-password`.'
  },
  {
    what: 'credentials of an app whose name leaves no room for the name of a secret',
    inputs: { ...IMAGE, ...REGISTRY, app: 'a'.repeat(56) },
    says: 'The name in `app` is too long for its registry’s credentials to be stored'
  },
  {
    what: 'credentials of another registry than the image’s',
    inputs: { ...IMAGE, ...REGISTRY, 'registry-server': 'quay.io' },
    says: '`registry-server` is not the registry of `image-ref`, which is `ghcr.io`. Write `registry-server: ghcr.io`, or name'
  },
  {
    what: 'code in quotes',
    inputs: { code: '"web"' },
    says: '`code: "web"` stands in quotes, which belong to the value. Write it without them.'
  },
  {
    what: 'code of two lines',
    inputs: { code: 'web\ngreeter' },
    says: '`code` has several lines. Write one line.'
  },
  {
    what: 'a schema’s file that is not there',
    inputs: { code: 'greeter', 'input-schema': 'none.json' },
    says: '`input-schema` names `none.json`, which cannot be read'
  },
  {
    what: 'a schema that is no object',
    inputs: { code: 'greeter', 'input-schema': '{"type": }' },
    says: '`input-schema` is not JSON (line 1, column 10).'
  },
  {
    what: 'a single file that is a link to a secret',
    inputs: { code: 'linked/handler.py' },
    says: '`code: linked/handler.py` is not sent: it is, or links to, a file that is likely to hold secrets. Point `code` at the code itself.'
  },
  {
    what: 'a symlink that leads out',
    inputs: { code: 'out' },
    says: '`code`: The symlink `out/tools` (to `/usr/bin`) leads out of the directory that is packed. Leave it out by an `.igniteignore`, or'
  },
  {
    what: 'an ignore file with a line of 500 kB',
    inputs: { code: 'ruled' },
    says: '`code`: Line 2 of `ruled/.igniteignore` has 500,000 characters; a pattern may have 4,096. Correct the line,'
  },
  {
    what: 'the same of an image',
    inputs: { code: 'built', 'dockerfile-path': 'Dockerfile' },
    says: '`code`: Line 2 of `built/.dockerignore` has 500,000 characters; a pattern may have 4,096. Correct the line,'
  },
  {
    what: 'the directory above the apps',
    inputs: { code: 'services' },
    says: '`services` tells no runtime (looked for'
  },
  {
    what: 'the same with a runtime',
    inputs: { code: 'services', runtime: 'python' },
    says: '`services` has no handler.py at its root, but found `greeter/handler.py`. Point `code` at `services/greeter`.'
  },
  {
    what: 'an archive of the directory above the app',
    inputs: { code: 'deep.tgz', runtime: 'python' },
    says: '`code`: `deep.tgz` has no handler.py at its root, but found `greeter/handler.py`. Make the archive inside `greeter`, so that `handler.py` lies at its root.'
  },
  {
    what: 'an archive with a sparse file',
    inputs: { code: 'sparse.tgz' },
    says: 'The entry `./data` of `sparse.tgz` is a sparse file, which not every program unpacks. Make the archive again without `--sparse` (`-S`), or'
  },
  {
    what: 'a Dockerfile that does not lie there',
    inputs: { code: 'web', 'dockerfile-path': 'docker/Dockerfile' },
    says: '`docker/Dockerfile` is no file of `web` that is sent. Set `dockerfile-path` to one of these: `Dockerfile`.'
  }
]

function endpoints() {
  return { grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` }
}

describe('Refused before anything is sent', () => {
  test('a file that cannot be packed, with what to do', async () => {
    execFileSync('mkfifo', [path.join(workspace.path, 'greeter/pipe')])
    const main = await runMain(workspace, { inputs: inputsFor(endpoints(), { code: 'greeter' }) })
    expect(theFailure(main).message).toBe(
      '`code`: `greeter/pipe` is a FIFO, which cannot be packed. Rename or remove it, or leave it out by an `.igniteignore`.'
    )
    rmSync(path.join(workspace.path, 'greeter/pipe'))
  })

  test.each(refused)('$what', async ({ inputs, says }) => {
    const before = nobody.connections()
    const { main, post } = await run(workspace, { inputs: inputsFor(endpoints(), { code: '', ...inputs }) })
    const { title, message, reason } = theFailure(main)
    expect(title).toBe('An input is wrong, nothing was sent')
    expect(reason).toMatch(/^(bad_input|source_error)$/)
    expect(message.slice(0, says.length)).toBe(says)
    expect(message).not.toMatch(/hunter|ghs_0123/)
    expect(nobody.connections()).toBe(before)
    expect(main.state).toEqual({})
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })
})
