import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, copyFile, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { status } from '@grpc/grpc-js'
import { StatusError } from '../../contract/contract.ts'
import type { SdkCode } from '../model/model.ts'
import { runTool } from '../running/run-tool.ts'
import { type Preparation, PreparationError, type Runtime } from '../running/runtime.ts'
import { startSdkWorker } from '../running/sdk-worker.ts'
import { readCargoManifest, SINGLE_FILE_MANIFEST, withProgram } from './cargo-manifest.ts'
import { copySharedTarget, EMPTY_LIBRARY, putRustSdk, SHARED_SDK, SHARED_TARGET } from './rust-sdk.ts'

const run = promisify(execFile)

/** What Node itself can run. */
const WASM_TARGET = 'wasm32-wasip1'
const WASM_PROGRAM = join(import.meta.dirname, 'wasm-program.mjs')
const NO_WASM = `the toolchain lacks the target ${WASM_TARGET}: install it (rustup target add ${WASM_TARGET}), or take rust-target: native`

/** The program that is made of the crate. */
const BIN = 'ignite-handler'

/** Rust with cargo, which leaves an app's crates in the data directory, so that each is built once. */
export function rustRuntime(data: string): Runtime {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    tool: 'cargo',
    compiled: true,
    requireTarget: async (code, tool) => {
      if (isWasm(code) && !(await hasWasm(tool))) throw new StatusError(status.FAILED_PRECONDITION, NO_WASM)
    },
    prepare: async (preparation) => {
      if (!preparation.again && existsSync(preparation.built)) return
      // cargo knows a crate by name and version: two of the same name share their files in the target directory.
      const made = turn.then(() => build(preparation, data))
      turn = made.catch(() => {})
      await made
    },
    start: ({ built, code, ...start }) => {
      const node = [process.execPath, '--disable-warning=ExperimentalWarning', WASM_PROGRAM]
      const command = isWasm(code) ? [...node, built] : [built]
      return startSdkWorker({ ...start, command, language: 'Rust', entry: 'the function under #[ignite::main]' })
    }
  }
}

function isWasm({ runtime }: SdkCode): boolean {
  const { target } = runtime.options as { target?: string }
  return target === 'RUST_COMPILATION_TARGET_WASM'
}

async function hasWasm(cargo: string): Promise<boolean> {
  const asked = ['--print', 'target-libdir', '--target', WASM_TARGET]
  const { stdout } = await run(join(dirname(cargo), 'rustc'), asked).catch(() => ({ stdout: '' }))
  return stdout.trim() !== '' && existsSync(stdout.trim())
}

async function build(preparation: Preparation, data: string): Promise<void> {
  const { directory, built, code } = preparation
  const manifest = join(directory, 'Cargo.toml')
  const written = existsSync(manifest) ? await readFile(manifest, 'utf8') : SINGLE_FILE_MANIFEST
  const { crates, entry: named } = readCargoManifest(written)
  const entry = [named, 'src/lib.rs', 'lib.rs'].find((file) => file !== undefined && existsSync(join(directory, file)))
  if (entry === undefined) throw noEntry(preparation)
  const sdk = await putRustSdk(crates, crates.length === 0 ? SHARED_SDK : join(data, 'rust-sdk'))
  await writeFile(manifest, withProgram(written, { bin: BIN, entry, sdk, emptyLibrary: EMPTY_LIBRARY }))
  await touch(directory)
  const kind = [...(isWasm(code) ? ['--target', WASM_TARGET] : []), ...(crates.length > 0 ? [] : ['--offline'])]
  const env = { CARGO_TARGET_DIR: join(data, 'cargo'), CARGO_TERM_COLOR: 'always', CARGO_TERM_PROGRESS_WHEN: 'never' }
  const cargo = { ...preparation, name: 'cargo build', env }
  if (crates.length === 0) await prepareSilently({ ...cargo, sdk, kind })
  // cargo prints the diagnostics as ever; what it made is told in JSON, on stdout.
  const format = ['--message-format', 'json-render-diagnostics']
  const messages = await runTool({ ...cargo, args: ['build', '--release', '--bin', BIN, ...format, ...kind] })
  const unfinished = `${built}.new`
  await copyFile(executableIn(messages), unfinished, constants.COPYFILE_FICLONE)
  await rename(unfinished, built)
}

type Silent = Omit<Parameters<typeof runTool>[0], 'args' | 'env'> & {
  readonly env: { readonly CARGO_TARGET_DIR: string }
  readonly sdk: string
  readonly kind: readonly string[]
}

/** What is ours is no part of the log: the SDK is built, and locked, before. What fails here fails again, with words. */
async function prepareSilently({ sdk, kind, ...cargo }: Silent): Promise<void> {
  const silent = { ...cargo, say: () => {} }
  const shared = { ...silent, directory: join(sdk, 'user'), env: { ...cargo.env, CARGO_TARGET_DIR: SHARED_TARGET } }
  await runTool({ ...shared, args: ['build', '--release', ...kind] })
    .then(() => copySharedTarget(cargo.env.CARGO_TARGET_DIR))
    .catch(() => '')
  await runTool({ ...silent, args: ['metadata', '--format-version', '1', '--offline'] }).catch(() => '')
}

function noEntry({ say }: Preparation): PreparationError {
  const error = 'the crate has no src/lib.rs with a function under #[ignite::main]'
  say(Buffer.from(`error: ${error}\n`))
  return new PreparationError(error)
}

/** cargo tells by the time of the files whether a crate is built: these are newer than what any other crate left. */
async function touch(directory: string): Promise<void> {
  const now = new Date()
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), now, now)
  }
}

/** Where cargo says that the one program lies. */
function executableIn(messages: string): string {
  for (const line of messages.split('\n')) {
    const { executable } = line.startsWith('{') ? (JSON.parse(line) as { executable?: string | null }) : {}
    if (executable) return executable
  }
  throw new PreparationError('cargo build told of no program')
}
