import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { INPUTS } from '../../../src/inputs/input-names.ts'
import { InputReader } from '../../../src/inputs/input-reader.ts'
import { readConfigFile } from '../../../src/inputs/settings/config-file.ts'
import { readSettings } from '../../../src/inputs/settings/read-settings.ts'
import { readDescription } from '../../../src/inputs/source/read-description.ts'
import { SETTING_NAMES, SETTINGS } from '../../../src/model/settings.ts'

let base: string

beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'ignite-config-'))
  writeFileSync(path.join(base, '.env'), 'OF_FILE=file\nBOTH=file\nALL=file\n')
  writeFileSync(path.join(base, '.env.other'), 'OF_FILE=other\nBOTH=other\nALL=other\n')
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** What is read of a config file with this text, and of the inputs beside it. */
async function read(text: string, inputs: Readonly<Record<string, string>> = {}) {
  writeFileSync(path.join(base, 'app.yaml'), text)
  const given = Object.entries({ 'config-file': 'app.yaml', ...inputs })
  const reader = new InputReader(
    Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  )
  const settings = await readSettings(reader, base, await readConfigFile(reader, base))
  const { inputSchema, outputSchema } = await readDescription(reader, base)
  const problems = reader.problems.map((problem) => problem.text)
  return { ...settings, inputSchema, outputSchema, runtime: reader.text('runtime'), problems }
}

const EVERY = `
description: >
  Greets people,
  in words.
tier: medium
memory: 512
cpu: 250
timeout-seconds: 30
reserved: 1
max-replicas: 4
max-concurrency: 8
storage-mode: ephemeral
ttl: 60
mcp-enabled: true
auto-mode: scale-only
allow-unauthenticated: false
health-path: /live
ports: [80, 8080]
input-schema:
  type: object # anything
output-schema: schema.yaml
env:
  MODE: production
  LIMIT: 010
  SAFE: True
  TEXT: |
    two
    lines
  EMPTY: ''
env-update-strategy: overwrite
`

test('a config file holds every setting by the name of its input', async () => {
  writeFileSync(path.join(base, 'schema.yaml'), 'type: string\n')
  const { settings, problems, ...rest } = await read(EVERY)
  expect(problems).toEqual([])
  expect(settings).toEqual({
    description: 'Greets people, in words.',
    tier: 'medium',
    memory: 512,
    cpu: 250,
    timeoutSeconds: 30,
    reserved: 1,
    maxReplicas: 4,
    maxConcurrency: 8,
    storageMode: 'ephemeral',
    ttl: 60,
    mcpEnabled: true,
    autoMode: 'scale-only',
    allowUnauthenticated: false,
    healthPath: '/live',
    ports: [80, 8080],
    env: { MODE: 'production', LIMIT: '010', SAFE: 'True', TEXT: 'two\nlines\n', EMPTY: '' }
  })
  expect(rest).toMatchObject({
    envUpdateStrategy: 'overwrite',
    inputSchema: '{"type":"object"}',
    outputSchema: '{"type":"string"}'
  })
  for (const name of SETTING_NAMES) expect(EVERY).toContain(`\n${SETTINGS[name].input}:`)
})

describe('an input that is given wins', () => {
  test.each([
    ['tier: small', { tier: 'large' }, { tier: 'large' }],
    ['tier: huge', { tier: 'large' }, { tier: 'large' }],
    ['ports: [80]', { ports: '81\n82' }, { ports: [81, 82] }],
    ['tier: small', { tier: ' ' }, { tier: 'small' }],
    ['tier:', {}, {}],
    ["tier: ''", {}, {}]
  ])('%j with %j', async (text, inputs, settings) => {
    expect(await read(text, inputs)).toMatchObject({ problems: [], settings })
    expect(Object.keys((await read(text, inputs)).settings)).toEqual(Object.keys(settings))
  })

  const CONFIG = 'env: {OF_CONFIG: config, BOTH: config, ALL: config}'
  test.each([
    ['variable by variable', CONFIG, { env: 'BOTH=input' }, { OF_CONFIG: 'config', BOTH: 'input', ALL: 'config' }],
    [
      'over a dotenv file that the config file names, and over what that sets beside it',
      `env-file: .env\n${CONFIG}`,
      { env: 'ALL=input' },
      { OF_FILE: 'file', OF_CONFIG: 'config', BOTH: 'config', ALL: 'input' }
    ],
    [
      'also as a dotenv file, over what the config file sets',
      CONFIG,
      { 'env-file': '.env', env: 'ALL=input' },
      { OF_FILE: 'file', OF_CONFIG: 'config', BOTH: 'file', ALL: 'input' }
    ],
    [
      'as the one dotenv file',
      'env-file: .env',
      { 'env-file': '.env.other' },
      { OF_FILE: 'other', BOTH: 'other', ALL: 'other' }
    ],
    ['a dotenv file alone', '', { 'env-file': '.env' }, { OF_FILE: 'file', BOTH: 'file', ALL: 'file' }]
  ])('%s', async (_, text, inputs, env) => {
    expect(await read(text, inputs)).toMatchObject({ problems: [], settings: { env }, envUpdateStrategy: 'merge' })
    expect((await read(text, inputs)).settings.env).toEqual(env)
  })

  test.each([
    [CONFIG, { env: '{}' }],
    ['env: {}', {}],
    ['env: {}', { 'env-update-strategy': 'merge' }]
  ])('and no variable is left by %j with %j', async (text, inputs) => {
    expect(await read(text, inputs)).toMatchObject({
      problems: [],
      settings: { env: {} },
      envUpdateStrategy: 'overwrite'
    })
  })

  test('what an empty `env` of the file would remove stays where another source sets variables', async () => {
    expect(await read('env: {}', { env: 'A=1' })).toMatchObject({
      settings: { env: { A: '1' } },
      envUpdateStrategy: 'merge'
    })
  })

  test('`env: {}` and a dotenv file contradict each other', async () => {
    expect((await read('', { env: '{}', 'env-file': '.env' })).problems).toEqual([
      '`env: {}` removes all variables, and `env-file` sets some. Remove `env`; with `env-update-strategy: overwrite`, the variables of the file are all that is left.'
    ])
  })
})

describe('the platform’s manifest', () => {
  const MANIFEST = `name: other
description: A desk.
runtime: python
mcp_enabled: true
input: {type: object}
output:
  type: string
env:
  - APP_ROLE # required
  - ADMIN_KEYS
  - APP_ROLE
test_input: {action: describe}
`
  test('says what the app is, and lists variables', async () => {
    expect(await read(MANIFEST)).toEqual({
      problems: [],
      settings: { description: 'A desk.', mcpEnabled: true },
      envUpdateStrategy: 'merge',
      listed: { names: ['APP_ROLE', 'ADMIN_KEYS'], file: 'app.yaml' },
      inputSchema: '{"type":"object"}',
      outputSchema: '{"type":"string"}',
      runtime: 'python'
    })
  })

  test('is less than the inputs', async () => {
    const inputs = {
      description: 'Mine.',
      'mcp-enabled': 'false',
      runtime: 'deno',
      'input-schema': '{"a":1}',
      env: 'APP_ROLE=x'
    }
    expect(await read(MANIFEST, inputs)).toMatchObject({
      settings: { description: 'Mine.', mcpEnabled: false, env: { APP_ROLE: 'x' } },
      runtime: 'deno',
      inputSchema: '{"a":1}'
    })
  })

  test.each([
    [
      'name: a\nruntim: python',
      '`runtim` (app.yaml, line 2) is no key of the platform’s manifest. Did you mean `runtime`?'
    ],
    [
      'name: a\nsecretly: x',
      '`secretly` (app.yaml, line 2) is no key of the platform’s manifest. Write one of: name, description,'
    ],
    [
      'runtime: python\ntier: small',
      '`tier` (app.yaml, line 2) is no key of the platform’s manifest, and by its `runtime` the file is one. Set it in the workflow, as an input of the action.'
    ],
    ['env: [A]\ntier: small', 'and by its `env` the file is one.'],
    [
      'name: a\nenv: {A: hunter2}',
      '`env` (app.yaml, line 2) is no list. A manifest lists the names of variables alone'
    ],
    [
      'name: a\nenv:\n  - A\n  - B=hunter2',
      '`env` (app.yaml, line 2) has an item that cannot be a variable’s name (line 4).'
    ],
    ['name: a\nenv: [[hunter2]]', '`env` (app.yaml, line 2) has an item that cannot be'],
    ['runtime: [hunter2]', '`runtime` (app.yaml, line 1) is a list. Write one value.'],
    ['name: a\nmcp_enabled: yes', '`mcp-enabled: yes` (app.yaml, line 2) is not a boolean. Write true or false.'],
    ['name: a\ninput: [hunter2]', '`input` (app.yaml, line 2) is a list. Write a mapping, or the path of a file.']
  ])('%j is refused by its line', async (text, says) => {
    const { problems } = await read(text)
    expect(problems).toEqual([expect.stringContaining(says)])
    expect(problems.join()).not.toContain('hunter2')
  })
})

describe('a config file that is wrong', () => {
  test.each([
    [
      'tier: small\nmemroy: 1',
      '`config-file`: `memroy` (app.yaml, line 2) is no setting of an app. Did you mean `memory`?'
    ],
    ['health_path: /x', 'Did you mean `health-path`?'],
    ['colour: red', '`colour` (app.yaml, line 1) is no setting of an app. Write one of: env, description, tier,'],
    ['"hunter2 is: the word": x', '`config-file`: A key (app.yaml, line 1) is no setting of an app.'],
    ['code: .', '`code` (app.yaml, line 1) is no setting of the app. Write it in the workflow, beside `config-file`.'],
    ['config-file: other.yaml', '`config-file` (app.yaml, line 1) is no setting of the app.'],
    [
      'token: hunter2',
      '`token` (app.yaml, line 1) is a credential, which no file of a repository may hold. Remove it, set the input from a secret, and renew the credential'
    ],
    [
      'tier: huge',
      '`tier: huge` (app.yaml, line 1) is not one of the values that can be used here. Write one of: small,'
    ],
    ['# why\n\ntier: [small]', '`tier` (app.yaml, line 3) is a list. Write one value.'],
    ['tier: {a: hunter2}', '`tier` (app.yaml, line 1) is a mapping. Write one value.'],
    ['memory: 1Gi', '`memory: 1Gi` (app.yaml, line 1) is not a whole number of megabytes. Write 1024.'],
    ['ports: [80, web]', '`ports` (app.yaml, line 1) has an item that is no port (item 2).'],
    ['ports: {a: 80}', '`ports` (app.yaml, line 1) is a mapping. Write one value, or a list of values.'],
    ['env: A=hunter2', '`env` (app.yaml, line 1) is no mapping. Write `NAME: value` for each variable.'],
    ['env:\n  A:\n  B: 1', "`env` (app.yaml, line 1) has no value for A (line 2). Write a text; '' is an empty one."],
    ['env:\n  A: [hunter2]', '`env` (app.yaml, line 1) has no value for A (line 2).'],
    ['env:\n  A-B: hunter2', '`env` (app.yaml, line 1) has a key that cannot be a variable’s name (line 2).'],
    [
      'env-file: gone.env',
      '`env-file` (app.yaml, line 1) names `gone.env`, which cannot be read (BASE/gone.env). Write the path of a dotenv file'
    ],
    [
      'tier: small\n- hunter2',
      '`config-file` names `app.yaml`, which is not YAML (line 2, column 1). Write valid YAML;'
    ],
    ['- hunter2', '`config-file` names `app.yaml`, which is YAML, but no mapping. Write `name: value` on each line.'],
    ['tier: small\ntier: large', '`config-file` names `app.yaml`, which names a key twice (line 2, column 1).']
  ])('%j is told by its place', async (text, says) => {
    const { problems } = await read(text)
    expect(problems.map((problem) => problem.replaceAll(base + path.sep, 'BASE/'))).toEqual([
      expect.stringContaining(says)
    ])
    expect(problems.join()).not.toContain('hunter2')
  })

  test('is told with all that is wrong in it, and beside it', async () => {
    const { problems } = await read('tier: huge\nmemroy: 1\nenv: 1', { cpu: 'many' })
    expect(problems).toHaveLength(4)
  })

  test.each(INPUTS.filter((name) => !/^(env-file|env-update-strategy|runtime)$/.test(name) && !isSetting(name)))(
    'holds no %s, which is no setting',
    async (name) =>
      expect((await read(`${name}: x`)).problems).toEqual([
        expect.stringContaining(`\`${name}\` (app.yaml, line 1) is `)
      ])
  )

  test('is not there', async () => {
    expect((await read('', { 'config-file': 'gone.yaml', 'env-update-strategy': 'overwrite' })).problems).toEqual([
      `\`config-file\` names \`gone.yaml\`, which cannot be read (${path.join(base, 'gone.yaml')}). Write the path of a YAML file, from \`working-directory\`.`
    ])
  })
})

function isSetting(name: string): boolean {
  return SETTING_NAMES.some((each) => SETTINGS[each].input === name)
}

test.each(['', '# tier: small', 'null'])('a file that holds nothing (%j) leaves all as it is', async (text) => {
  expect(await read(text)).toMatchObject({ problems: [], settings: {}, listed: undefined })
})
