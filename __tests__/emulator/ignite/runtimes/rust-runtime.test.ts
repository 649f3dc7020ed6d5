import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import { organizationId } from '../../../../emulator/ignite/model/ids.ts'
import { code, compile, compiled, exampleFiles, invoke, logOf, save } from '../support/compiling.ts'
import { drive, GREETER } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'

const testWithCargo = testWith('cargo')

const BROKEN = 'fn main() { println!("{}", nowhere); }'

/** Compiles a one-file program and runs it once as a draft. */
async function outcomeOf(source: string, settings: object = {}) {
  const ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, ...settings, code: code('rust', source) })
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED' })
  const execution = await ignite.execution('TestDraft', { payload: Buffer.from('some input') })
  return {
    ...execution,
    output: execution.output.toString(),
    ignite,
    [Symbol.asyncDispose]: ignite[Symbol.asyncDispose]
  }
}

testWithCargo('the example compiles with cargo’s words in the log, is tested, published, and answers', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', exampleFiles('rust-hello')))
  const started = await ignite.greeter('CompileDraft')
  const { deploy_id } = started as { deploy_id: string }
  expect(started).toMatchObject({ draft: { status: 'VERSION_STATUS_COMPILING', deploy_id, error: '' } })
  const log = await logOf(ignite, deploy_id)
  expect(log).toMatch(/Compiling.* rust-hello v0\.1\.0[\s\S]*Finished.* `release` profile/)
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

testWithCargo('what does not compile fails with rustc’s words, and can be neither tested nor published', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', BROKEN))
  const draft = await compile(ignite)
  expect(draft).toMatchObject({
    status: 'VERSION_STATUS_FAILED',
    error: expect.stringMatching(/^cargo build ended with exit code 101: could not compile `handler`/)
  })
  expect(await logOf(ignite, draft.deploy_id)).toMatch(/cannot find value `nowhere` in this scope/)
  for (const method of ['TestDraft', 'PublishDraft']) {
    const refused = { code: status.FAILED_PRECONDITION, message: 'draft is not compiled' }
    await expect(ignite.greeter(method)).rejects.toMatchObject(refused)
  }
  await ignite.greeter('SaveDraft', { code: code('rust', 'fn main() { print!("1") }') })
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

testWithCargo('WebAssembly is a failed compile that names the missing target', async () => {
  await using ignite = await drive()
  await save(ignite, code('rust', 'fn main() {}', { target: 'RUST_COMPILATION_TARGET_WASM' }))
  const draft = await compile(ignite)
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_FAILED', error: expect.stringContaining('wasm32-wasip2') })
  expect(await logOf(ignite, draft.deploy_id)).toContain('wasm32-wasip2')
})

testWithCargo.each([
  ['a library', { 'src/lib.rs': '' }, /no targets specified|has no binary/],
  ['two binaries', { 'src/bin/a.rs': 'fn main() {}', 'src/bin/b.rs': 'fn main() {}' }, /several binaries \(a, b\)/]
])('%s is a failed compile', async (_what, files: Record<string, string>, error) => {
  await using ignite = await drive()
  const manifest = '[package]\nname = "x"\nversion = "0.1.0"\nedition = "2021"\n'
  await save(ignite, code('rust', { 'Cargo.toml': manifest, ...files }))
  expect(await compile(ignite)).toMatchObject({ status: 'VERSION_STATUS_FAILED', error: expect.stringMatching(error) })
})

testWithCargo('crates of the same name, compiled at once, do not get each other’s program', async () => {
  await using ignite = await drive()
  const names = ['one', 'two', 'three']
  for (const name of names) {
    await ignite.call('CreateApp', { ...GREETER, name, code: code('rust', `fn main() { print!("${name}") }`) })
  }
  const apps = names.map((app_name) => ({ organization_name: 'acme', app_name }))
  const started = (await Promise.all(apps.map((app) => ignite.call('CompileDraft', app)))) as { deploy_id: string }[]
  await Promise.all(started.map(({ deploy_id }) => logOf(ignite, deploy_id)))
  for (const app of apps) {
    await ignite.call('PublishDraft', app)
    const frames = await ignite.stream('Invoke', { ...app, body: Buffer.from('') })
    expect(String((frames[1] as { chunk: Buffer }).chunk)).toBe(app.app_name)
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

testWithCargo('a program gets the payload, the context and the environment', async () => {
  const source = `fn main() {
    let payload = std::io::read_to_string(std::io::stdin()).unwrap();
    let var = |name: &str| std::env::var(name).unwrap_or_default();
    eprintln!("été");
    print!("{payload} {} {} {} {}", var("IGNITE_EXECUTION_ID").len(), var("IGNITE_FUNCTION_ID"),
      var("IGNITE_ORGANIZATION_ID"), var("WORD"));
  }`
  await using run = await outcomeOf(source, { env: { WORD: 'hello', IGNITE_FUNCTION_ID: 'mine' } })
  expect(run).toMatchObject({ output: `some input 26 acme/greeter ${organizationId('acme')} hello`, error: '' })
  expect(await run.ignite.greeter('GetAppLogs')).toMatchObject({ lines: [{ stream: 'stderr', message: 'été' }] })
})

testWithCargo.each([
  ['ends with another code', 'eprintln!("no such thing"); std::process::exit(3)', 'no such thing'],
  ['says nothing', 'std::process::exit(4)', 'the program ended with exit code 4'],
  ['panics', 'panic!("oh")', /panicked at[\s\S]*oh/],
  ['kills itself', 'std::process::abort()', 'the program ended with SIGABRT']
])('a program that %s has failed', async (_what, body, error) => {
  await using run = await outcomeOf(`fn main() { ${body} }`)
  expect(run).toMatchObject({ status: 'EXECUTION_STATUS_FAILED', error: expect.stringMatching(error) })
})

testWithCargo('a program that does not end in time is killed, and the next run works', async () => {
  const source = 'fn main() { if std::env::var("FAST").is_err() { loop { std::thread::park(); } } }'
  const limits = { memory_mb: 0, cpu_millicores: 0, timeout_secs: 1 }
  await using run = await outcomeOf(source, { limits })
  expect(run).toMatchObject({ status: 'EXECUTION_STATUS_TIMEOUT', error: 'the handler did not answer within 1 s' })
  await run.ignite.greeter('UpdateAppConfig', { env: { FAST: '1' } })
  expect(await run.ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
})
