import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmulator } from '../../emulator/start.ts'
import { HOSTILE } from '../log/support/hostile-text.ts'
import type { Handler } from '../platform/support/fake-server.ts'
import { inputsFor, inputsWithToken, outputsOf, runMain, startAction, Workspace } from '../support/deploying.ts'
import { type Compile, scriptedPlatform } from '../support/scripted-platform.ts'
import { compiled } from './support/compiling.ts'
import { faultCase } from './support/fault-case.ts'

/** A compile that says the words again and again, each time with another number. */
function saying(words: string): Compile {
  let isOver = false
  async function* log(): AsyncGenerator<Buffer> {
    for (let at = 0; at < 50; at++) {
      yield Buffer.from(`${words} ${at}\n`)
      await sleep(10)
    }
    isOver = true
  }
  return { log, isOver: () => isOver }
}

const VALUES: Readonly<Record<string, string>> = {
  'line feeds, CR and emoji': 'a\nb\r\nc\rd 🚀\n',
  'what looks like a delimiter': 'ghadelimiter_00000000-0000-0000-0000-000000000000\nEOF\nx<<EOF\nstatus=failed\n',
  'every vector': HOSTILE,
  '1 MB': 'ü🚀x'.repeat(150_000)
}

for (const [kind, value] of Object.entries(VALUES)) {
  faultCase({
    number: 99,
    fault: `the platform names things with ${kind}`,
    expected: { exit: 0, 'arrives as it was': true, 'in result too': true, status: 'published' },
    run: async () => {
      const draft = { status: 'VERSION_STATUS_COMPILED', code_hash: value, image_ref: value, created_at_ms: '1000' }
      let published = 0
      const handlers: Readonly<Record<string, Handler>> = {
        GetApp: () => ({ app: { id: 'acme/app', active_version: published } }),
        GetDraftInfo: () => ({ draft }),
        SaveDraft: () => ({ draft: { ...draft, status: 'VERSION_STATUS_DRAFT' } }),
        ListAppVersions: () => ({ versions: published === 0 ? [] : [{ version: 1, code_hash: value }] }),
        PublishDraft: () => ({ published_version: ++published })
      }
      const { main } = await compiled(saying('a'), { handlers })
      const { code_hash: hash, image_ref: image, status = '' } = main.outputs
      const result = outputsOf(main)
      return {
        exit: main.exitCode ?? -1,
        'arrives as it was': hash === value && image === value,
        'in result too': result['code_hash'] === value,
        status
      }
    }
  })
}

/** The names of tests are shown in the summary, and each of these signs takes five bytes there. */
const DIRECTORY = Array.from({ length: 3 }, () => '_'.repeat(240)).join('/')
const PAYLOADS = Array.from({ length: 110 }, (_, at) => path.join(DIRECTORY, `${at}.json`))

faultCase({
  number: 100,
  fault: 'the summary would be over 1 MiB',
  expected: { exit: 1, 'under 900 KiB': true, headline: true, cause: true, 'says what is missing': true },
  run: async () => {
    let read = 0
    await using server = await scriptedPlatform(() => saying('a'), {
      TestDraft: () => ({ execution_id: '1' }),
      GetExecution: () => {
        const error = ++read === PAYLOADS.length ? ERRORS : 'no'
        return { execution: { execution_id: '1', status: 'EXECUTION_STATUS_FAILED', error } }
      }
    })
    using workspace = new Workspace()
    mkdirSync(path.join(workspace.path, DIRECTORY), { recursive: true })
    for (const payload of PAYLOADS) workspace.write(payload, '{}')
    const inputs = { app: 'acme:greeter', 'auth-url': '', 'test-payload-file': `${DIRECTORY}/*.json` }
    const target = { grpc: server.endpoint.authority, tokenUrl: '' }
    const main = await runMain(workspace, { inputs: inputsWithToken(target, 'an-opaque-token', inputs) })
    const summary = main.summary ?? ''
    return {
      exit: main.exitCode ?? -1,
      'under 900 KiB': Buffer.byteLength(summary) <= 900 * 1024 && Buffer.byteLength(summary) > 500 * 1024,
      headline: summary.startsWith('### ❌ acme/greeter: the draft does not pass its test\n'),
      cause: summary.includes('110 of 110 tests failed: '),
      'says what is missing': summary.endsWith('The rest is too long for this place; it is in the job log.\n')
    }
  }
})

/** A thousand diagnostics, and forty lines of signs that take six bytes each in a summary. */
const ERRORS = [
  ...Array.from({ length: 1000 }, (_, at) => `./main.go:${at + 1}:1: undefined: ${'|'.repeat(290)}`),
  ...Array.from({ length: 40 }, () => '|'.repeat(3990))
].join('\n')

faultCase({
  number: 101,
  fault: 'a container job: root, a workspace of somebody else, a HOME that is not there, no git',
  // That it is deployed, and that nothing called it.
  expected: { exit: 0, reason: 'ok', annotations: 2 },
  run: async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    mkdirSync(path.join(workspace.path, '.git'))
    if (process.getuid?.() === 0)
      for (const place of ['', '.git', 'greeter']) chownSync(path.join(workspace.path, place), 1001, 1001)
    const env = { HOME: '/github/home', PATH: '/nowhere' }
    const main = await runMain(workspace, { inputs: inputsFor(emulator), env })
    return {
      exit: main.exitCode ?? -1,
      reason: main.outputs['reason_code'] ?? '',
      annotations: main.annotations.length
    }
  }
})

const COPIES = ['first', 'second']

faultCase({
  number: 102,
  fault: 'two copies in parallel in one job, which then fails',
  expected: { exits: [0, 0], 'own lines kept': [50, 50], 'lines of the other': [0, 0], 'app in the state': COPIES },
  run: async () => {
    await using server = await scriptedPlatform((app) => saying(app))
    using workspace = new Workspace()
    workspace.write('greeter/main.go', '')
    const temp = mkdtempSync(path.join(tmpdir(), 'runner-temp-'))
    using _ = { [Symbol.dispose]: () => rmSync(temp, { recursive: true, force: true }) }
    const target = { grpc: server.endpoint.authority, tokenUrl: '' }
    await using stack = new AsyncDisposableStack()
    const steps = COPIES.map((app) => {
      const inputs = { app: `acme:${app}`, 'auth-url': '', runtime: 'go', 'rollback-on-failure': 'true' }
      return stack.use(startAction(workspace, { inputs: inputsWithToken(target, 'a-token', inputs), temp }))
    })
    const mains = await Promise.all(steps.map((step) => step.main))
    for (const step of steps) step.job.status = 'failure'
    await Promise.all(steps.map((step) => step.post()))
    const kept = mains.map(({ outputs }) => readFileSync(outputs['log_path'] ?? '', 'utf8'))
    return {
      exits: mains.map(({ exitCode = -1 }) => exitCode),
      'own lines kept': kept.map((text, at) => text.split(`| ${COPIES[at]} `).length - 1),
      'lines of the other': kept.map((text, at) => text.split(`| ${COPIES[1 - at]} `).length - 1),
      'app in the state': mains.map(({ state }) => /"name":"(\w+)"/.exec(state['ignite_deploy'] ?? '')?.[1] ?? '')
    }
  }
})

faultCase({
  number: 103,
  fault: '`continue-on-error: true`: later steps read how it ended',
  expected: { exit: 1, status: 'failed', reason: 'compile_failed', 'every output is set': true, deploy_id: 'crate' },
  run: async () => {
    const { main } = await compiled({ ...saying('a'), error: 'exit status 101' })
    const { status = '', reason_code: reason = '', deploy_id = '' } = main.outputs
    // `outputsOf` throws where an output is not set.
    return {
      exit: main.exitCode ?? -1,
      status,
      reason,
      'every output is set': outputsOf(main)['status'] === 'failed',
      deploy_id
    }
  }
})
