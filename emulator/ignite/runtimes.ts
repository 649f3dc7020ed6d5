import { join } from 'node:path'
import { denoRuntime } from './deno/deno-runtime.ts'
import { goRuntime } from './go/go-runtime.ts'
import type { RuntimeName } from './model/model.ts'
import { pythonRuntime } from './python/python-runtime.ts'
import type { Runtime } from './running/runtime.ts'
import { rustRuntime } from './rust/rust-runtime.ts'

/** The languages that this emulator runs. Their caches lie in the data directory, but for Rust's SDK. */
type Options = { readonly parsesPayload: boolean }

export function createRuntimes(data: string, { parsesPayload }: Options): Readonly<Record<RuntimeName, Runtime>> {
  return {
    python: pythonRuntime({ parsed: parsesPayload }),
    rust: rustRuntime(data),
    go: goRuntime,
    deno: denoRuntime(join(data, 'deno'))
  }
}
