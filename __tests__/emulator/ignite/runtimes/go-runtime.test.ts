import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { withSdkAt } from '../../../../emulator/ignite/go/go-imports.ts'
import { organizationId } from '../../../../emulator/ignite/model/ids.ts'
import { ask } from '../support/answering.ts'
import { code, compile, exampleFiles, invoke, logOf, save } from '../support/compiling.ts'
import { type Driver, drive } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'

const testWithGo = testWith('go')

const BROKEN = 'package main\n\nfunc main() { nowhere() }\n'

/** A program whose handler has this body; `fmt` and `errors` are imported. */
function handling(body: string, parameters = 'payload []byte, ctx *ignite.Context'): string {
  return `package main

import (
	"errors"
	"fmt"

	"ignite"
)

var _, _ = errors.New, fmt.Sprint

func handler(${parameters}) ([]byte, error) {
	${body}
}

func main() { ignite.Start(handler) }
`
}

async function published(source: string | Record<string, string>): Promise<Driver> {
  const ignite = await drive()
  await save(ignite, code('go', source))
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED', error: '' })
  await ignite.greeter('PublishDraft')
  return ignite
}

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
  const failed = await ignite.execution('TestDraft', { payload: Buffer.from('[') })
  const error = 'the payload is not what the greeter reads: unexpected end of JSON input'
  expect(failed).toMatchObject({ status: 'EXECUTION_STATUS_FAILED', error })
  expect(JSON.parse(failed.output.toString())).toEqual({ error })
  await ignite.greeter('PublishDraft')
  expect(JSON.parse(await invoke(ignite, '{}'))).toMatchObject({ greeting: 'Hello, world!' })
})

testWithGo('a handler gets the raw body, the context and the headers, and its bytes come back verbatim', async () => {
  const body = `seen := fmt.Sprintf("%x %s %d %s %s|", payload, ctx.FunctionID, len(ctx.ExecutionID), ctx.OrganizationID,
		ctx.Headers.Get("X-Word"))
	return append([]byte(seen), 0xff, 0x00, 0x0a), nil`
  await using ignite = await published(handling(body))
  const answer = await ask(ignite, { headers: { 'x-word': 'hello' }, body: Buffer.from([0xfe, 0x0a]) })
  expect({ ...answer, body: answer.body.toString('latin1') }).toEqual({
    status: 200,
    type: 'application/octet-stream',
    body: `fe0a acme/greeter 26 ${organizationId('acme')} hello|\xff\0\n`
  })
})

testWithGo.each([
  ['an error', 'return nil, errors.New("asked to")', 500, { error: 'asked to' }],
  ['a panic', 'panic("oh")', 500, { error: 'panic: oh' }]
])('%s is a 500 with its error alone, and the next request is answered', async (_what, failure, code, expected) => {
  await using ignite = await published(handling(`if len(payload) > 0 { ${failure} }; return nil, nil`))
  const failed = await ask(ignite, { body: 'x' })
  expect([failed.status, failed.type, JSON.parse(failed.body.toString())]).toEqual([code, 'application/json', expected])
  expect(await ask(ignite)).toEqual({ status: 200, type: 'application/octet-stream', body: Buffer.alloc(0) })
})

testWithGo('the context may come first', async () => {
  const body = 'return append(payload, ctx.FunctionID...), nil'
  await using ignite = await published(handling(body, 'ctx *ignite.Context, payload []byte'))
  expect(await invoke(ignite, 'I am ')).toBe('I am acme/greeter')
})

testWithGo('packages of the module import the SDK as well, and a go.mod is made where there is none', async () => {
  await using ignite = await published({
    'main.go':
      'package main\n\nimport (\n\t"handler/greet"\n\t"ignite"\n)\n\nfunc main() { ignite.Start(greet.Handle) }\n',
    'greet/greet.go':
      'package greet\n\nimport sdk "ignite" // ours\n\nfunc Handle(p []byte, c *sdk.Context) ([]byte, error) { return []byte("greet"), nil }\n'
  })
  expect(await invoke(ignite, '')).toBe('greet')
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

testWithGo('a package that is not main fails its compile', async () => {
  await using ignite = await drive()
  await save(ignite, code('go', 'package greeter\n\nfunc Greet() {}\n'))
  const draft = await compile(ignite)
  const error = 'the package at the root is "greeter", and has to be "main"'
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_FAILED', error })
  expect(await logOf(ignite, draft.deploy_id)).toContain(error)
})

testWithGo(
  'what another module has to give is looked for where this machine looks, without a requirement in go.mod',
  async () => {
    process.env['GOPROXY'] = 'file:///nonexistent'
    try {
      await using ignite = await drive()
      await save(ignite, code('go', 'package main\n\nimport _ "example.com/far"\n\nfunc main() {}\n'))
      const draft = await compile(ignite)
      expect(draft).toMatchObject({
        status: 'VERSION_STATUS_FAILED',
        error: expect.stringContaining('go mod tidy ended')
      })
      const log = await logOf(ignite, draft.deploy_id)
      expect(log).toContain('example.com/far')
      expect(log).not.toContain('GOPROXY=off')
    } finally {
      delete process.env['GOPROXY']
    }
  }
)

testWithGo('a program that starts no handler fails its runs, and says what is missing', async () => {
  await using ignite = await published('package main\n\nfunc main() {}\n')
  const error =
    'the Go process ended: exit code 0; it has to come to ignite.Start(handler) in main(), and to stay there'
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_FAILED', error })
  const health = await ask(ignite, { verb: 'GET' })
  expect([health.status, JSON.parse(health.body.toString())]).toEqual([503, { error }])
})

testWithGo('under compile-sdk-refused a draft is compiled while it is tested and published', async () => {
  await using ignite = await drive({ variants: ['compile-sdk-refused'] })
  await save(ignite, code('go', handling('return []byte("7"), nil')))
  await expect(ignite.greeter('CompileDraft')).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: 'go is compiled when the draft is published'
  })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 1 })
  expect(await invoke(ignite, '')).toBe('7')
  const { draft } = (await ignite.greeter('GetDraftInfo')) as { draft: { deploy_id: string } }
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_COMPILED' })
  expect(await logOf(ignite, draft.deploy_id)).toContain('handler')
  await ignite.greeter('SaveDraft', { code: code('go', handling('return nil, nil')) })
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

test.each([
  ['alone', 'package main\nimport "ignite"\nfunc main() {}', 'package main\nimport "m/sdk"\nfunc main() {}'],
  ['under a name', 'import ign "ignite" // mine', 'import ign "m/sdk" // mine'],
  [
    'in a block',
    'import (\n\t"fmt"\n\t"ignite"\n)\nvar a = (\n"ignite")',
    'import (\n\t"fmt"\n\t"m/sdk"\n)\nvar a = (\n"ignite")'
  ],
  ['in a block of one line', 'import ("ignite")\nconst x = "ignite"', 'import ("m/sdk")\nconst x = "ignite"'],
  ['not at all', 'import "ignite/x"\nconst x = "ignite"', 'import "ignite/x"\nconst x = "ignite"']
])('the SDK is imported %s', (_how, source, expected) => {
  expect(withSdkAt(source, 'm/sdk')).toBe(expected)
})
