import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { testWith } from '../emulator/ignite/support/test-with.ts'
import { inputsFor, runMain, Workspace } from '../support/deploying.ts'

type Asked = {
  readonly send: string | Uint8Array<ArrayBuffer>
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
}

/** An app as the platform's pages tell how to write one, and what it answers, byte for byte. */
type PagesApp = {
  readonly name: string
  readonly tool?: 'cargo' | 'go' | 'deno'
  readonly files: Readonly<Record<string, string>>
  readonly code: string
  readonly found: string
  readonly asked: readonly Asked[]
}

const RAW = Uint8Array.from([0xff, 0x00, 0x0a, 0xfe])
const JSON_TYPE = 'application/json'
const BYTES_TYPE = 'application/octet-stream'
const TEXT_TYPE = 'text/plain; charset=utf-8'

const APPS: readonly PagesApp[] = [
  {
    name: 'echo-python',
    code: 'echo',
    found: 'python, found by handler.py',
    files: {
      'echo/handler.py': `import json

def handler(payload: bytes, ctx: dict):
    if payload == b"":
        return b""
    if payload == b"text":
        return "grüße"
    if payload == b"ctx":
        return sorted(ctx)
    if payload.startswith(b"{"):
        return {"got": json.loads(payload), "app": ctx["function_id"]}
    if payload == b"fail":
        raise KeyError("titel")
    return payload
`
    },
    asked: [
      { send: RAW, status: 200, type: BYTES_TYPE, body: RAW },
      { send: '', status: 200, type: BYTES_TYPE, body: '' },
      { send: 'text', status: 200, type: TEXT_TYPE, body: 'grüße' },
      { send: 'ctx', status: 200, type: JSON_TYPE, body: '["execution_id", "function_id", "organization_id"]' },
      { send: '{"é":1}', status: 200, type: JSON_TYPE, body: '{"got": {"\\u00e9": 1}, "app": "acme/echo-python"}' },
      {
        send: 'fail',
        status: 500,
        type: JSON_TYPE,
        body: `{"error":"'titel'","type":"KeyError","traceback":"Traceback (most recent call last):\\n  File \\"handler.py\\", line 13, in handler\\n    raise KeyError(\\"titel\\")\\nKeyError: 'titel'\\n"}`
      }
    ]
  },
  {
    name: 'echo-go',
    tool: 'go',
    code: 'echo',
    found: 'go, found by main.go',
    files: {
      'echo/main.go': `package main

import (
	"errors"

	"ignite"
)

func main() { ignite.Start(handler) }

func handler(payload []byte, ctx *ignite.Context) ([]byte, error) {
	switch string(payload) {
	case "headers":
		return []byte(ctx.Headers.Get("X-Word") + " " + ctx.FunctionID), nil
	case "fail":
		return nil, errors.New("asked to")
	}
	return payload, nil
}
`
    },
    asked: [
      { send: RAW, status: 200, type: BYTES_TYPE, body: RAW },
      { send: '', status: 200, type: BYTES_TYPE, body: '' },
      { send: 'headers', status: 200, type: BYTES_TYPE, body: 'word acme/echo-go' },
      { send: 'fail', status: 500, type: JSON_TYPE, body: '{"error":"asked to"}' }
    ]
  },
  {
    name: 'echo-rust',
    tool: 'cargo',
    code: 'echo/src',
    found: 'rust, found by lib.rs',
    files: {
      'echo/src/lib.rs': `use ignite::prelude::*;

#[ignite::main]
async fn handler(req: Request, ctx: Context) -> Result<impl IntoResponse> {
    if req.raw() == b"panic" {
        panic!("at the disco");
    }
    let name = req.field::<String>("name")?;
    Ok(ignite::json!({ "name": name, "word": req.header("x-word"), "app": ctx.function_id(), "method": req.method() }))
}
`
    },
    asked: [
      {
        send: '{"name":"Ada"}',
        status: 200,
        type: JSON_TYPE,
        body: '{"name":"Ada","word":"word","app":"acme/echo-rust","method":"POST"}'
      },
      { send: 'panic', status: 500, type: JSON_TYPE, body: '{"error":"at the disco"}' },
      { send: '', status: 500, type: JSON_TYPE, body: '{"error":"no value at byte 0"}' }
    ]
  },
  {
    name: 'echo-deno',
    tool: 'deno',
    code: 'echo',
    found: 'deno, found by main.js',
    files: {
      'echo/main.js': `import { start } from 'ignite'

start(async (payload, ctx) => {
  const text = new TextDecoder().decode(payload)
  if (text === 'text') return 'grüße'
  if (text === 'headers') return \`\${ctx.headers.get('x-word')} \${ctx.function_id}\`
  if (text === 'fail') throw new TypeError('asked to')
  return payload
})
`
    },
    asked: [
      { send: RAW, status: 200, type: BYTES_TYPE, body: RAW },
      { send: '', status: 200, type: BYTES_TYPE, body: '' },
      { send: 'text', status: 200, type: TEXT_TYPE, body: 'grüße' },
      { send: 'headers', status: 200, type: TEXT_TYPE, body: 'word acme/echo-deno' },
      { send: 'fail', status: 500, type: JSON_TYPE, body: '{"error":"asked to"}' }
    ]
  }
]

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterAll(async () => emulator.close())

for (const { name, tool, files, code, found, asked } of APPS) {
  const testHere = tool ? testWith(tool) : test
  testHere(`${name} deploys without a word about its runtime, and answers as the pages say`, async () => {
    using workspace = new Workspace()
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(workspace.path, path.dirname(file)), { recursive: true })
      workspace.write(file, text)
    }
    const inputs = inputsFor(emulator, { app: name, code, 'allow-unauthenticated': 'true' })
    const main = await runMain(workspace, { inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain(`from ${code} (${found})`)
    for (const { send, ...expected } of asked) {
      const headers = { 'x-word': 'word' }
      const answer = await fetch(main.outputs['url'] ?? '', { method: 'POST', body: send, headers })
      const body = Buffer.from(await answer.arrayBuffer())
      const got = { status: answer.status, type: answer.headers.get('content-type'), body: body.toString('latin1') }
      expect({ send, ...got }).toEqual({ send, ...expected, body: Buffer.from(expected.body).toString('latin1') })
    }
  })
}
