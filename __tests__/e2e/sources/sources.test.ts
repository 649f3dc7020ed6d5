import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { makeTar, makeZip } from '../../source/support/archives.ts'
import { callUrl, type Inputs, inputsFor, messagesOf, runMain, theFailure, Workspace } from '../../support/deploying.ts'
import { counting, type Listening } from '../support/answering.ts'

/** What people make archives with; nothing of it is ours. */
const PACK = `
import shutil, sys, tarfile, zipfile
shutil.make_archive("packed", "zip", "greeter")
shutil.make_archive("packed", "gztar", "greeter")
shutil.copy("packed.tar.gz", "packed.tgz")
with tarfile.open("plain.tar", "w") as tar:
    tar.add("greeter", arcname=".")
with zipfile.ZipFile("secret.zip", "w") as z:
    z.write("greeter/handler.py", "handler.py")
    z.write("greeter/lib/greeting.py", "lib/greeting.py")
    z.writestr(".env", "A=1")
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.write("greeter/handler.py", "handler.py")
    with z.open("zeros", "w") as zeros:
        for _ in range(12):
            zeros.write(bytes(10_000_000))
for name, member in {"up": ("../x", None), "absolute": ("/etc/x", None), "link": ("l", "../../etc/passwd"), "root": ("l", "/etc/passwd")}.items():
    with tarfile.open(name + ".tar.gz", "w:gz") as tar:
        tar.add("greeter", arcname=".")
        info = tarfile.TarInfo(member[0])
        if member[1]:
            info.type, info.linkname = tarfile.SYMTYPE, member[1]
        tar.addfile(info)
    if not member[1]:
        with zipfile.ZipFile(name + ".zip", "w") as z:
            z.write("greeter/handler.py", "handler.py")
            z.writestr(member[0], "x")
`

const HANDLER = 'def handler(payload, ctx):\n    return {"version": "solo"}\n'

const TREES: Readonly<Record<string, string>> = {
  'solo/handler.py': HANDLER,
  'rust/Cargo.toml': '',
  'rust-file/tool.rs': '',
  'go/go.mod': '',
  'go-handler/handler.go': '',
  'go-main/main.go': '',
  'deno/deno.json': '{}',
  'deno-main/main.ts': '',
  'both/handler.py': HANDLER,
  'both/main.ts': '',
  'neither/app.py': HANDLER,
  'docker/Dockerfile': 'FROM scratch'
}

const workspace = new Workspace()
let nobody: Listening
let emulator: Emulator

beforeAll(async () => {
  nobody = await counting()
  emulator = await startEmulator()
  for (const [file, content] of Object.entries(TREES)) {
    mkdirSync(path.dirname(path.join(workspace.path, file)), { recursive: true })
    workspace.write(file, content)
  }
  execFileSync('python3', ['-c', PACK], { cwd: workspace.path })
  for (const [file, content] of Object.entries(hostile())) workspace.write(file, content)
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await nobody[Symbol.asyncDispose]()
  await emulator.close()
})

async function deployed(inputs: Inputs) {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { 'allow-unauthenticated': 'true', ...inputs }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  return main
}

/** The code that arrived for an app. */
function sentFor(app: string): unknown {
  const saved = emulator.journal.filter(({ method }) => method === 'ComputeService/SaveDraft')
  const requests = saved.map(
    ({ request }) => request as { app_name: string; code: { compile: { source_code: object } } }
  )
  return requests.find(({ app_name }) => app_name === app)?.code.compile.source_code
}

describe('Code that is deployed', () => {
  test('as a directory', async () => {
    const main = await deployed({ app: 'directory' })
    expect(main.log).toContain('Deploying directory from greeter (python, found by handler.py) to')
    expect(main.log).toContain('Packed 2 files, ')
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
  })

  test('as a single file', async () => {
    const main = await deployed({ app: 'file', code: 'solo/handler.py' })
    expect(main.log).toContain('Deploying file from solo/handler.py (python, found by handler.py) to')
    expect(main.log).toContain('Packed 1 file, ')
    expect(await callUrl(main.outputs['url'])).toEqual({ version: 'solo' })
  })

  test.each(['packed.zip', 'packed.tar.gz', 'packed.tgz'])('as %s, which arrives as it is', async (code) => {
    const app = code.replaceAll('.', '-')
    const main = await deployed({ app, code })
    expect(main.log).toContain(`Deploying ${app} from ${code} (python, found by handler.py) to`)
    expect(main.log).toMatch(/^Packed 2 files, \d+ B, sha256 [0-9a-f]{12}\b/m)
    const bytes = readFileSync(path.join(workspace.path, code))
    expect(sentFor(app)).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one', greeting: 'Hello, Ada!' })
  })

  test('as an archive that holds secrets: they are named, since the archive is not repacked', async () => {
    const main = await deployed({ app: 'secret', code: 'secret.zip' })
    expect(messagesOf(main, 'warning')).toEqual([
      'The archive holds files that are likely to hold secrets, and they are sent: .env.'
    ])
  })

  test('of several runtimes, where one is named', async () => {
    const main = await deployed({ app: 'named', code: 'both', runtime: 'python' })
    expect(main.log).toContain('Deploying named from both (python) to')
    expect(await callUrl(main.outputs['url'])).toEqual({ version: 'solo' })
  })

  test('as a runtime whose file has another name, which is told before anything is sent', async () => {
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { code: 'neither', runtime: 'python' }) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'bad_input', title: 'An input is wrong, nothing was sent' })
    expect(failure.message).toContain('has no handler.py at its root. Python apps begin with `handler.py`: rename')
  })
})

describe('The runtime', () => {
  // Without reflection the run ends where it connects: what was found is said by then.
  let silent: Emulator
  beforeAll(async () => {
    silent = await startEmulator({ variants: ['reflection-none'] })
  })
  afterAll(() => silent.close())

  test.each([
    { code: 'rust', found: 'rust, found by Cargo.toml' },
    { code: 'rust-file/tool.rs', found: 'rust, found by tool.rs' },
    { code: 'go', found: 'go, found by go.mod' },
    { code: 'go-handler', found: 'go, found by handler.go' },
    { code: 'go-main', found: 'go, found by main.go' },
    { code: 'deno', found: 'deno, found by deno.json' },
    { code: 'deno-main', found: 'deno, found by main.ts' },
    { code: 'deno-main/main.ts', found: 'deno, found by main.ts' },
    { code: 'both', runtime: 'deno', found: 'deno' },
    { code: 'neither', runtime: 'go', found: 'go' },
    { code: 'packed.zip', runtime: 'python', found: 'python' }
  ])('of $code ($runtime) is $found', async ({ found, ...inputs }) => {
    const main = await runMain(workspace, { inputs: inputsFor(silent, inputs) })
    expect(main.log).toContain(`Deploying greeter from ${inputs.code} (${found}) to`)
  })

  test.each([
    { code: 'both', says: '`both` could be python (handler.py) or deno (main.ts). Set `runtime` to python or deno.' },
    {
      code: 'neither',
      says: '`neither` tells no runtime (looked for handler.py, Cargo.toml, lib.rs, go.mod, handler.go, '
    },
    {
      code: 'docker',
      says: ', and holds a Dockerfile. Set `dockerfile-path: Dockerfile` to build an image from it, or `runtime` to'
    }
  ])('of $code is asked for', async ({ code, says }) => {
    const failure = await refused(code)
    expect(failure.message).toContain(says)
    expect(failure.message).toContain('`runtime` to ')
    expect(failure.message.includes('to python')).toBe(failure.message.includes('python (handler.py)'))
    expect(failure.reason).toBe('bad_input')
  })
})

async function refused(code: string) {
  const before = nobody.connections()
  const endpoints = { grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` }
  const main = await runMain(workspace, { inputs: inputsFor(endpoints, { code }) })
  expect(nobody.connections()).toBe(before)
  const failure = theFailure(main)
  expect(failure.title).toBe('An input is wrong, nothing was sent')
  expect(failure.message).not.toContain('\n')
  return failure
}

/** Archives that no honest tool makes. */
function hostile(): Readonly<Record<string, Uint8Array>> {
  const handler = { path: 'handler.py', content: HANDLER }
  const tar = (...entries: Parameters<typeof makeTar>[0]) => gzipSync(makeTar([handler, ...entries]))
  const zip = (...entries: Parameters<typeof makeZip>[0]) => makeZip([handler, ...entries])
  const whole = tar()
  return {
    'hard.tar.gz': tar({ path: 'h', type: '1', target: '/etc/passwd' }),
    'through.tar.gz': tar({ path: 'd', type: '2', target: '.' }, { path: 'd/x' }),
    'device.tar.gz': tar({ path: 'null', type: '3' }),
    'fifo.tar.gz': tar({ path: 'pipe', type: '6' }),
    'twice.tar.gz': tar(handler),
    'case.zip': zip({ path: 'Handler.py' }),
    'git.tar.gz': tar({ path: '.git/config', content: 'token' }),
    'command.zip': zip({ path: '##[error]mine' }),
    'newline.tar.gz': tar({ path: 'a\n::error::mine' }),
    'backslash.zip': zip({ path: '..\\x' }),
    'hidden.zip': zip({ path: 'a', localPath: '../a' }),
    'symlink.zip': zip({ path: 'l', mode: 0o120777, content: '/etc/passwd' }),
    'overlap.zip': zip({ path: 'a', content: 'x' }, { path: 'b', overlaps: true }),
    'bomb.tar.gz': gzipSync(Buffer.alloc(250_000_000), { level: 1 }),
    'liar.zip': zip({ path: 'small', content: Buffer.alloc(5_000_000), size: 10 }),
    'cut.tar.gz': whole.subarray(0, whole.length - 9),
    'two.tar.gz': Buffer.concat([whole, whole]),
    'empty.tar.gz': new Uint8Array(),
    'text.zip': Buffer.from('no zip'),
    'other.tar.gz': makeZip([handler])
  }
}

describe('A hostile archive is refused, with nothing sent', () => {
  test.each([
    ['up.tar.gz', 'The entry `../x` of `up.tar.gz` leads upwards with `..`.'],
    ['up.zip', 'The entry `../x` of `up.zip` leads upwards with `..`.'],
    ['absolute.tar.gz', 'The entry `/etc/x` of `absolute.tar.gz` is an absolute path.'],
    ['absolute.zip', 'The entry `/etc/x` of `absolute.zip` is an absolute path.'],
    ['link.tar.gz', 'The entry `l` of `link.tar.gz` is a symlink out of the archive.'],
    ['root.tar.gz', 'The entry `l` of `root.tar.gz` is a symlink out of the archive.'],
    ['symlink.zip', 'The entry `l` of `symlink.zip` is a symlink out of the archive.'],
    ['hard.tar.gz', 'The entry `h` of `hard.tar.gz` is a hard link to no file of the archive.'],
    ['through.tar.gz', 'The entry `d` of `through.tar.gz` is a symlink to a directory above it.'],
    ['device.tar.gz', 'The entry `null` of `device.tar.gz` is no file, directory or link.'],
    ['fifo.tar.gz', 'The entry `pipe` of `fifo.tar.gz` is no file, directory or link.'],
    ['twice.tar.gz', 'The entry `handler.py` of `twice.tar.gz` is there twice.'],
    ['case.zip', '`handler.py` and `Handler.py` in `case.zip` differ only in case or in Unicode form.'],
    ['git.tar.gz', 'The entry `.git/config` of `git.tar.gz` may never be packed.'],
    ['command.zip', 'has a name that the runner reads as a command'],
    ['newline.tar.gz', 'has a control character in its name'],
    ['backslash.zip', 'has a backslash in its name'],
    ['hidden.zip', '`hidden.zip`'],
    ['overlap.zip', '`overlap.zip`'],
    ['bomb.zip', '`zeros` in `bomb.zip` has 120.0 MB; a file may have 100.0 MB.'],
    ['bomb.tar.gz', '`bomb.tar.gz` unpacks to more than'],
    ['liar.zip', '`liar.zip`'],
    ['cut.tar.gz', '`cut.tar.gz` is no sound gzip file'],
    ['two.tar.gz', '`two.tar.gz` goes on after its first gzip member.'],
    ['empty.tar.gz', '`empty.tar.gz` is named like a .tar.gz file but is none.'],
    ['text.zip', '`text.zip` is named like a .zip file but is none.'],
    ['other.tar.gz', '`other.tar.gz` is a .zip file by its content but is not named so.'],
    ['plain.tar', '`plain.tar` is an archive that the platform does not take.']
  ])('%s: %s', async (code, says) => {
    const failure = await refused(code)
    expect(failure.message).toContain(says)
    expect(failure.reason).toMatch(/^(source_error|bad_input)$/)
  })
})
