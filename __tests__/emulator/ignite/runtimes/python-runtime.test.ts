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
  ['nothing', Buffer.from('')],
  ['JSON', Buffer.from('[1]')],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a])]
])('a payload of %s reaches the handler as bytes, never parsed', async (_what, payload) => {
  await using ignite = await driveDraft('def handler(payload, ctx): return [type(payload).__name__, payload.hex()]')
  const { output } = await ignite.execution('TestDraft', { payload })
  expect(JSON.parse(output.toString())).toEqual(['bytes', payload.toString('hex')])
})

test.each([
  ['nothing', '', 'dict'],
  ['JSON', '[1]', 'list'],
  ['text', 'hello, not JSON', 'str'],
  ['bytes', Buffer.from([0xff, 0xfe]), 'bytes']
])('under payload-parsed a payload of %s reaches the handler as such', async (_what, payload, type) => {
  await using ignite = await drive({ variants: ['payload-parsed'] })
  await ignite.call('CreateApp', { ...GREETER, code: pythonCode('def handler(p, ctx): return type(p).__name__') })
  expect(await ignite.execution('TestDraft', { payload })).toMatchObject({ output: Buffer.from(type) })
})

test.each([
  ['bytes as they are', 'bytes([255, 0, 10])', 'application/octet-stream', Buffer.from([255, 0, 10])],
  ['no bytes', 'b""', 'application/octet-stream', Buffer.alloc(0)],
  ['text as UTF-8', '"é"', 'text/plain; charset=utf-8', Buffer.from('é')],
  ['a dict by json.dumps', '{"é": [1, None]}', 'application/json', Buffer.from('{"\\u00e9": [1, null]}')],
  ['None by json.dumps', 'None', 'application/json', Buffer.from('null')]
])('a handler gives %s', async (_what, value, type, expected) => {
  await using ignite = await driveDraft(`def handler(payload, ctx): return ${value}`)
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED', output: expected })
  await ignite.greeter('PublishDraft')
  const frames = await ignite.stream('Invoke', { organization_name: 'acme', app_name: 'greeter' })
  expect(frames[0]).toMatchObject({ head: { status: 200, headers: { 'content-type': type } } })
})

test('a failure is told as error, type and traceback, with the paths of the app alone', async () => {
  const code = tarball({
    'handler.py':
      'from lib.far import far\n\ndef handler(payload, ctx):\n    try:\n        far()\n    except KeyError as error:\n        raise ValueError("asked to") from error\n',
    'lib/far.py': 'def far():\n    {}["titel"]\n'
  })
  await using ignite = await driveDraft(code)
  const traceback = [
    'Traceback (most recent call last):',
    '  File "handler.py", line 5, in handler',
    '    far()',
    '  File "lib/far.py", line 2, in far',
    '    {}["titel"]',
    '    ~~^^^^^^^^^',
    "KeyError: 'titel'",
    '',
    'The above exception was the direct cause of the following exception:',
    '',
    'Traceback (most recent call last):',
    '  File "handler.py", line 7, in handler',
    '    raise ValueError("asked to") from error',
    'ValueError: asked to',
    ''
  ]
  const { status: state, output, error } = await ignite.execution('TestDraft')
  expect(state).toBe('EXECUTION_STATUS_FAILED')
  const told = JSON.parse(output.toString())
  expect(told).toEqual({ error: 'asked to', type: 'ValueError', traceback: expect.anything() })
  // Before Python 3.11 no carets point at the place.
  const withoutCarets = (text: string) => text.split('\n').filter((line) => !/^ +~*\^+~*$/.test(line))
  expect(withoutCarets(told.traceback)).toEqual(withoutCarets(traceback.join('\n')))
  expect(error).toBe(told.traceback)
})

test('under traceback-in-output the error is the message alone', async () => {
  await using ignite = await drive({ variants: ['traceback-in-output'] })
  await ignite.call('CreateApp', { ...GREETER, code: pythonCode('def handler(p, ctx): raise KeyError("titel")') })
  const { output, error } = await ignite.execution('TestDraft')
  expect(error).toBe("'titel'")
  expect(JSON.parse(output.toString())).toMatchObject({
    type: 'KeyError',
    traceback: expect.stringContaining('line 1')
  })
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
  const source = 'import time\ndef handler(payload, ctx):\n    if b"slow" in payload: time.sleep(600)\n    return 1'
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
    return { stream, message, line: message, timestamp_ms: expect.any(Number), replica_id: 'greeter-draft' }
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
  expect({ error, output: output.toString() }).toEqual({ error: '', output: 'installed' })
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
