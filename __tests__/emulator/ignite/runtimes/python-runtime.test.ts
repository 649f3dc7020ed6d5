import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { organizationId } from '../../../../emulator/ignite/model/ids.ts'
import { type Driver, drive, driveDraft, GREETER, pythonCode } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'
import { until } from '../support/until.ts'
import { zipfile } from '../support/zipfile.ts'

const EXAMPLE = join(import.meta.dirname, '../../../../examples/greeter')

function read(path: string): string {
  return readFileSync(join(EXAMPLE, path), 'utf8')
}

test('the example greets, with a module of its own', async () => {
  const code = tarball({ 'handler.py': read('handler.py'), 'lib/greeting.py': read('lib/greeting.py') })
  await using ignite = await driveDraft(code)
  const { status: state, output } = await ignite.execution('TestDraft', { payload: Buffer.from('{"name":"Ada"}') })
  expect(state).toBe('EXECUTION_STATUS_COMPLETED')
  expect(JSON.parse(output.toString())).toEqual({ greeting: 'Hello, Ada!', version: 'one', app: 'acme/greeter' })
})

test('the context has exactly three keys', async () => {
  await using ignite = await driveDraft('def handler(payload, ctx): return ctx')
  const { output } = await ignite.execution('TestDraft')
  expect(JSON.parse(output.toString())).toEqual({
    execution_id: expect.stringMatching(/^01[0-9A-HJKMNP-TV-Z]{24}$/),
    function_id: 'acme/greeter',
    organization_id: organizationId('acme')
  })
})

test.each([
  ['nothing', '', "{'dict'}"],
  ['JSON', '[1]', "{'list'}"],
  ['text', 'hello, not JSON', "{'str'}"],
  ['bytes', Buffer.from([0xff, 0xfe]), "{'bytes'}"]
])('a payload of %s reaches the handler as such', async (_what, payload, type) => {
  await using ignite = await driveDraft('def handler(payload, ctx): return str({type(payload).__name__})')
  const { output } = await ignite.execution('TestDraft', { payload })
  expect(JSON.parse(output.toString())).toBe(type)
})

test('under payload-string the output is a string', async () => {
  await using ignite = await drive({ variants: ['payload-string'] })
  await ignite.call('CreateApp', { ...GREETER, code: pythonCode('def handler(payload, ctx): return payload["é"]') })
  expect(await ignite.execution('TestDraft', { payload: '{"é":"ü"}' })).toMatchObject({ output: '"\\u00fc"' })
})

test.each([
  [
    'raises',
    'def handler(payload, ctx):\n    raise KeyError("nope")',
    /File ".*handler\.py", line 2[\s\S]*KeyError: 'nope'/
  ],
  ['cannot be imported', 'import nowhere', /ModuleNotFoundError: No module named 'nowhere'/],
  ['has no handler', 'x = 1', /ImportError: cannot import name 'handler'/],
  ['answers what is no JSON', 'def handler(payload, ctx): return {1, 2}', /set is not JSON serializable/],
  ['exits', 'import sys\ndef handler(payload, ctx): sys.exit(3)', /SystemExit: 3/],
  ['kills its process', 'import os\ndef handler(payload, ctx): os._exit(7)', /the Python process ended: exit code 7/]
])('a handler that %s fails with its traceback, and the next run works', async (_what, source, error) => {
  await using ignite = await driveDraft(source)
  expect(await ignite.execution('TestDraft')).toMatchObject({
    status: 'EXECUTION_STATUS_FAILED',
    error: expect.stringMatching(error)
  })
  await ignite.greeter('SaveDraft', { code: pythonCode('def handler(payload, ctx): return 1') })
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
})

test('a handler that does not answer in time is killed, and those that wait for it still run', async () => {
  const source = 'import time\ndef handler(payload, ctx):\n    if payload.get("slow"): time.sleep(600)\n    return 1'
  await using ignite = await driveDraft(source, { limits: { memory_mb: 0, cpu_millicores: 0, timeout_secs: 1 } })
  const [slow, quick] = await Promise.all([
    ignite.execution('TestDraft', { payload: '{"slow":true}' }),
    ignite.execution('TestDraft', { payload: '{}' })
  ])
  expect(slow).toMatchObject({ status: 'EXECUTION_STATUS_TIMEOUT', error: 'the handler did not answer within 1 s' })
  expect(quick).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
})

test('module state lives from run to run, until code or environment changes', async () => {
  const source =
    'import os\ncount = 0\ndef handler(payload, ctx):\n    global count\n    count += 1\n    return [count, os.environ.get("WORD")]'
  await using ignite = await driveDraft(source)
  const run = async () => JSON.parse((await ignite.execution('TestDraft')).output.toString())
  expect([await run(), await run()]).toEqual([
    [1, null],
    [2, null]
  ])
  await ignite.greeter('UpdateAppConfig', { env: { WORD: 'hello' } })
  expect(await run()).toEqual([1, 'hello'])
})

test('a handler sees the environment of its app and no other', async () => {
  process.env['EMULATOR_TEST_SECRET'] = 'secret'
  try {
    await using ignite = await driveDraft('import os\ndef handler(payload, ctx): return sorted(os.environ)')
    const { output } = await ignite.execution('TestDraft')
    const added = ['HOME', 'LANG', 'PATH']
    // Python sets LC_CTYPE by itself where the locale is C.
    expect(JSON.parse(output.toString()).filter((name: string) => name !== 'LC_CTYPE')).toEqual(added)
  } finally {
    delete process.env['EMULATOR_TEST_SECRET']
  }
})

function logWith(ignite: Driver, message: string): Promise<{ message: string }[]> {
  return until(async () => {
    const { lines } = (await ignite.greeter('GetAppLogs')) as { lines: { message: string }[] }
    return lines.some((line) => line.message === message) && lines
  })
}

test('what the handler and its children print is in the log of the app, in order', async () => {
  const source = [
    'import subprocess, sys',
    'def handler(payload, ctx):',
    '    print("one")',
    '    print("été", file=sys.stderr)',
    '    sys.stdout.buffer.write(b"two without an end")',
    '    subprocess.run(["sh", "-c", "echo child"], check=True)'
  ].join('\n')
  await using ignite = await driveDraft(source)
  await ignite.execution('TestDraft')
  const line = (stream: string, message: string) => {
    return { stream, message, timestamp_ms: expect.any(Number), replica_id: 'greeter-draft' }
  }
  // A child writes to another pipe: its line comes, but nobody can say when.
  const lines = await logWith(ignite, 'child')
  expect(lines.filter(({ message }) => message !== 'child')).toEqual([
    line('stdout', 'one'),
    line('stderr', 'été'),
    line('stdout', 'two without an end')
  ])
  expect(await ignite.greeter('GetAppLogs', { limit: 1 })).toMatchObject({ lines: [{}] })
  expect(await ignite.greeter('GetAppLogs', { replica_id: 'other' })).toEqual({ lines: [] })
})

test('requirements that cannot be installed fail the execution with what pip said', async () => {
  const code = tarball({ 'handler.py': 'def handler(payload, ctx): return 1', 'requirements.txt': './nowhere\n' })
  await using ignite = await driveDraft(code)
  expect(await ignite.execution('TestDraft')).toMatchObject({
    status: 'EXECUTION_STATUS_FAILED',
    error: expect.stringMatching(/^pip install -r requirements\.txt failed: [\s\S]*nowhere/)
  })
})

test('requirements are installed before the first run', async () => {
  const info = 'wording-1.dist-info'
  const wheel = zipfile([
    'archive.writestr("wording.py", "WORD = \'installed\'")',
    `archive.writestr("${info}/METADATA", "Metadata-Version: 2.1\\nName: wording\\nVersion: 1\\n")`,
    `archive.writestr("${info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")`,
    `archive.writestr("${info}/RECORD", "wording.py,,\\n${info}/METADATA,,\\n${info}/WHEEL,,\\n${info}/RECORD,,\\n")`
  ])
  const code = tarball({
    'handler.py': 'import wording\ndef handler(payload, ctx): return wording.WORD',
    'requirements.txt': '# ours\n./wording-1-py3-none-any.whl\n',
    'wording-1-py3-none-any.whl': wheel
  })
  await using ignite = await driveDraft(code)
  const { error, output } = await ignite.execution('TestDraft')
  expect({ error, output: output.toString() }).toEqual({ error: '', output: '"installed"' })
})

test('without python3 a test is refused', async () => {
  await using ignite = await drive({ path: '/nonexistent' })
  await ignite.call('CreateApp', { ...GREETER, code: pythonCode('def handler(payload, ctx): return 1') })
  await expect(ignite.greeter('TestDraft')).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: expect.stringContaining('python3')
  })
})

test('an unknown execution is NOT_FOUND', async () => {
  await using ignite = await drive()
  await expect(ignite.call('GetExecution', { execution_id: 'nope' })).rejects.toMatchObject({ code: status.NOT_FOUND })
})
