import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  crossings,
  type Doors,
  forcedDoors,
  fullFolders,
  namesakes,
  type RoomRule,
  unusedDoors,
  unusedExports
} from './support/house-rules.ts'
import { readModule } from './support/modules.ts'

const root = path.resolve(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], { cwd: root, encoding: 'utf8' })
const all = tracked
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('dist/'))
  .map((file) => readModule(file, readFileSync(path.join(root, file), 'utf8')))
const modules = all.filter(({ file }) => file.startsWith('src/'))
const standIns = all.filter(({ file }) => /^(emulator|runner)\//.test(file))
const tools = all.filter(({ file }) => file.startsWith('tooling/'))

/** Who may import what (docs/architecture.md, The rooms). `node:` modules are named where a room may not have all. */
const RULES: Readonly<Record<string, RoomRule>> = {
  model: { rooms: ['model'], packages: /^$/ },
  deploy: { rooms: ['deploy', 'model'], packages: /^$/ },
  platform: {
    rooms: ['platform', 'model'],
    packages: /^(@grpc\/grpc-js(\/build\/src\/.*)?|@bufbuild\/protobuf(\/.*)?|node:.*)$/
  },
  source: { rooms: ['source', 'model'], packages: /^(tar\/(parse|read-entry)|ignore|node:.*)$/ },
  github: { rooms: ['github', 'model'], packages: /^@(actions\/github\/lib\/utils|octokit\/request-error)$/ },
  inputs: { rooms: ['inputs', 'model'], packages: /^(dotenv|yaml|node:.*)$/ },
  log: { rooms: ['log', 'model'], packages: /^node:.*$/ },
  action: {
    rooms: ['action', 'inputs', 'log', 'model'],
    packages: /^(node_modules\/@actions\/core\/lib\/.*|node:.*)$/
  },
  '.': {
    rooms: ['.', 'model', 'inputs', 'log', 'action', 'deploy', 'github', 'platform', 'source'],
    packages: /^node:.*$/
  }
}

/** The files of a folder that others may import; what is no door may change without a look outside. Of shelves, all. */
const DOORS: Doors = {
  'src/action': ['command-files', 'failure', 'log', 'mask', 'post-report', 'run-facts', 'run-report', 'state', 'stop'],
  'src/action/news': ['github-news', 'post-news', 'sweep-report'],
  'src/action/pinned': ['annotate', 'pinned'],
  'src/action/summary': ['cleaned-texts', 'commit-links', 'headline', 'summary', 'timeline-chart'],
  'src/action/words': ['left-draft', 'outcome-notice', 'purpose'],
  'src/deploy': [
    'after-job',
    'delete-app',
    'deploy',
    'draft-only',
    'dry-run',
    'preview',
    'publish-saved',
    'roll-back',
    'show-status',
    'sweep'
  ],
  'src/deploy/code': ['prebuilt-image', 'prepare-code'],
  'src/deploy/compare': ['compare-beside', 'tell-comparison', 'unchanged'],
  'src/deploy/draft': [
    'compile',
    'draft',
    'draft-kept',
    'execution',
    'expected-draft',
    'finish-draft',
    'reported-failure',
    'run-cases',
    'save-draft',
    'show-trace',
    'test-draft'
  ],
  'src/deploy/log': ['follow', 'not-made'],
  'src/deploy/publish': [
    'active',
    'already-live',
    'find-version',
    'publish-draft',
    'read-live',
    'rollback',
    'verify-published'
  ],
  'src/deploy/settings': ['change-settings', 'compare-settings', 'exposure', 'maker-mark', 'put-back'],
  'src/deploy/start': [
    'app',
    'connect-run',
    'find-app',
    'listed-variables',
    'needs',
    'require-changes',
    'remove-app',
    'tell-app'
  ],
  'src/deploy/switch': ['make-active', 'switch-version', 'target-version', 'test-target'],
  'src/deploy/verify': ['verify-app', 'way-to-verify'],
  'src/github': ['budget', 'decorations', 'lack', 'pull-requests'],
  'src/inputs': [
    'credentials',
    'facts',
    'input-reader',
    'read-access',
    'read-job-status',
    'read-network',
    'read-plan',
    'read-request',
    'read-tests'
  ],
  'src/inputs/github': ['read-github', 'read-preview', 'read-sweep'],
  'src/inputs/parse': 'all',
  'src/inputs/settings': ['config-file', 'manifest', 'read-settings'],
  'src/inputs/source': ['own-network', 'read-description', 'read-git', 'read-source'],
  'src/log': ['heartbeat', 'redact', 'remote-log', 'remote-text', 'step-lines', 'unified-diff', 'whole-log'],
  'src/log/diagnostics': ['diagnostics', 'locate'],
  'src/model': 'all',
  'src/model/ports': 'all',
  'src/model/values': 'all',
  'src/platform': ['connect', 'requirements'],
  'src/platform/advice': ['advice', 'calls', 'connections', 'statuses'],
  'src/platform/areas': ['app-code', 'app-reports', 'apps', 'builds', 'description', 'drafts', 'secrets'],
  'src/platform/calls': [
    'call-failure',
    'clock-skew',
    'connection-trouble',
    'link',
    'log-chunk',
    'persist-explained',
    'retry',
    'service',
    'token-source'
  ],
  'src/platform/codec': ['answer', 'read', 'write'],
  'src/platform/descriptors': ['bundled', 'file', 'reflection', 'registry'],
  'src/platform/network': [
    'channel',
    'explained-exchange',
    'grpc',
    'http-exchange',
    'probe',
    'proxy',
    'transport',
    'tunnel'
  ],
  'src/platform/token': ['jwt', 'token'],
  'src/source': ['inspect', 'inspect-context', 'list-checkout', 'missing-module', 'why-left-out'],
  'src/source/archive': ['read-archive'],
  'src/source/comparing': ['compare-files'],
  'src/source/files': 'all',
  'src/source/packing': ['dead-buffers', 'gzip', 'stream-package', 'tar-header', 'whole-package'],
  'src/source/rules': ['decide', 'docker-rules', 'exclusions', 'ignite-rules', 'ignore-file'],
  'src/source/secrets': ['findings'],
  'src/source/tree': ['context-tree', 'find-source', 'git-ignored', 'listed-tree', 'walk']
}

test('there are files to look at', () => {
  expect(modules.map(({ file }) => file)).toContain('src/main.ts')
  expect(tools.map(({ file }) => file)).toContain('tooling/act/act-cli.ts')
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(500)
})

test('every file stays in its room', () => expect(crossings(modules, RULES)).toEqual([]))
test('the tools import nothing of the product, but for the advice that the README shows', () => {
  const rule = { rooms: [], packages: /^(tooling\/.*|yaml|node:.*)$/ }
  const readme = { rooms: ['platform'], packages: rule.packages }
  const pictures = { rooms: [], packages: /^(tooling\/.*|emulator\/.*|runner\/.*|marked|node:.*)$/ }
  const rules = { act: rule, browser: rule, bundle: rule, pictures, readme, release: rule, workflows: rule }
  expect(crossings(tools, rules)).toEqual([])
})
test.each([
  ['@actions/core', 'src/action/toolkit.ts'],
  ['@grpc/grpc-js', 'src/platform/network/grpc.ts']
])('one file alone reaches into %s', (name, file) =>
  expect(modules.filter(({ imports }) => imports.some(({ target }) => target.includes(name)))).toEqual([
    expect.objectContaining({ file })
  ])
)
test('every wing is entered by its doors', () => expect(forcedDoors(modules, DOORS)).toEqual([]))
test('every door is used', () => expect(unusedDoors(modules, DOORS)).toEqual([]))
test('every export is imported', () => {
  // What the emulator gives to apps is imported by them.
  const owners = [...modules, ...standIns, ...tools].filter(({ file }) => !file.includes('/sdk/'))
  expect(unusedExports(owners, all)).toEqual([])
})
test('no two files share a name', () =>
  expect(namesakes([...modules, ...standIns, ...tools].map(({ file }) => file))).toEqual([]))
test('a folder of src/ can be looked over', () =>
  expect(
    fullFolders(
      modules.map(({ file }) => file),
      15
    )
  ).toEqual([]))

test.each(modules.map(({ file }) => file).filter((file) => /^src\/(?!action\/)[^/]+\//.test(file)))(
  '%s does not read the environment',
  (file) => {
    expect(readFileSync(path.join(root, file), 'utf8')).not.toMatch(/process\.(env|exit)\b/)
  }
)

describe('the rules see a violation that is planted', () => {
  const planted = (file: string, text: string) => [readModule(file, text)]
  test.each([
    [
      'src/deploy/x.ts',
      "import { Ignite } from '../platform/ignite.ts'",
      'src/deploy/x.ts imports src/platform/ignite.ts'
    ],
    ['src/model/x.ts', "import type { A } from '../deploy/a.ts'", 'src/model/x.ts imports src/deploy/a.ts'],
    ['src/inputs/x.ts', "import * as core from '@actions/core'", 'src/inputs/x.ts imports @actions/core'],
    ['src/log/x.ts', "const { a } = await import('../action/a.ts')", 'src/log/x.ts imports src/action/a.ts'],
    [
      'src/deploy/x.ts',
      "import {\n  a,\n  type B\n} from '../source/pack.ts'",
      'src/deploy/x.ts imports src/source/pack.ts'
    ]
  ])('a way out of a room: %s, %j', (file, text, says) => {
    expect(crossings(planted(file, text), RULES)).toEqual([says])
  })
  test('a way into a wing beside its doors', () => {
    const [inner] = planted('src/deploy/start/x.ts', "import { a } from '../publish/attempt.ts'")
    expect(forcedDoors([inner!], DOORS)).toEqual([
      'src/deploy/start/x.ts imports src/deploy/publish/attempt.ts, which is no door of src/deploy/publish'
    ])
  })
  test('a door that nobody uses', () => {
    expect(unusedDoors([], { 'src/deploy/start': ['app'] })).toEqual(['src/deploy/start/app.ts'])
  })
  test('an export that nobody imports', () => {
    const owner = readModule('src/model/x.ts', 'export type A = 1\nexport function b() {}\n')
    const user = readModule('src/deploy/y.ts', "import * as x from '../model/x.ts'\nx.b()")
    expect(unusedExports([owner], [owner, user])).toEqual(['src/model/x.ts exports A, which nobody imports'])
  })
  test('a name that two files share, and a folder that is full', () => {
    expect(namesakes(['src/a/x.ts', 'src/b/x.ts', 'src/main.ts', 'emulator/main.ts'])).toEqual([
      'src/a/x.ts and src/b/x.ts'
    ])
    expect(fullFolders(['src/a/x.ts', 'src/a/y.ts'], 1)).toEqual(['src/a holds 2 files'])
  })
})
