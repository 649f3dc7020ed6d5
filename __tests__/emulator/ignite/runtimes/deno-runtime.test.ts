import { expect, test } from '@jest/globals'
import { withSdkMapped } from '../../../../emulator/ignite/deno/deno-config.ts'
import { organizationId } from '../../../../emulator/ignite/model/ids.ts'
import { ask } from '../support/answering.ts'
import { code, compile, exampleFiles, invoke, logOf, save } from '../support/compiling.ts'
import { type Driver, drive } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'
import { until } from '../support/until.ts'

/** Deno is an optional dependency. */
const testWithDeno = testWith('deno')

testWithDeno('the example compiles, is tested, published, and answers', async () => {
  await using ignite = await drive()
  await save(ignite, code('deno', exampleFiles('deno-hello')))
  const draft = await compile(ignite)
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_COMPILED', error: '' })
  expect(await logOf(ignite, draft.deploy_id)).toMatch(/Check.* main\.ts/)
  const { output } = await ignite.execution('TestDraft', { payload: Buffer.from('{"name":"Ada"}') })
  expect(JSON.parse(output.toString())).toEqual({ greeting: 'Hello, Ada!', version: 'one', app: 'acme/greeter' })
  await until(async () => {
    const { lines } = (await ignite.greeter('GetAppLogs')) as { lines: { message: string; stream: string }[] }
    return lines.some(({ message, stream }) => message === 'greeting Ada' && stream === 'stderr')
  })
  await ignite.greeter('PublishDraft')
  expect(JSON.parse(await invoke(ignite, '{}'))).toMatchObject({ greeting: 'Hello, world!' })
})

testWithDeno('what does not pass the type checker fails with its words', async () => {
  await using ignite = await drive()
  await save(ignite, code('deno', 'const wrong: number = "text"\n'))
  const draft = await compile(ignite)
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_FAILED', error: expect.stringContaining('deno check ended') })
  expect(await logOf(ignite, draft.deploy_id)).toContain('TS2322')
})

testWithDeno('a single file gets the SDK, keeps its store from run to run, and may print what it likes', async () => {
  await using ignite = await drive()
  const source = `
    import { start } from 'ignite'
    import { get, set } from 'ignite/store'
    start(async () => {
      const count = Number(await get('count') ?? 0) + 1
      await set('count', String(count))
      await Deno.stdout.write(new TextEncoder().encode('no line end'))
      return String(count)
    })`
  await save(ignite, code('deno', source))
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED' })
  const run = async () => (await ignite.execution('TestDraft')).output.toString()
  expect([await run(), await run()]).toEqual(['1', '2'])
  expect(await ignite.greeter('GetAppLogs', { limit: 1 })).toMatchObject({ lines: [{ message: 'no line end' }] })
})

async function published(files: string | Record<string, string>): Promise<Driver> {
  const ignite = await drive()
  await save(ignite, code('deno', files))
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED', error: '' })
  await ignite.greeter('PublishDraft')
  return ignite
}

testWithDeno('a handler gets the raw body, the context and the headers', async () => {
  const source = `
    import { type Context, start } from 'ignite'
    start((payload: Uint8Array, ctx: Context) =>
      JSON.stringify([[...payload], ctx.function_id, ctx.execution_id.length, ctx.organization_id, ctx.headers.get('X-Word')]))`
  await using ignite = await published(source)
  const answer = await ask(ignite, { headers: { 'x-word': 'hello' }, body: Buffer.from([0xff, 0x0a]) })
  const seen = [[255, 10], 'acme/greeter', 26, organizationId('acme'), 'hello']
  expect(JSON.parse(answer.body.toString())).toEqual(seen)
})

testWithDeno.each([
  ['text as UTF-8', '"é"', 'text/plain; charset=utf-8', Buffer.from('é')],
  ['bytes verbatim', 'new Uint8Array([255, 0, 10])', 'application/octet-stream', Buffer.from([255, 0, 10])],
  ['a promise', 'Promise.resolve("")', 'text/plain; charset=utf-8', Buffer.alloc(0)]
])('a handler gives %s', async (_what, value, type, body) => {
  await using ignite = await published(`import { start } from 'ignite'\nstart(() => ${value})`)
  expect(await ask(ignite)).toEqual({ status: 200, type, body })
})

testWithDeno.each<[string, Record<string, string>]>([
  ['main.js', { 'main.js': "import { start } from 'ignite'\nstart(() => 'fine')" }],
  [
    'a deno.jsonc of its own',
    {
      'deno.jsonc': '{\n  // ours\n  "imports": { "words": "./words.ts", /* all */ },\n}',
      'main.ts': "import { start } from 'ignite'\nimport { FINE } from 'words'\nstart(() => FINE)",
      'words.ts': "export const FINE = 'fine'"
    }
  ]
])('code with %s is mapped to the SDK', async (_what, files) => {
  await using ignite = await published(files)
  expect((await ask(ignite)).body.toString()).toBe('fine')
})

testWithDeno.each([
  ['throws', 'throw new Error("oh")', 'oh'],
  ['rejects', 'return Promise.reject(new TypeError("late"))', 'late'],
  ['returns no text', 'return 7 as unknown as string', 'the handler returned number, not a string or a Uint8Array'],
  ['ends its process', 'Deno.exit(7)', 'the Deno process ended: exit code 7; its log has the reason']
])('a handler that %s fails with its error alone, and the next run works', async (_what, body, error) => {
  const source = `import { start } from 'ignite'\nstart(async (payload) => { if (payload.length > 0) { ${body} }; return 'fine' })`
  await using ignite = await published(source)
  const failed = await ask(ignite, { body: 'x' })
  expect([failed.status, JSON.parse(failed.body.toString())]).toEqual([500, { error }])
  expect((await ask(ignite)).body.toString()).toBe('fine')
})

test.each([
  ['nothing', '{}', {}],
  ['imports', '{"imports":{"a":"./a.ts"},"tasks":{"x":"// no comment"}}', { tasks: { x: '// no comment' } }],
  ['comments and commas', '{ // one\n "lock": false, /* two */ }', { lock: false }]
])('a configuration with %s keeps it and gets the SDK', (_what, text, expected) => {
  const mapped = JSON.parse(withSdkMapped(text) ?? '')
  expect(mapped).toMatchObject({ ...expected, imports: { ignite: './deno/sdk/ignite/bootstrap.ts' } })
  if (text.includes('"a"')) expect(mapped.imports.a).toBe('./a.ts')
})

test.each(['[]', 'no JSON', '"text"'])('%j is no configuration', (text) => {
  expect(withSdkMapped(text)).toBeUndefined()
})
