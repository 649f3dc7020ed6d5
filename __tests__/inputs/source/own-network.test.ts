import { expect, test } from '@jest/globals'
import { InputReader } from '../../../src/inputs/input-reader.ts'
import { rejectOwnNetwork } from '../../../src/inputs/source/own-network.ts'
import type { Source } from '../../../src/model/plan.ts'
import { parseEndpoint } from '../../../src/model/values/endpoint.ts'

const BUILD = {
  builder: 'auto',
  dockerfilePath: undefined,
  buildArgs: {},
  platform: undefined,
  noCache: false,
  imageTags: []
} as const

function git(url: string): Source {
  return { kind: 'git', url, reference: 'main', subPath: undefined, secretRef: undefined, build: BUILD }
}

function image(reference: string): Source {
  return { kind: 'image', reference, registry: undefined }
}

function problemsOf(source: Source, endpoint = 'production'): readonly string[] {
  const parsed = parseEndpoint(endpoint)
  if ('problem' in parsed) throw new Error(parsed.problem)
  const inputs = new InputReader({})
  rejectOwnNetwork(inputs, source, parsed)
  return inputs.problems.map(({ text }) => text)
}

test.each([
  [git('https://10.0.0.5/acme/app.git'), '`git-url` names the host 10.0.0.5'],
  [git('http://localhost:3000/acme/app'), '`git-url` names the host localhost'],
  [git('git@gitea:acme/app.git'), '`git-url` names the host gitea'],
  [image('localhost:5000/web:1'), '`image-ref` names the registry localhost'],
  [image('192.168.1.7:5000/web:1'), '`image-ref` names the registry 192.168.1.7']
])('%j cannot be had from the internet', (source, says) => {
  const [only, ...others] = problemsOf(source)
  expect(only).toContain(says)
  expect(others).toEqual([])
  expect(problemsOf(source, 'rpc.ignite.corp:443')).toEqual([])
  expect(problemsOf(source, '127.0.0.1:50051')).toEqual([])
})

test.each([
  [git('https://github.com/acme/app')],
  [git('git@github.com:acme/app.git')],
  [image('ghcr.io/acme/web:1')],
  [image('acme/web:1')],
  [image('web')]
])('%j may be', (source) => expect(problemsOf(source)).toEqual([]))
