// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of GitHub, not of JavaScript
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type FixtureParts, fixture } from '../../runner/fixture.ts'
import { type RunOptions, runAction, type StepRun, smuggled } from '../../runner/runner.ts'
import type { StageResult } from '../../runner/stage.ts'
import { until } from '../emulator/ignite/support/until.ts'

type Ran = { readonly main: StageResult; readonly post: StageResult; readonly step: StepRun }

/** Runs main and post of a fixture; `between` may change the job before post. */
async function run(
  parts: FixtureParts,
  options: Partial<RunOptions> = {},
  between: (step: StepRun) => void = () => undefined
): Promise<Ran> {
  using action = fixture(parts)
  await using step = runAction({ directory: action.directory, timeScale: 0.1, ...options })
  const main = await step.main
  between(step)
  return { main, post: await step.post(), step }
}

const env = (name: string) => `console.log(${JSON.stringify(name)} + '=' + process.env[${JSON.stringify(name)}])\n`
const stayAlive = "setInterval(() => {}, 1000); console.log('ready')\n"

describe('the environment', () => {
  test('has what the runner gives and nothing of ours', async () => {
    process.env['CONFORMANCE_LEAK'] = 'x'
    const { main } = await run(
      { main: 'console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))' },
      {
        env: { MINE: '1', GITHUB_SHA: 'mine' },
        github: { repository: 'o/r', ref: 'refs/tags/v1', token: 'ghs_t0ken' },
        event: { number: 3 }
      }
    )
    delete process.env['CONFORMANCE_LEAK']
    const variables = JSON.parse(main.raw) as Record<string, string>
    expect(variables).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_REPOSITORY_OWNER: 'o',
      GITHUB_REF_NAME: 'v1',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_WORKSPACE: variables['cwd'],
      MINE: '1'
    })
    expect(variables['GITHUB_SHA']).toMatch(/^[0-9a-f]{40}$/)
    for (const absent of ['CONFORMANCE_LEAK', 'GITHUB_TOKEN', 'GITHUB_EVENT', 'RUNNER_DEBUG', 'NODE_OPTIONS']) {
      expect(variables).not.toHaveProperty(absent)
    }
  })

  test('has the event as a file, and files for commands that exist and are empty', async () => {
    const { main } = await run(
      {
        main: `for (const name of ['EVENT_PATH', 'OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'])
                 console.log(name, JSON.stringify(fs.readFileSync(process.env['GITHUB_' + name], 'utf8')))`
      },
      { event: 'e' }
    )
    expect(main.raw).toBe('EVENT_PATH "\\"e\\""\nOUTPUT ""\nSTATE ""\nENV ""\nPATH ""\nSTEP_SUMMARY ""\n')
  })

  test('has every declared input, by its own name', async () => {
    const inputs =
      "  a-b: { default: '${{ job.check_run_id }}/${{ runner.environment }}' }\n  two words: { required: true }"
    const main = env('INPUT_A-B') + env('INPUT_TWO_WORDS') + env('INPUT_PAYLOD')
    const ran = await run({ inputs, main }, { inputs: { paylod: 'p' }, checkRunId: '99' })
    expect(ran.main.raw).toBe('INPUT_A-B=99/github-hosted\nINPUT_TWO_WORDS=\nINPUT_PAYLOD=p\n')
    expect(ran.main.annotations.map(({ message }) => message)).toEqual([
      "Unexpected input(s) 'paylod', valid inputs are ['a-b', 'two words']"
    ])
    expect(ran.main.conclusion).toBe('success')
  })

  test('carries what main put into GITHUB_ENV, GITHUB_PATH and state to post', async () => {
    const { post } = await run({
      main: "file('ENV', 'A=1\\n'); file('PATH', '/opt/x\\n'); file('STATE', 'k<<E\\n1\\n2\\nE\\n')",
      post: `${env('A')}${env('STATE_k')}console.log(process.env.PATH.split(':')[0])`
    })
    expect(post.raw).toBe('A=1\nSTATE_k=1\n2\n/opt/x\n')
  })

  test('sets RUNNER_DEBUG and shows debug lines when debugging', async () => {
    const { main } = await run({ main: `console.log('::debug::d')\n${env('RUNNER_DEBUG')}` }, { debug: true })
    expect(main.log).toContain('##[debug]d\nRUNNER_DEBUG=1\n')
  })
})

describe('the result', () => {
  test('tells log, raw output, commands, annotations, outputs and summary', async () => {
    const { main, step } = await run(
      {
        main: `console.log('::group::G\\nhunter22\\n::endgroup::\\n::notice file=a::n')
               file('OUTPUT', 'url=https://x\\nsecret=a-hunter22\\nempty=\\n')
               file('STEP_SUMMARY', '# hunter22')`
      },
      { secrets: ['hunter22'] }
    )
    expect(main).toMatchObject({
      conclusion: 'success',
      exitCode: 0,
      log: '##[group]Run Fixture\n##[endgroup]\n##[group]G\n***\n##[endgroup]\n##[notice]n\n',
      raw: '::group::G\nhunter22\n::endgroup::\n::notice file=a::n\n',
      annotations: [{ level: 'notice', message: 'n', properties: { file: 'a' } }],
      outputs: { url: 'https://x', secret: 'a-hunter22', empty: '' },
      summary: '# ***\n'
    })
    expect(main.commands).toEqual([
      expect.objectContaining({ name: 'group', stream: 'stdout', line: 1, text: '::group::G', grammar: 'v2' }),
      expect.objectContaining({ name: 'endgroup', line: 3 }),
      expect.objectContaining({ name: 'notice', line: 4 })
    ])
    expect(step.jobOutputs()).toEqual({ url: 'https://x' })
  })

  test('masks the GitHub token, also as git sends it', async () => {
    const inputs = "  token: { default: '${{ github.token }}' }"
    const main = `const t = process.env.INPUT_TOKEN; console.log(t, Buffer.from('x-access-token:' + t).toString('base64'))`
    const ran = await run({ inputs, main }, { github: { token: 'ghs_t0ken' } })
    expect(ran.main.log).toBe('##[group]Run Fixture\nwith:\n  token: ***\n##[endgroup]\n*** ***\n')
  })

  test.each([
    ['an exit code', 'process.exitCode = 3', 3],
    ['an uncaught error', 'throw new Error()', 1],
    ['a signal from outside', "process.kill(process.pid, 'SIGKILL')", 137],
    ['a bad command', "console.error('x ##[add-path]/tmp')", 0],
    ['a bad command file', "file('OUTPUT', 'a<<E\\n')", 0]
  ])('is a failure after %s', async (_, main, exitCode) => {
    expect((await run({ main })).main).toMatchObject({ conclusion: 'failure', exitCode })
  })

  test('is a failure at once when a stop token is refused', async () => {
    const { main } = await run({ main: `console.log('##[stop-commands]'); ${stayAlive}` })
    expect(main.conclusion).toBe('failure')
    expect(main.commands.map(({ name }) => name)).toEqual(['stop-commands'])
    expect(main.log).toContain("##[error]Invalid stop-commands token ''")
  })

  test.each([
    ['a main that is missing', {}, "File not found: '", true],
    ['an environment too large', { BIG: 'x'.repeat(3_000_000) }, 'E2BIG', false]
  ])('is a failure without exit code with %s', async (_, env, message, isMissing) => {
    using action = fixture({})
    if (isMissing) rmSync(join(action.directory, 'main.js'))
    await using step = runAction({ directory: action.directory, env })
    const main = await step.main
    expect(main).toMatchObject({ conclusion: 'failure', exitCode: undefined })
    expect(main.annotations[0]?.message).toContain(message)
  })

  test('rejects when a default cannot be evaluated', async () => {
    using action = fixture({ inputs: "  a: { default: '${{ secrets.A }}' }" })
    await using step = runAction({ directory: action.directory })
    await expect(step.main).rejects.toThrow("Unrecognized named-value: 'secrets'")
  })
})

describe('post', () => {
  const inputs = "  status: { default: '${{ job.status }}' }"
  const post = env('INPUT_STATUS')

  test.each([
    ['success', '', undefined],
    ['failure', 'process.exitCode = 1', undefined],
    ['failure', '', 'failure'],
    ['cancelled', '', 'cancelled']
  ] as const)('sees the job status %s', async (status, main, later) => {
    const ran = await run({ inputs, main, post }, {}, (step) => {
      if (later !== undefined) step.job.status = later
    })
    expect(ran.post.raw).toBe(`INPUT_STATUS=${status}\n`)
    expect(ran.post.log).toBe(`Post job cleanup.\nINPUT_STATUS=${status}\n`)
  })

  test('is skipped by its condition, and where there is none', async () => {
    const runs = '  post-if: failure() || cancelled()\n'
    expect((await run({ post, runs })).post.conclusion).toBe('skipped')
    expect((await run({ post, runs, main: 'process.exitCode = 1' })).post.conclusion).toBe('success')
    expect((await run({})).post.conclusion).toBe('skipped')
  })

  test('cannot set outputs, and starts with commands on and a summary of its own', async () => {
    const { main, post: after } = await run({
      main: "file('OUTPUT', 'a=1\\n'); file('STEP_SUMMARY', 'm'); console.log('::stop-commands::tok')",
      post: "file('OUTPUT', 'a=2\\n'); file('STEP_SUMMARY', 'p'); console.log('::set-output name=b::3\\n::notice::n')"
    })
    expect([main.outputs, after.outputs]).toEqual([{ a: '1' }, {}])
    expect([main.summary, after.summary]).toEqual(['m\n', 'p\n'])
    expect(after.commands.map(({ name }) => name)).toEqual(['set-output', 'notice'])
  })

  test('keeps the masks of main', async () => {
    const ran = await run({ main: "console.log('::add-mask::hunter22')", post: "console.log('hunter22')" })
    expect(ran.post.log).toBe('Post job cleanup.\n***\n')
  })
})

describe('cancel', () => {
  const inputs = "  status: { default: '${{ job.status }}' }"
  const handled = `process.on('SIGINT', () => { file('STATE', 'k=saved\\n'); file('OUTPUT', 'a=1\\n'); process.exit(0) })
                   ${stayAlive}`

  test('stops main, ignores its exit code, keeps its files, and post sees it', async () => {
    using action = fixture({ inputs, main: handled, post: env('INPUT_STATUS') + env('STATE_k') })
    await using step = runAction({ directory: action.directory })
    await step.line(/^ready$/)
    step.cancel()
    expect(await step.main).toMatchObject({ conclusion: 'cancelled', outputs: { a: '1' }, state: { k: 'saved' } })
    expect(step.lines.at(-1)).toBe('##[error]The operation was canceled.')
    expect((await step.post()).raw).toBe('INPUT_STATUS=cancelled\nSTATE_k=saved\n')
  })

  test('kills a main that does not react', async () => {
    using action = fixture({ main: `process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); ${stayAlive}` })
    await using step = runAction({ directory: action.directory, timeScale: 0.01 })
    await step.line(/^ready$/)
    step.cancel()
    expect(await step.main).toMatchObject({ conclusion: 'cancelled', exitCode: 137 })
  })

  test('does not disturb a post that runs', async () => {
    using action = fixture({
      post: "process.on('SIGINT', () => console.log('hit')); console.log('ready'); setTimeout(() => {}, 200)"
    })
    await using step = runAction({ directory: action.directory })
    await step.main
    const post = step.post()
    await step.line(/^ready$/)
    step.cancel()
    expect(await post).toMatchObject({ conclusion: 'success', raw: 'ready\n' })
  })

  test('is a failure when it is the timeout of the step, in main and in post', async () => {
    using action = fixture({ inputs, main: stayAlive, post: env('INPUT_STATUS') + stayAlive })
    await using step = runAction({ directory: action.directory, timeoutMinutes: 0.02 })
    expect(await step.main).toMatchObject({ conclusion: 'failure', exitCode: 130 })
    expect(step.lines.at(-1)).toBe("##[error]The action 'Fixture' has timed out after 0.02 minutes.")
    const post = step.post()
    await step.line(/^INPUT_STATUS=failure$/)
    step.timeOut()
    expect((await post).conclusion).toBe('failure')
  })

  test('can be a SIGKILL from outside: what was written before counts', async () => {
    using action = fixture({
      main: `file('STATE', 'a=1\\nb<<E\\n2'); ${stayAlive}`,
      post: env('STATE_a') + env('STATE_b')
    })
    await using step = runAction({ directory: action.directory })
    await step.line(/^ready$/)
    step.kill()
    expect(await step.main).toMatchObject({ conclusion: 'failure', exitCode: 137, state: { a: '1' } })
    expect((await step.post()).raw).toBe('STATE_a=1\nSTATE_b=undefined\n')
  })
})

describe('a run', () => {
  test('tells when no line matches', async () => {
    using action = fixture({ main: "console.log('one')" })
    await using step = runAction({ directory: action.directory })
    await expect(step.line(/two/)).rejects.toThrow(/No line matches \/two\/ in:[\s\S]*one/)
    expect(await step.line(/one/)).toBe('one')
    await expect(step.line(/two/)).rejects.toThrow('No line matches')
  })

  test('leaves nothing behind, and names the processes that the action left', async () => {
    using action = fixture({
      main: `require('node:child_process').spawn('sleep', ['61'], { detached: true, stdio: 'ignore' }).unref()`
    })
    const step = runAction({ directory: action.directory })
    await step.main
    const [orphan, ...others] = await step.finish()
    expect([orphan?.command, others]).toEqual(['sleep 61', []])
    // A process that was killed is seen until the system comes to it.
    await until(() => !isSeen(orphan?.pid))
    expect(await step.finish()).toEqual([])
    // Other runs are under way in the same place, so only its own directory is looked for.
    expect(() => step.leftInTemp()).toThrow('ENOENT')
  })

  test('ends its process when it goes out of scope', async () => {
    using action = fixture({ main: stayAlive })
    let main: Promise<StageResult>
    {
      await using step = runAction({ directory: action.directory })
      main = step.main
      await step.line(/^ready$/)
    }
    expect((await main).exitCode).toBe(137)
  })
})

test('tells smuggled commands from those of the action', async () => {
  const main = `console.log('::notice::ours'); console.error('log: ##[notice]theirs'); console.log('\\u0085::add-mask::a')
                console.log('::stop-commands::tok\\n::error::x\\n::tok::')`
  const result = (await run({ main })).main
  const texts = smuggled(result, { names: ['notice'] }).map(({ text }) => text)
  expect(texts.toSorted()).toEqual(
    ['log: ##[notice]theirs', '\u0085::add-mask::a', '::stop-commands::tok', '::tok::'].toSorted()
  )
  expect(smuggled((await run({ main: "console.log('::notice::ours')" })).main, { names: ['notice'] })).toEqual([])
})

/** Nothing is left of the environment of a process that has died. */
function isSeen(pid: number | undefined): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`).length > 0
  } catch {
    return false
  }
}
