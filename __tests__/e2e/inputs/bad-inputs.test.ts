import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { INPUTS } from '../../../src/inputs/input-names.ts'
import { type Inputs, inputsFor, run, runMain, theFailure, Workspace } from '../../support/deploying.ts'
import { counting, type Listening } from '../support/answering.ts'
import { leaks } from '../support/leaks.ts'
import { Observer } from '../support/observing.ts'

const workspace = new Workspace()
let nobody: Listening

beforeAll(async () => {
  nobody = await counting()
  mkdirSync(path.join(workspace.path, 'empty'))
  mkdirSync(path.join(workspace.path, 'only-secrets/.git'), { recursive: true })
  workspace.write('only-secrets/.env', 'A=1')
  workspace.write('only-secrets/.git/config', '')
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await nobody[Symbol.asyncDispose]()
})

/** The inputs that a line of a report names. */
function namedIn(line: string): readonly string[] {
  return INPUTS.filter((name) => line.includes(`\`${name}\``) || line.includes(`\`${name}: `))
}

/** A run with these inputs fails with one report, and nobody is connected to. */
async function report(inputs: Inputs) {
  const endpoints = { grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` }
  const before = nobody.connections()
  const { main, post } = await run(workspace, { inputs: inputsFor(endpoints, inputs) })
  expect(nobody.connections()).toBe(before)
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  expect(main.state).toEqual({})
  const failure = theFailure(main)
  expect(failure.reason).toBe('bad_input')
  for (const line of failure.message.split('\n')) expect(namedIn(line)).not.toEqual([])
  return { ...failure, main }
}

/** As `openssl rand -base64 64` prints them. */
const WRAPPED = ['c2VjcmV0'.repeat(8), 'b2YgdHdvIGxpbmVzIQaa==']

type Case = { readonly what: string; readonly inputs: Inputs; readonly says: string }

const APP_FIX =
  'Write name or organization:name; each may have a-z, 0-9, ".", "-" and "_", begins and ends with a letter or digit, ' +
  'and has at most 63 characters.'
const badApps = ['a b', '../x', '-greeter', 'greeter-', 'a:b:c', ':greeter']
const unshownApps = ['a'.repeat(64), 'grüße']
const badBooleans: readonly Inputs[] = [
  ...['yes', 'on', '1', 'tru'].map((value) => ({ 'allow-unauthenticated': value })),
  { 'create-app': 'yes' }
]
const PORTS_FIX = 'Write one port from 1 to 65535 a line.'
const MINUTES_FIX = 'Write a whole number from 1 to 1440, in digits.'

const cases: readonly Case[] = [
  ...badApps.map((app) => ({
    what: `app ${JSON.stringify(app)}`,
    inputs: { app },
    says: `\`app: ${app}\` is not the name of an app. ${APP_FIX}`
  })),
  ...unshownApps.map((app) => ({
    what: `app ${app}`,
    inputs: { app },
    says: `\`app\` is not the name of an app. ${APP_FIX}`
  })),
  {
    what: 'an app as GitHub writes names',
    inputs: { app: 'acme/sluggy' },
    says: '`app: acme/sluggy` is not the name of an app. Write `app: acme:sluggy`.'
  },
  {
    what: 'an app in capitals',
    inputs: { app: 'Sluggy' },
    says: '`app: Sluggy` is not the name of an app. Write `app: sluggy`.'
  },
  { what: 'an app of two lines', inputs: { app: 'a\nb' }, says: '`app` has several lines. Write one line.' },
  {
    what: 'an app in quotes',
    inputs: { app: '"greeter"' },
    says: '`app: "greeter"` stands in quotes, which belong to the value. Write it without them.'
  },
  { what: 'no app', inputs: { app: '' }, says: '`app` is missing. Write the app’s name, for example app: greeter.' },
  {
    what: 'an app of white space',
    inputs: { app: ' \n ' },
    says: '`app` is missing. Write the app’s name, for example app: greeter.'
  },
  {
    what: 'a directory that is missing',
    inputs: { code: 'missing' },
    says: '`missing` does not exist (looked at `WORKSPACE/missing`). Give `code` a directory'
  },
  {
    what: 'a directory that is empty',
    inputs: { code: 'empty' },
    says: 'There is nothing to deploy: `empty` holds no file that is packed. Point `code` at'
  },
  {
    what: 'a directory that holds nothing but secrets',
    inputs: { code: 'only-secrets' },
    says: 'There is nothing to deploy: `only-secrets` holds no file that is packed. Left out, because they are likely to hold secrets: `.env`. Point `code` at'
  },
  { what: 'code outside of the checkout', inputs: { code: '..' }, says: '`..` lies outside the workspace' },
  {
    what: 'no source',
    inputs: { code: '' },
    says: 'No source is given. Set `code` to the directory that holds the app'
  },
  ...badBooleans.map((inputs) => ({
    what: JSON.stringify(inputs),
    inputs,
    says: `\`${Object.keys(inputs)}: ${Object.values(inputs)}\` is not a boolean. Write true or false.`
  })),
  {
    what: 'an input that does not exist',
    inputs: { paylod: 'x' },
    says: '`paylod` is not an input of this action. Did you mean `test-payload`?'
  },
  {
    what: 'a misspelt input',
    inputs: { 'allow-unauthenticatd': 'true' },
    says: '`allow-unauthenticatd` is not an input of this action. Did you mean `allow-unauthenticated`? It is under `with:`, or an `env:` sets `INPUT_ALLOW-UNAUTHENTICATD`.'
  },
  {
    what: 'a preview of no pull request',
    inputs: { mode: 'preview' },
    says: '`mode: preview` is for a pull request, and the event of this run names none. Run the workflow on `pull_request`, or write the number in `pr-number`.'
  },
  {
    what: 'a mode that does not exist',
    inputs: { mode: 'deplyo' },
    says: '`mode: deplyo` is not one of the values that can be used here. Write one of: deploy, preview, draft, '
  },
  {
    what: 'a runtime of another kind',
    inputs: { runtime: 'nodejs22' },
    says: '`runtime: nodejs22` is not one of the runtimes: Node apps run in an image. Remove it, and set `dockerfile-path: Dockerfile`, or `builder: buildpacks` where there is no Dockerfile.'
  },
  {
    what: 'an env line without =',
    inputs: { env: 'A=1\nB' },
    says: '`env` has a line without "=" (line 2). Write KEY=VALUE on each line.'
  },
  {
    what: 'an env key that is no name',
    inputs: { env: '1A=x' },
    says: '`env` has a key that cannot be a variable’s name (line 1).'
  },
  {
    what: 'an env key twice',
    inputs: { env: 'A=1\n\nA=2' },
    says: '`env` names A twice (line 3). Keep one of the two lines.'
  },
  {
    what: 'an env block without an end',
    inputs: { env: 'A<<END\nx' },
    says: '`env` has a block for A that does not end (line 1).'
  },
  {
    what: 'a secret of two lines in env',
    inputs: { env: `KEY=${WRAPPED[0]}\n${WRAPPED[1]}` },
    says: '`env` has a line that looks like the rest of the value above it (line 2). A value of several lines is written as KEY<<END, the lines, and END on a line of its own.'
  },
  {
    what: 'env as YAML',
    inputs: { env: 'A: b' },
    says: '`env` has a line with ":" in place of "=" (line 1). Write KEY=VALUE on each line.'
  },
  {
    what: 'env as JSON',
    inputs: { env: '{"A": "b"}' },
    says: '`env` is written as JSON. Write KEY=VALUE on each line'
  },
  {
    what: 'env in quotes',
    inputs: { env: '"A=b"' },
    says: '`env` has quotes before a key (line 1). Write KEY=VALUE without quotes around it.'
  },
  {
    what: 'an env strategy',
    inputs: { 'env-update-strategy': 'replace' },
    says: '`env-update-strategy: replace` is not one of the values that can be used here. Write one of: merge, overwrite.'
  },
  {
    what: 'a tier',
    inputs: { tier: 'huge' },
    says: '`tier: huge` is not one of the values that can be used here. Write one of: small, medium, large, xlarge.'
  },
  {
    what: 'a runtime',
    inputs: { runtime: 'perl' },
    says:
      '`runtime: perl` is not one of the values that can be used here. Write one of: python, rust, go, deno. Another ' +
      'language runs in an image: leave `runtime` out, and set `dockerfile-path: Dockerfile`.'
  },
  ...['0', '65536'].map((ports) => ({
    what: `ports ${ports}`,
    inputs: { ports },
    says: `\`ports: ${ports}\` has an item that is no port (item 1). ${PORTS_FIX}`
  })),
  {
    what: 'ports in one line',
    inputs: { ports: '8080,9090' },
    says: '`ports: 8080,9090` has several ports in one line (item 1). Write one port from 1 to 65535 a line, in a block (|).'
  },
  {
    what: 'a health path',
    inputs: { 'health-path': 'healthz' },
    says: '`health-path: healthz` is not a path. Write a path that begins with "/"'
  },
  ...['0', '1e3', '1.5', '1441', '10m'].map((minutes) => ({
    what: `timeout-minutes ${minutes}`,
    inputs: { 'timeout-minutes': minutes },
    says: `\`timeout-minutes: ${minutes}\` is not a number that can be used here. ${MINUTES_FIX}`
  })),
  {
    what: 'plaintext to elsewhere',
    inputs: { 'api-endpoint': 'http://ignite.example:80' },
    says: '`api-endpoint` cannot be used. Plaintext is refused: the token would be readable on the way. Write `https://host:port`.'
  },
  {
    what: 'an endpoint with a user',
    inputs: { 'api-endpoint': 'https://u:p@h:1' },
    says: '`api-endpoint` cannot be used. An address with a user name is refused.'
  },
  {
    what: 'an endpoint without a port',
    inputs: { 'api-endpoint': 'ignite.example' },
    says: '`api-endpoint` cannot be used. The address has no port.'
  },
  {
    what: 'an endpoint with a wild port',
    inputs: { 'api-endpoint': 'h:99999' },
    says: '`api-endpoint` cannot be used.'
  },
  {
    what: 'a token endpoint that is not known',
    inputs: { 'auth-url': '' },
    says: '`auth-url` is missing: the token endpoint that belongs to ENDPOINT is not known. Set it to'
  },
  {
    what: 'a token endpoint in plaintext',
    inputs: { 'auth-url': 'http://id.example/token' },
    says: '`auth-url` cannot be used. Only https is accepted'
  },
  {
    what: 'bundled descriptors for elsewhere',
    inputs: { 'api-endpoint': 'production', 'auth-url': '', descriptors: 'bundled' },
    says: '`descriptors: bundled` works with an endpoint on this machine only'
  }
]

describe('An input that is wrong is named with its fix, and nothing is sent', () => {
  test.each(cases)('$what', async ({ inputs, says }) => {
    const { title, message } = await report(inputs)
    expect(title).toBe('An input is wrong, nothing was sent')
    const expected = says.replace('WORKSPACE', workspace.path).replace('ENDPOINT', nobody.address)
    expect(message.startsWith(expected) ? expected : message).toBe(expected)
    expect(message).not.toContain('\n')
    expect(message).toMatch(/[.?]$/)
  })

  test('two sources', async () => {
    const { message } = await report({ 'git-url': 'https://github.com/octo-org/octo-app' })
    expect(message).toContain('`code` and `git-url` are set together. Keep one of them: an app has one source.')
  })

  test('an environment in which an input is set that the step does not name', async () => {
    const { title, message } = await report({ Paylod: 'x' })
    expect({ title, message }).toMatchObject({
      message: expect.stringContaining('It is under `with:`, or an `env:` sets `INPUT_PAYLOD`.')
    })
  })
})

const BROUGHT: Readonly<Record<string, string>> = {
  path: 'Write `code` in place of it.',
  context: 'Write `code` in place of it.',
  image: 'Write `image-ref` in place of it.',
  dockerfile: 'Write `dockerfile-path` in place of it.',
  environment: 'Write `env` in place of it.',
  org: 'Write it in `app`, as `app: ORGANIZATION:NAME`.',
  service: 'Write `app` in place of it.',
  timeout: 'Write `timeout-minutes`, how long the run may take, or `timeout-seconds`, how long a call of the app may.',
  secrets: 'Write each on a line of `env`, as KEY=VALUE with the secret for its value.'
}

test.each(Object.entries(BROUGHT))('The input `%s` of other actions is told once, with ours', async (name, fix) => {
  mkdirSync(path.join(workspace.path, 'docker'), { recursive: true })
  workspace.write('docker/Dockerfile', 'FROM scratch')
  const without: Readonly<Record<string, Inputs>> = {
    path: { code: '' },
    context: { code: '' },
    image: { code: '' },
    dockerfile: { code: 'docker', 'build-args': 'A=1' },
    environment: { 'env-update-strategy': 'overwrite' },
    service: { app: '' }
  }
  const { message } = await report({ ...without[name], [name]: 'Dockerfile' })
  const origin = `It is under \`with:\`, or an \`env:\` sets \`INPUT_${name.toUpperCase()}\`.`
  expect(message).toBe(`\`${name}\` is not an input of this action. ${fix} ${origin}`)
})

describe('All that is wrong', () => {
  const everything: Inputs = {
    app: 'Not An App',
    mode: 'deplyo',
    'create-app': 'yes',
    code: 'missing',
    paylod: '{"secret": "payload-of-mine"}',
    'dry-run': 'on',
    runtime: 'perl',
    env: 'PASSWORD=hunter-two\nhunter-three',
    'env-update-strategy': 'both',
    tier: 'huge',
    'allow-unauthenticated': 'on',
    'health-path': 'no slash',
    ports: '80\nhttp',
    'timeout-minutes': '0',
    'auth-url': 'ftp://id.example',
    'service-account-secret': 'the-secret-of-the-account'
  }
  const named = Object.keys(everything).filter((name) => name !== 'service-account-secret' && name !== 'code')

  test('is reported at once: one red line, each input with its fix', async () => {
    const { title, message } = await report(everything)
    const lines = message.split('\n')
    expect(title).toBe(`${lines.length} inputs are wrong, nothing was sent`)
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(lines.map((_, at) => at + 1))
    const problems = lines.map((line) => line.replace(/^\d+\. /, ''))
    for (const name of named)
      expect(problems.filter((line) => line.startsWith(`\`${name}\` `) || line.startsWith(`\`${name}: `))).toHaveLength(
        1
      )
    expect(problems.filter((line) => line.startsWith('`missing` does not exist'))).toHaveLength(1)
    expect(lines).toHaveLength(named.length + 1)
  })

  test('is reported without a value that may be secret', async () => {
    using observer = new Observer()
    const endpoints = { grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` }
    const main = await runMain(workspace, { inputs: inputsFor(endpoints, everything), env: observer.env })
    const secrets = ['hunter-two', 'hunter-three', 'payload-of-mine', 'the-secret-of-the-account', 'PASSWORD=']
    expect(leaks(main, observer.stages[0]!, secrets)).toEqual([])
  })

  test('is in the summary, too', async () => {
    const { main } = await report(everything)
    expect(main.summary).toContain('inputs are wrong, nothing was sent')
    expect(main.summary).toContain('not a boolean')
    expect(main.summary).toContain('bad&#95;input')
  })
})
