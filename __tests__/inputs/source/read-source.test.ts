import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RunFacts } from '../../../src/inputs/facts.ts'
import { InputReader } from '../../../src/inputs/input-reader.ts'
import { readDescription } from '../../../src/inputs/source/read-description.ts'
import { readSource } from '../../../src/inputs/source/read-source.ts'
import type { Source } from '../../../src/model/plan.ts'
import { NOWHERE } from '../../support/fakes.ts'
import { PUSH_FACTS } from '../support/run-facts.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const FACTS: RunFacts = { ...PUSH_FACTS, commit: COMMIT }

function readerOf(inputs: Record<string, string>, warn?: (text: string) => void): InputReader {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return new InputReader(Object.fromEntries(given), warn)
}

type ReadSource = {
  readonly source: Source | undefined
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

async function read(inputs: Record<string, string>, facts = FACTS): Promise<ReadSource> {
  const warnings: string[] = []
  const reader = readerOf(inputs, (text) => warnings.push(text))
  const source = await readSource({
    inputs: reader,
    facts,
    base: '/w',
    inspect: {
      code: async ({ runtime }) => ({ runtime: runtime ?? 'python', runtimeFrom: 'handler.py', found: NOWHERE }),
      context: async () => ({ hasDockerfile: true, found: NOWHERE })
    }
  })
  return { source, problems: reader.problems.map(({ text }) => text), warnings }
}

const OWN = FACTS.repositoryUrl ?? ''
const OWN_ON_GHES = 'https://ghes.example.com:8443/acme/shop'

test.each([
  [OWN, 'https://github.com/acme/shop.git/'],
  [OWN, 'https://github.com:443/acme/shop'],
  [OWN, 'https://www.github.com/Acme/Shop.git'],
  [OWN, 'http://github.com/acme/shop'],
  [OWN, 'ssh://git@github.com/acme/shop.git'],
  [OWN, 'ssh://git@github.com:22/acme/shop'],
  [OWN, 'ssh://git@ssh.github.com:443/acme/shop.git'],
  [OWN, 'git@GitHub.com:acme/shop.git'],
  [OWN, 'git@github.com:/acme/shop'],
  [OWN_ON_GHES, 'https://GHES.example.com:8443/acme/shop.git'],
  [OWN_ON_GHES, 'git@ghes.example.com:acme/shop.git'],
  [OWN_ON_GHES, 'ssh://git@ghes.example.com:2222/acme/shop.git']
])('The repository %s is recognised in %s', async (own, url) => {
  const { source, problems } = await read({ 'git-url': url }, { ...FACTS, repositoryUrl: own })
  expect(problems).toEqual([])
  expect(source).toMatchObject({ reference: COMMIT })
})

test.each([
  [OWN, 'https://github.com/acme/shop2'],
  [OWN, 'https://github.com.example.com/acme/shop'],
  [OWN, 'https://github.com:8443/acme/shop'],
  [OWN, 'https://gitlab.com/acme/shop'],
  [OWN, 'https://ssh.github.com/acme/shop'],
  [OWN_ON_GHES, 'https://ghes.example.com/acme/shop'],
  [OWN_ON_GHES, 'https://github.com/acme/shop']
])('The repository %s is not taken for %s', async (own, url) => {
  const { source } = await read({ 'git-url': url }, { ...FACTS, repositoryUrl: own })
  expect(source).toMatchObject({ reference: undefined })
})

test.each([
  ['refs/heads/release/1.x', 'release/1.x'],
  ['refs/tags/v1', 'v1'],
  ['refs/pull/5/merge', 'refs/pull/5/merge']
])('The reference %s is %s', async (given, reference) => {
  expect((await read({ 'git-url': 'https://x/y', 'git-ref': given })).source).toMatchObject({ reference })
})

test.each([
  ['ghcr.io/a/b', 'https://GHCR.io/'],
  ['ghcr.io:443/a/b', 'ghcr.io'],
  ['a/b', 'docker.io'],
  ['docker.io/a/b', 'https://index.docker.io/v1/'],
  ['localhost:5000/a', 'localhost:5000']
])('The image %s lies in the registry %s', async (image, server) => {
  const credentials = { 'registry-server': server, 'registry-username': 'u', 'registry-password': 'p' }
  expect((await read({ 'image-ref': image, ...credentials })).problems).toEqual([])
})

test.each([
  [
    '1.7',
    [
      '`toolchain: 1.7` may have lost a zero: without quotes, YAML reads 1.70 as the number 1.7. Write the version in quotes.'
    ]
  ],
  ['1.70', []],
  ['1.7.0', []],
  ['stable', []]
])('The toolchain %s is taken with the warnings %j', async (toolchain, expected) => {
  const { source, warnings } = await read({ code: '.', runtime: 'rust', toolchain })
  expect(source).toMatchObject({ toolchain })
  expect(warnings).toEqual(expected)
})

describe('the source', () => {
  test.each<[string, Record<string, string>, object]>([
    ['code', { code: 'app' }, { kind: 'code', path: path.resolve('/w/app'), runtime: 'python' }],
    [
      'a Dockerfile',
      { code: '.', 'dockerfile-path': './d/Dockerfile' },
      { kind: 'context', build: { dockerfilePath: 'd/Dockerfile', builder: 'auto' } }
    ],
    [
      'buildpacks',
      { code: '.', builder: 'buildpacks' },
      { kind: 'context', build: { dockerfilePath: undefined, builder: 'buildpacks' } }
    ],
    [
      'the build service',
      {
        code: '.',
        'dockerfile-path': 'Dockerfile',
        platform: 'linux/arm64',
        'no-cache': 'true',
        'image-tags': 'v1\nv2',
        'build-args': 'A=1=2'
      },
      {
        kind: 'context',
        build: { platform: 'linux/arm64', noCache: true, imageTags: ['v1', 'v2'], buildArgs: { A: '1=2' } }
      }
    ],
    [
      'a repository',
      { 'git-url': 'https://example.com/x/y.git', 'git-sub-path': 'a/b' },
      { kind: 'git', reference: undefined, subPath: 'a/b' }
    ],
    [
      'the workflow’s own repository',
      { 'git-url': 'https://GitHub.com/acme/shop.git' },
      { kind: 'git', reference: COMMIT }
    ],
    [
      'the workflow’s own repository over ssh',
      { 'git-url': 'git@github.com:acme/shop.git' },
      { kind: 'git', reference: COMMIT }
    ],
    [
      'its branch',
      { 'git-url': 'https://github.com/acme/shop', 'git-ref': 'release/1.x' },
      { kind: 'git', reference: 'release/1.x' }
    ],
    ['an image', { 'image-ref': 'ghcr.io/a/b:1' }, { kind: 'image', reference: 'ghcr.io/a/b:1', registry: undefined }],
    [
      'an image with a secret',
      { 'image-ref': 'a', 'registry-secret-ref': 's' },
      { kind: 'image', registry: { kind: 'stored', secret: 's' } }
    ],
    [
      'an image with credentials',
      { 'image-ref': 'ghcr.io/a', 'registry-server': 'ghcr.io', 'registry-username': 'u', 'registry-password': 'p' },
      { kind: 'image', registry: { kind: 'credentials', server: 'ghcr.io', username: 'u', password: 'p' } }
    ]
  ])('is %s', async (_name, inputs, expected) => {
    const { source, problems } = await read(inputs)
    expect(problems).toEqual([])
    expect(source).toMatchObject(expected)
  })

  test.each<[Record<string, string>, string]>([
    [{}, 'No source is given.'],
    [{ code: '.', 'git-url': 'https://x/y' }, '`code` and `git-url` are set together.'],
    [{ code: '.', 'git-ref': 'main' }, '`git-ref` means nothing with `code`.'],
    [{ code: '.', 'build-args': 'A=1' }, '`build-args` means nothing with code that is compiled'],
    [{ code: '.', 'dockerfile-path': 'Dockerfile', runtime: 'go' }, '`runtime` means nothing with an image'],
    [
      { code: '.', 'dockerfile-path': '../Dockerfile' },
      '`dockerfile-path: ../Dockerfile` is not a path inside the code.'
    ],
    [{ code: '.', 'dockerfile-path': 'D', builder: 'buildpacks' }, 'contradict each other'],
    [{ code: '.', builder: 'build-service' }, 'The build service builds from a Dockerfile only.'],
    [{ code: '.', builder: 'kaniko' }, '`builder: kaniko` is not one of the values'],
    [
      { code: '.', 'dockerfile-path': 'D', builder: 'draft', 'no-cache': 'true' },
      'can be done by the build service only'
    ],
    [
      { code: '.', 'dockerfile-path': 'D', 'image-tags': 'a:b' },
      '`image-tags: a:b` has an item that is no tag (item 1).'
    ],
    [{ code: '.', 'dockerfile-path': 'D', platform: 'amd64' }, '`platform: amd64` is not a platform.'],
    [{ 'git-url': 'https://user:pw@x/y' }, '`git-url` holds credentials.'],
    [{ 'git-url': 'ftp://x/y' }, '`git-url` is not the URL of a repository.'],
    [{ 'git-url': 'https://x/y', 'git-ref': '-x' }, '`git-ref: -x` is not a git reference.'],
    [{ 'git-url': 'https://x/y', builder: 'build-service' }, 'The build service builds from a Dockerfile only.'],
    [
      { 'git-url': 'https://x/y', builder: 'build-service', 'dockerfile-path': 'D', 'git-secret-ref': 's' },
      '`git-secret-ref` has no effect with `builder: build-service`'
    ],
    [
      {
        'git-url': 'https://x/y',
        'no-cache': 'true',
        'image-tags': 'v1',
        'dockerfile-path': 'D',
        'git-secret-ref': 's'
      },
      '`git-secret-ref` has no effect with `no-cache` and `image-tags`'
    ],
    [{ 'git-url': 'https://x/y', runtime: 'go' }, '`runtime` means nothing with `git-url`.'],
    [{ 'image-ref': 'UPPER' }, '`image-ref: UPPER` is not an image reference.'],
    [
      { 'image-ref': 'a', 'dockerfile-path': 'D', 'build-args': 'A=1' },
      '`dockerfile-path` and `build-args` mean nothing with `image-ref`'
    ],
    [{ 'image-ref': 'a', 'registry-secret-ref': 's', 'registry-server': 'x' }, 'are set together'],
    [{ 'image-ref': 'a', 'registry-server': 'x' }, '`registry-username` is missing.'],
    [{ code: 'a\nb' }, '`code` has several lines. Write one line.'],
    [{ code: '"a"' }, '`code: "a"` stands in quotes, which belong to the value. Write it without them.'],
    [{ 'git-url': 'https://x/y', 'git-ref': "'main'" }, "`git-ref: 'main'` stands in quotes"],
    [
      { 'image-ref': 'quay.io/a/b', 'registry-server': 'ghcr.io', 'registry-username': 'u', 'registry-password': 'p' },
      '`registry-server` is not the registry of `image-ref`, which is `quay.io`. Write `registry-server: quay.io`'
    ],
    [
      { 'image-ref': 'a', 'registry-secret-ref': 'my secret' },
      '`registry-secret-ref` is not the name of a stored secret.'
    ],
    [
      { 'image-ref': 'a', 'registry-server': 'x', 'registry-username': 'u', 'registry-password': 'ghs_0123456789' },
      '`registry-password` is the job’s own token'
    ],
    [
      {
        'image-ref': 'a',
        'registry-server': 'x',
        'registry-username': 'u',
        'registry-password': 'tok',
        'github-token': 'tok'
      },
      '`registry-password` is the job’s own token'
    ]
  ])('%j is refused', async (inputs, problem) => {
    const { source, problems } = await read(inputs)
    expect(problems.join('\n')).toContain(problem)
    expect(problems.join('\n')).not.toMatch(/user:pw|ghs_0123456789|my secret/)
    expect(source === undefined || problems.length > 0).toBe(true)
  })
})

test('A boolean that cannot be read is told once', async () => {
  const { problems } = await read({ code: '.', 'dockerfile-path': 'Dockerfile', 'no-cache': 'yes' })
  expect(problems).toEqual([expect.stringMatching(/^`no-cache: yes` /)])
})

describe('schemas', () => {
  let base: string
  beforeAll(() => {
    base = mkdtempSync(path.join(tmpdir(), 'schemas-'))
    writeFileSync(path.join(base, 'in.json'), '\ufeff{"type": "object"}')
    writeFileSync(path.join(base, 'list.json'), '[]')
    writeFileSync(path.join(base, 'bad.json'), '{"type":}')
  })
  afterAll(() => rmSync(base, { recursive: true }))

  test('are read inline and from files, and dependencies a line', async () => {
    const reader = readerOf({
      'input-schema': 'in.json',
      'output-schema': '{"type":"string"}',
      dependencies: 'requests\n\nnumpy==2\n'
    })
    expect(await readDescription(reader, base)).toEqual({
      inputSchema: '{"type": "object"}',
      outputSchema: '{"type":"string"}',
      dependencies: ['requests', 'numpy==2']
    })
    expect(reader.problems).toEqual([])
  })

  test.each([
    ['list.json', '`input-schema` names `list.json`, which holds no object'],
    ['{"type": }', '`input-schema` is not JSON (line 1, column 10)'],
    ['bad.json', '`input-schema` names `bad.json`, which is not JSON (line 1, column 9)'],
    ['none.json', '`input-schema` names `none.json`, which cannot be read']
  ])('%s is refused', async (text, problem) => {
    const reader = readerOf({ 'input-schema': text })
    await readDescription(reader, base)
    expect(reader.problems.map(({ message }) => message).join()).toContain(problem)
  })
})
