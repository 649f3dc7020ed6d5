import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import { code, compile, exampleFiles, invoke, logOf, save } from '../support/compiling.ts'
import { drive } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'

const testWithGo = testWith('go')

const BROKEN = 'package main\n\nfunc main() { nowhere() }\n'

testWithGo('the example compiles, is tested, published, and answers', async () => {
  await using ignite = await drive()
  await save(ignite, code('go', exampleFiles('go-hello')))
  await expect(ignite.greeter('TestDraft')).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: 'draft is not compiled'
  })
  const draft = await compile(ignite)
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_COMPILED' })
  expect(await logOf(ignite, draft.deploy_id)).toContain('example.com/go-hello')
  const { output } = await ignite.execution('TestDraft', { payload: Buffer.from('{"name":"Ada"}') })
  expect(JSON.parse(output.toString())).toEqual({ greeting: 'Hello, Ada!', version: 'one', app: 'acme/greeter' })
  expect(await ignite.execution('TestDraft', { payload: Buffer.from('[') })).toMatchObject({
    status: 'EXECUTION_STATUS_FAILED',
    error: expect.stringContaining('the payload is not what the greeter reads')
  })
  await ignite.greeter('PublishDraft')
  expect(JSON.parse(await invoke(ignite, '{}'))).toMatchObject({ greeting: 'Hello, world!' })
})

testWithGo('what does not compile fails with the compiler’s words', async () => {
  await using ignite = await drive()
  await save(ignite, code('go', BROKEN))
  const draft = await compile(ignite)
  const words = './main.go:3:15: undefined: nowhere'
  expect(draft).toMatchObject({
    status: 'VERSION_STATUS_FAILED',
    error: `go build ended with exit code 1: ${words}`
  })
  expect(await logOf(ignite, draft.deploy_id)).toContain(words)
})

testWithGo('under compile-sdk-refused a draft is compiled while it is tested and published', async () => {
  await using ignite = await drive({ variants: ['compile-sdk-refused'] })
  await save(ignite, code('go', 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Print(7) }\n'))
  await expect(ignite.greeter('CompileDraft')).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: 'go is compiled when the draft is published'
  })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 1 })
  expect(await invoke(ignite, '')).toBe('7')
  const { draft } = (await ignite.greeter('GetDraftInfo')) as { draft: { deploy_id: string } }
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_COMPILED' })
  expect(await logOf(ignite, draft.deploy_id)).toContain('handler')
  await ignite.greeter('SaveDraft', { code: code('go', 'package main\n\nfunc main() { print(8) }\n') })
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED', error: '' })
})

testWithGo(
  'under compile-sdk-refused publishing fails with the compiler’s words, and nothing is published',
  async () => {
    await using ignite = await drive({ variants: ['compile-sdk-refused'] })
    await save(ignite, code('go', BROKEN))
    await expect(ignite.greeter('PublishDraft')).rejects.toMatchObject({
      code: status.FAILED_PRECONDITION,
      message: expect.stringContaining('undefined: nowhere')
    })
    expect(await ignite.greeter('ListAppVersions')).toEqual({ versions: [] })
    expect(await ignite.greeter('GetDraftInfo')).toMatchObject({ draft: { status: 'VERSION_STATUS_FAILED' } })
  }
)
