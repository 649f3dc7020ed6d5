import { existsSync } from 'node:fs'
import { constants, copyFile, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { programWorker } from '../running/program-worker.ts'
import { runTool } from '../running/run-tool.ts'
import { type Preparation, PreparationError, type Runtime } from '../running/runtime.ts'
import { namesCrates, SINGLE_FILE_MANIFEST } from './cargo-manifest.ts'

const NO_WASM =
  'the target `wasm32-wasip2` is not installed: this emulator builds and runs native programs only (rust-target: native)'

/** Rust with cargo. `target` is where all compiles leave their crates, so that each is built once. */
export function rustRuntime(target: string): Runtime {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    tool: 'cargo',
    compiled: true,
    prepare: async (preparation) => {
      if (!preparation.again && existsSync(preparation.built)) return
      refuseWasm(preparation)
      // cargo knows a crate by name and version: two of the same name share their files in the target directory.
      const made = turn.then(() => build(preparation, target))
      turn = made.catch(() => {})
      await made
    },
    start: programWorker
  }
}

function refuseWasm({ code, say }: Preparation): void {
  const { target } = code.runtime.options as { target?: string }
  if (target !== 'RUST_COMPILATION_TARGET_WASM') return
  say(Buffer.from(`error: ${NO_WASM}\n`))
  throw new PreparationError(NO_WASM)
}

async function build(preparation: Preparation, target: string): Promise<void> {
  const manifest = join(preparation.directory, 'Cargo.toml')
  if (!existsSync(manifest)) await writeFile(manifest, SINGLE_FILE_MANIFEST)
  await touch(preparation.directory)
  const online = namesCrates(await readFile(manifest, 'utf8'))
  // cargo prints the diagnostics as ever; what it made is told in JSON, on stdout.
  const args = ['build', '--release', '--message-format', 'json-render-diagnostics']
  const messages = await runTool({
    ...preparation,
    name: 'cargo build',
    args: online ? args : [...args, '--offline'],
    env: { CARGO_TARGET_DIR: target, CARGO_TERM_COLOR: 'always', CARGO_TERM_PROGRESS_WHEN: 'never' }
  })
  const unfinished = `${preparation.built}.new`
  await copyFile(executableIn(messages), unfinished, constants.COPYFILE_FICLONE)
  await rename(unfinished, preparation.built)
}

/** cargo tells by the time of the files whether a crate is built: these are newer than what any other crate left. */
async function touch(directory: string): Promise<void> {
  const now = new Date()
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), now, now)
  }
}

/** The crate's one binary. Throws PreparationError when there is none, or no telling which. */
function executableIn(messages: string): string {
  const executables = messages
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line): string[] => {
      const { executable } = JSON.parse(line) as { executable?: string | null }
      return executable ? [executable] : []
    })
  const [executable, ...others] = executables
  if (executable === undefined) throw new PreparationError('the crate has no binary: it needs src/main.rs')
  if (others.length > 0) {
    const names = executables
      .map((path) => basename(path))
      .sort()
      .join(', ')
    throw new PreparationError(`the crate has several binaries (${names}): keep one`)
  }
  return executable
}
