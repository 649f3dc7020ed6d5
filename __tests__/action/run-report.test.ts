import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Advise } from '../../src/action/failure.ts'
import { RunnerLog } from '../../src/action/log.ts'
import { Pinned } from '../../src/action/pinned/pinned.ts'
import { RunReport } from '../../src/action/run-report.ts'
import { Redactor } from '../../src/log/redact.ts'
import { DeployError, StepError } from '../../src/model/errors.ts'

let temp = ''
let printed = ''
let keptAt: string | undefined

function read(file: 'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY'): string {
  return readFileSync(path.join(temp, file), 'utf8')
}

/** A run whose compile prints two lines and fails. */
async function failingCompile(): Promise<RunnerLog> {
  const log: RunnerLog = new RunnerLog(new Redactor(), { temp, onKept: (file) => report.outputs.logKept(file) })
  const report = new RunReport(log, new Pinned(), () => 1000)
  const compile = async (): Promise<void> => {
    const remote = log.remote()
    await remote.write(Buffer.from('\u001b[31merror\u001b[0m: ##[error]no\n\t::error::x ##\n'))
    await remote.end()
    throw new DeployError('compile_failed', 'The code did not compile: exit status 101', { excerpt: remote.tail() })
  }
  await log
    .group('Compile draft', compile)
    .catch((cause: unknown) => report.fail(new StepError('Compile draft', cause)))
  return log
}

beforeAll(async () => {
  temp = mkdtempSync(path.join(tmpdir(), 'run-report-'))
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = path.join(temp, name)
    writeFileSync(path.join(temp, name), '')
  }
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array) => {
    printed += Buffer.from(text).toString()
    return true
  })
  keptAt = (await failingCompile()).keptAt
  write.mockRestore()
})

afterAll(() => {
  process.exitCode = undefined
  delete process.env['GITHUB_OUTPUT']
  delete process.env['GITHUB_STEP_SUMMARY']
  rmSync(temp, { recursive: true, force: true })
})

describe('a failed compile', () => {
  test('shows its lines once and in the open, then the cause, then where the whole log is and how to keep it', () => {
    const lines = '| \u001b[31merror\u001b[0m: ##\\[error]no\u001b[0m\n| \t::error::x ##\n'
    expect(printed.replace(/^::debug::.*\n/gm, '')).toBe(
      [
        lines,
        '::error title=Compile draft failed::The code did not compile: exit status 101\n',
        `The whole log of the platform, until the job ends: ${keptAt}\n`,
        'To keep it, give this step `id: deploy`, and add a step after it:\n',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is GitHub’s
        "- { if: always(), uses: actions/upload-artifact@v7, with: { name: platform-log, path: '${{ steps.deploy.outputs.log_path }}' } }\n"
      ].join('')
    )
  })

  test('has its last lines in the summary, without colours', () => {
    const summary = read('GITHUB_STEP_SUMMARY')
    expect(summary).toContain('<pre><code>error: &#35;&#35;&#92;&#91;error&#93;no')
    expect(summary).not.toContain('\u001b')
  })

  test('has set log_path before the run ends, and again with all outputs', () => {
    const output = read('GITHUB_OUTPUT')
    const values = [...output.matchAll(/^log_path<<(\S+)\n(.*)\n\1$/gm)].map((match) => match[2])
    expect(values).toEqual([keptAt, keptAt])
    expect(output.indexOf('log_path<<')).toBeLessThan(output.indexOf('status<<'))
    expect(output).toContain(`"log_path":${JSON.stringify(keptAt)}`)
  })
})

const knows: Advise = () => ({ advice: 'Pin the version.', line: '', headline: undefined })

test.each([
  ['with what is known of it', async () => knows, 'Pin the version.'],
  ['where nobody is there to know of it', () => Promise.reject(new Error('a chunk is missing')), 'Look at the log.']
])('a failure is told %s', async (_, adviser, hint) => {
  let said = ''
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array) => {
    said += Buffer.from(text).toString()
    return true
  })
  const report = new RunReport(new RunnerLog(new Redactor()), new Pinned(), () => 1000)
  report.adviseBy(adviser)
  await report.fail(new DeployError('compile_failed', 'The code did not compile', { hint: 'Look at the log.' }))
  write.mockRestore()
  expect(said).toContain(`::error title=The deployment failed::The code did not compile. ${hint}\n`)
})
