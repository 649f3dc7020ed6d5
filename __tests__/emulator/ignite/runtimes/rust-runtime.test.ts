import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { ask } from '../support/answering.ts'
import { code, compile, compiled, exampleFiles, invoke, logOf, save } from '../support/compiling.ts'
import { type Driver, drive, GREETER } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'
import { until } from '../support/until.ts'

const testWithCargo = testWith('cargo')

const BROKEN = 'fn main() { println!("{}", nowhere); }'
const WASM = { target: 'RUST_COMPILATION_TARGET_WASM' }

/** A lib.rs whose handler has this body. */
function handling(
  body: string,
  signature = 'fn handler(req: Request, ctx: Context) -> Result<impl IntoResponse>'
): string {
  return `#![allow(unused)]\nuse ignite::prelude::*;\n\n#[ignite::main]\n${signature} {\n    ${body}\n}\n`
}

async function published(source: string | Record<string, string>, settings: object = {}): Promise<Driver> {
  const ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, ...settings, code: code('rust', source) })
  const draft = await compile(ignite)
  expect(`${draft.status} ${draft.error && (await logOf(ignite, draft.deploy_id))}`).toBe('VERSION_STATUS_COMPILED ')
  await ignite.greeter('PublishDraft')
  return ignite
}

testWithCargo('the example compiles with cargo’s words in the log, is tested, published, and answers', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', exampleFiles('rust-hello')))
  const started = await ignite.greeter('CompileDraft')
  const { deploy_id } = started as { deploy_id: string }
  expect(started).toMatchObject({ draft: { status: 'VERSION_STATUS_COMPILING', deploy_id, error: '' } })
  const log = await logOf(ignite, deploy_id)
  expect(log).toMatch(/Compiling.* rust-hello v0\.1\.0[\s\S]*Finished.* `release` profile/)
  expect(log).not.toContain('warning')
  expect(log).toContain('\x1b[')
  expect(await ignite.greeter('GetDraftInfo')).toMatchObject({
    draft: { status: 'VERSION_STATUS_COMPILED', deploy_id }
  })
  const execution = await ignite.execution('TestDraft', { payload: Buffer.from('{"name":"Ada \\"x\\""}') })
  expect(execution).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED', error: '' })
  expect(JSON.parse(execution.output.toString())).toMatchObject({ greeting: 'Hello, Ada "x"!', app: 'acme/greeter' })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 1 })
  expect(JSON.parse(await invoke(ignite, '{}'))).toMatchObject({ greeting: 'Hello, world!', version: 'one' })
})

testWithCargo('a handler sees the request, the context and its environment', async () => {
  const body = `eprintln!("été");
    let store = ctx.temp_store();
    store.set("runs", [store.get("runs").unwrap_or_default(), vec![1]].concat());
    Ok(json!({
        "request": [req.method(), req.path(), req.query_param("q"), req.query_param("none"), req.header("X-Word")],
        "raw": req.raw().to_vec(),
        "number": req.field::<i64>("number")?,
        "missing": req.field::<Option<bool>>("missing")?,
        "list": req.field::<Vec<f64>>("list")?,
        "body": req.body::<Value>()?,
        "context": [ctx.execution_id().len(), ctx.function_id()],
        "env": ctx.env().get("WORD"),
        "runs": store.get("runs").unwrap_or_default().len(),
        "nested": {"null": null, "array": [null, {"deep": true}, [1]]},
    }))`
  await using ignite = await published(handling(body), { env: { WORD: 'hello' } })
  const sent = '{"number":-7,"list":[1,2.5],"text":"\\ud83d\\ude80\\n"}'
  const answer = await ask(ignite, { path: '/a/b', query: 'q=x%20y+z', headers: { 'x-word': 'w' }, body: sent })
  expect([answer.status, answer.type]).toEqual([200, 'application/json'])
  expect(JSON.parse(answer.body.toString())).toEqual({
    request: ['POST', '/a/b', 'x y z', null, 'w'],
    raw: [...Buffer.from(sent)],
    number: -7,
    missing: null,
    list: [1, 2.5],
    body: JSON.parse(sent),
    context: [26, 'acme/greeter'],
    env: 'hello',
    runs: 1,
    nested: { null: null, array: [null, { deep: true }, [1]] }
  })
  // It comes over another pipe than the answer.
  const [line] = await until(async () => {
    const { lines } = (await ignite.greeter('GetAppLogs')) as { lines: object[] }
    return lines.length > 0 && lines
  })
  expect(line).toMatchObject({ stream: 'stderr', message: 'été' })
  expect(JSON.parse(await invoke(ignite, sent))).toMatchObject({ runs: 2, request: ['POST', '/', null, null, null] })
})

testWithCargo('failures are a 500 with the error alone, and the next request is answered', async () => {
  const body = `match req.field::<String>("how")?.as_str() {
        "error" => Err("asked to".into()),
        "question" => Ok(std::fs::read_to_string("/nonexistent")?.len()),
        "panic" => panic!("oh {}", 1),
        "exit" => std::process::exit(3),
        _ => Ok(7),
    }`
  const signature = 'async fn handler(ctx: &Context, req: Request) -> Result<usize>'
  await using ignite = await published(handling(body, signature))
  const asked = async (sent: string) => {
    const { status: code, body } = await ask(ignite, { body: sent })
    return [code, JSON.parse(body.toString())]
  }
  expect(await asked('{"how":"error"}')).toEqual([500, { error: 'asked to' }])
  expect(await asked('{"how":"question"}')).toEqual([500, { error: 'No such file or directory (os error 2)' }])
  expect(await asked('{"how":"panic"}')).toEqual([500, { error: 'oh 1' }])
  expect(await asked('{}')).toEqual([500, { error: 'field `how`: a text was expected, but it is null' }])
  expect(await asked('[')).toEqual([500, { error: 'no value at byte 1' }])
  const died = 'the Rust process ended: exit code 3; its log has the reason'
  expect(await asked('{"how":"exit"}')).toEqual([500, { error: died }])
  expect(await asked('{"how":"fine"}')).toEqual([200, 7])
})

testWithCargo.each<[string, Record<string, string>]>([
  ['lib.rs alone, as `code: ./src` packs it', { 'lib.rs': handling('Ok("fine")') }],
  [
    'a crate that is a library for WebAssembly, and names the SDK',
    {
      'Cargo.toml':
        '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n[dependencies]\nignite = "0.3"\n',
      'src/lib.rs': `mod words;\n${handling('Ok(words::FINE)').replace('#![allow(unused)]\n', '')}`,
      'src/words.rs': 'pub const FINE: &str = "fine";'
    }
  ],
  [
    'a library under another name',
    {
      'Cargo.toml': '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[lib]\npath = "app.rs"\n',
      'app.rs': handling('Ok("fine")')
    }
  ]
])('%s is compiled and answers', async (_what, files) => {
  await using ignite = await published(files)
  expect(await invoke(ignite, '')).toBe('"fine"')
})

testWithCargo('what does not compile fails with rustc’s words, and can be neither tested nor published', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', BROKEN))
  const draft = await compile(ignite)
  expect(draft).toMatchObject({
    status: 'VERSION_STATUS_FAILED',
    error: expect.stringMatching(/^cargo build ended with exit code 101: could not compile `handler`/)
  })
  const log = await logOf(ignite, draft.deploy_id)
  expect(log).toMatch(/cannot find value `nowhere` in this scope/)
  expect(log.match(/cannot find value/g)).toHaveLength(1)
  for (const method of ['TestDraft', 'PublishDraft']) {
    const refused = { code: status.FAILED_PRECONDITION, message: 'draft is not compiled' }
    await expect(ignite.greeter(method)).rejects.toMatchObject(refused)
  }
  await ignite.greeter('SaveDraft', { code: code('rust', 'fn main() {}') })
  await expect(ignite.greeter('PublishDraft')).rejects.toMatchObject({ code: status.FAILED_PRECONDITION })
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED', error: '' })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 1 })
})

testWithCargo('under status-spelling the states have other words', async () => {
  await using ignite = await drive({ variants: ['status-spelling'] })
  await save(ignite, code('rust', BROKEN))
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILE_ERROR' })
  await ignite.greeter('SaveDraft', { code: code('rust', 'fn main() {}') })
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_READY' })
})

testWith('wasm32-wasip1')('WebAssembly is compiled and answers', async () => {
  await using ignite = await drive()
  const body =
    'if req.raw().is_empty() { panic!("nothing") }; Ok(json!({"arch": std::env::consts::ARCH, "word": ctx.env().get("WORD")}))'
  await ignite.call('CreateApp', { ...GREETER, env: { WORD: 'é' }, code: code('rust', handling(body), WASM) })
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED', error: '' })
  await ignite.greeter('PublishDraft')
  expect((await ask(ignite)).status).toBe(500)
  expect(JSON.parse(await invoke(ignite, 'x'))).toEqual({ arch: 'wasm32', word: 'é' })
})

/** A platform whose cargo has a rustc beside it that knows native targets only. */
async function driveWithoutWasm(): Promise<Driver> {
  const directory = mkdtempSync(join(tmpdir(), 'no-wasm-'))
  for (const tool of ['cargo', 'rustc']) writeFileSync(join(directory, tool), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const ignite = await drive({ path: directory })
  const dispose = async () => {
    await ignite[Symbol.asyncDispose]()
    rmSync(directory, { recursive: true })
  }
  return { ...ignite, [Symbol.asyncDispose]: dispose }
}

test('without its target WebAssembly is refused with FAILED_PRECONDITION, and the draft stays', async () => {
  await using ignite = await driveWithoutWasm()
  await save(ignite, code('rust', 'fn main() {}', WASM))
  for (const method of ['CompileDraft', 'TestDraft', 'PublishDraft']) {
    await expect(ignite.greeter(method)).rejects.toMatchObject({
      code: status.FAILED_PRECONDITION,
      message: expect.stringMatching(/lacks the target wasm32-wasip1: install it \(rustup target add wasm32-wasip1\)/)
    })
  }
  expect(await ignite.greeter('GetDraftInfo')).toMatchObject({ draft: { status: 'VERSION_STATUS_DRAFT' } })
})

testWithCargo('a crate without a library is a failed compile', async () => {
  await using ignite = await drive()
  const manifest = '[package]\nname = "x"\nversion = "0.1.0"\nedition = "2021"\n'
  await save(ignite, code('rust', { 'Cargo.toml': manifest, 'src/main.rs': 'fn main() {}' }))
  const error = 'the crate has no src/lib.rs with a function under #[ignite::main]'
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_FAILED', error })
})

testWithCargo('crates of the same name, compiled at once, do not get each other’s program', async () => {
  await using ignite = await drive()
  const names = ['one', 'two', 'three']
  for (const name of names) {
    await ignite.call('CreateApp', { ...GREETER, name, code: code('rust', handling(`Ok("${name}")`)) })
  }
  const apps = names.map((app_name) => ({ organization_name: 'acme', app_name }))
  const started = (await Promise.all(apps.map((app) => ignite.call('CompileDraft', app)))) as { deploy_id: string }[]
  await Promise.all(started.map(({ deploy_id }) => logOf(ignite, deploy_id)))
  for (const app of apps) {
    await ignite.call('PublishDraft', app)
    const frames = await ignite.stream('Invoke', { ...app, body: Buffer.from('') })
    expect(String((frames[1] as { chunk: Buffer }).chunk)).toBe(`"${app.app_name}"`)
  }
})

testWithCargo('a second call while it compiles finds the same compile', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', 'fn main() {}'))
  const [first, second] = await Promise.all([ignite.greeter('CompileDraft'), ignite.greeter('CompileDraft')])
  expect(second).toEqual(first)
  await compiled(ignite)
  expect(await ignite.greeter('CompileDraft')).not.toMatchObject({
    deploy_id: (first as { deploy_id: string }).deploy_id
  })
})

testWithCargo('a compile of a draft that was replaced meanwhile says nothing about the new one', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', BROKEN))
  const { deploy_id } = (await ignite.greeter('CompileDraft')) as { deploy_id: string }
  await ignite.greeter('SaveDraft', { code: code('rust', 'fn main() {}') })
  expect(await logOf(ignite, deploy_id)).toContain('nowhere')
  expect(await ignite.greeter('GetDraftInfo')).toMatchObject({ draft: { status: 'VERSION_STATUS_DRAFT', error: '' } })
})

testWithCargo('a handler that does not end in time is killed, and the next run works', async () => {
  const body = 'if req.raw().is_empty() { loop { std::thread::park(); } }; Ok(1)'
  const limits = { memory_mb: 0, cpu_millicores: 0, timeout_secs: 1 }
  await using ignite = await published(handling(body), { limits })
  const late = await ignite.execution('TestDraft')
  const error = 'the handler did not answer within 1 s'
  expect(late).toMatchObject({ status: 'EXECUTION_STATUS_TIMEOUT', error })
  expect(JSON.parse((await ask(ignite)).body.toString())).toEqual({ error })
  expect((await ask(ignite)).status).toBe(504)
  expect(await invoke(ignite, 'x')).toBe('1')
})
