import { expect } from '@jest/globals'
import { code, compile, exampleFiles, invoke, logOf, save } from '../support/compiling.ts'
import { drive } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'
import { until } from '../support/until.ts'

/** Deno is no dependency: `npm install --no-save deno` brings it. */
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
    return lines.some(({ message, stream }) => message === 'greeting Ada' && stream === 'stdout')
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

testWithDeno.each([
  ['throws', 'throw new Error("oh")', /Error: oh[\s\S]*main\.ts/],
  ['returns no text', 'return 7 as unknown as string', /handle returned number, not a string/],
  ['ends its process', 'Deno.exit(7)', /the Deno process ended: exit code 7/]
])('a handler that %s fails, and the next run works', async (_what, body, error) => {
  await using ignite = await drive()
  const source = (text: string) => `import { start } from 'ignite'\nstart(async () => { ${text} })`
  await save(ignite, code('deno', source(body)))
  await compile(ignite)
  expect(await ignite.execution('TestDraft')).toMatchObject({
    status: 'EXECUTION_STATUS_FAILED',
    error: expect.stringMatching(error)
  })
  await ignite.greeter('SaveDraft', { code: code('deno', source('return "fine"')) })
  await compile(ignite)
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
})
