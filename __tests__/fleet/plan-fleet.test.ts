import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../support/deploying.ts'

/** A repository with two apps, each of which can be changed. */
class Fleet implements Disposable {
  readonly path = mkdtempSync(path.join(tmpdir(), 'fleet-'))

  constructor() {
    this.git('init', '--quiet')
    this.write('a/handler.py', 'one')
    this.write('b/handler.py', 'one')
    this.write('fleet.json', '{"apps":[{"app":"a","code":"a"},{"app":"acme:b","code":"b","wave":2}]}')
    this.commit()
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.path, file)), { recursive: true })
    writeFileSync(path.join(this.path, file), text)
  }

  commit(): string {
    this.git('add', '--all')
    this.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '--message', 'Work')
    return this.git('rev-parse', 'HEAD').trim()
  }

  git(...args: readonly string[]): string {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
    return execFileSync('git', args, { cwd: this.path, env, encoding: 'utf8' })
  }

  plan(inputs: Readonly<Record<string, string>>) {
    const output = path.join(this.path, '.git/output')
    writeFileSync(output, '')
    const script = path.join(ROOT, '.github/actions/fleet-plan/plan-fleet.ts')
    const env = {
      ...process.env,
      INPUT_MANIFEST: 'fleet.json',
      INPUT_ALL: 'false',
      INPUT_BASE: '',
      ...inputs,
      GITHUB_OUTPUT: output
    }
    const { status, stdout } = spawnSync(process.execPath, [script], { cwd: this.path, env, encoding: 'utf8' })
    const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean)
    const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))
    return { status, stdout, outputs }
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

const nth = (index: number) => expect.stringMatching(new RegExp(`^fleet-[0-9a-f-]{36}-${index}$`))
const A = { app: 'a', code: 'a', wave: 1, artifact: nth(0) }
const B = { app: 'acme:b', code: 'b', wave: 2, artifact: nth(1) }

test('what changed since the base is planned, in its wave', () => {
  using fleet = new Fleet()
  const base = fleet.git('rev-parse', 'HEAD').trim()
  fleet.write('b/handler.py', 'two')
  fleet.commit()
  const { outputs } = fleet.plan({ INPUT_BASE: base })
  expect(JSON.parse(outputs['wave-1'])).toEqual([])
  expect(JSON.parse(outputs['wave-2'])).toEqual([{ ...B, artifact: nth(0) }])
  expect(JSON.parse(outputs['wave-3'])).toEqual([])
  expect(JSON.parse(outputs['apps'])).toEqual([{ app: 'acme:b', wave: 2, artifact: nth(0) }])
})

test.each([
  ['a run without a base', {}, ''],
  ['a new branch', { INPUT_BASE: '0'.repeat(40) }, ''],
  [
    'a base that a forced push took away',
    { INPUT_BASE: 'f'.repeat(40) },
    'is not there to compare with, so all apps are deployed'
  ],
  ['a base that is an option', { INPUT_BASE: '--output=x' }, 'is not there to compare with'],
  ['all', { INPUT_BASE: 'HEAD', INPUT_ALL: 'true' }, '']
])('%s plans all apps', (_, inputs, says) => {
  using fleet = new Fleet()
  const { outputs, stdout } = fleet.plan(inputs)
  expect([JSON.parse(outputs['wave-1']), JSON.parse(outputs['wave-2'])]).toEqual([[A], [B]])
  expect(stdout).toContain(says)
})

test('a manifest that is wrong is red, with a line for each fault', () => {
  using fleet = new Fleet()
  fleet.write('fleet.json', '{"apps":[{"app":"a"},{"app":"b","code":"."}]}')
  const { status, stdout } = fleet.plan({})
  expect(status).toBe(1)
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^::error file=fleet\.json::a: set `code`/),
    expect.stringMatching(/^::error file=fleet\.json::b: `code` must be a folder/)
  ])
})

test('a file that moves from one app to another changes both', () => {
  using fleet = new Fleet()
  fleet.write('a/data.txt', 'the same as before\n'.repeat(20))
  const base = fleet.commit()
  fleet.git('mv', 'a/data.txt', 'b/data.txt')
  fleet.commit()
  const { outputs } = fleet.plan({ INPUT_BASE: base })
  expect([JSON.parse(outputs['wave-1']), JSON.parse(outputs['wave-2'])]).toEqual([[A], [B]])
})

test('what the manifest names and is not there is told at once', () => {
  using fleet = new Fleet()
  fleet.write(
    'fleet.json',
    '{"apps":[{"app":"a","code":"c","config-file":"c/x.yaml"},{"app":"b","paths":["b","lib"]}]}'
  )
  const { status, stdout } = fleet.plan({})
  expect(status).toBe(1)
  expect(stdout.trim().split('\n')).toEqual(
    ['a: there is no c.', 'a: there is no c/x.yaml.', 'b: there is no lib.'].map(
      (fault) => `::error file=fleet.json::${fault}`
    )
  )
  expect(fleet.plan({ INPUT_MANIFEST: 'other.json' })).toMatchObject({
    status: 1,
    stdout: '::error file=other.json::There is no other.json.\n'
  })
})

test('two plans of one run do not share artifacts', () => {
  using fleet = new Fleet()
  const [first, second] = [fleet.plan({}), fleet.plan({})].map(({ outputs }) => JSON.parse(outputs['apps'])[0].artifact)
  expect(first).not.toBe(second)
})
