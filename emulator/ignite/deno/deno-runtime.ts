import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../running/run-tool.ts'
import { type Preparation, PreparationError, type Runtime } from '../running/runtime.ts'
import { startSdkWorker } from '../running/sdk-worker.ts'
import { withSdkMapped } from './deno-config.ts'

/** Our files, and what the platform's users call them. */
const SDK_FILES = { 'deno-sdk.ts': 'deno/sdk/ignite/bootstrap.ts', 'deno-store.ts': 'deno/sdk/ignite/store.ts' }

/** Deno. `cache` is where it keeps what it downloads. */
export function denoRuntime(cache: string): Runtime {
  const env = { DENO_DIR: cache, DENO_NO_UPDATE_CHECK: '1' }
  return {
    tool: 'deno',
    compiled: true,
    prepare: async (preparation) => {
      await putSdk(preparation)
      await runTool({ ...preparation, name: 'deno check', args: ['check', entryIn(preparation.directory)], env })
    },
    start: (start) => {
      const { tool, directory } = start
      const command = [tool, 'run', '--quiet', '--no-prompt', '--allow-all', entryIn(directory)]
      const named = { language: 'Deno', entry: 'start(handler)' }
      return startSdkWorker({ ...start, ...named, command, env: { ...start.env, ...env } })
    }
  }
}

function entryIn(directory: string): string {
  return existsSync(join(directory, 'main.ts')) ? 'main.ts' : 'main.js'
}

/** The platform puts the SDK into the code and maps `ignite` to it; repositories need not hold either. */
async function putSdk({ directory }: Preparation): Promise<void> {
  for (const [ours, theirs] of Object.entries(SDK_FILES)) {
    await cp(join(import.meta.dirname, 'sdk', ours), join(directory, theirs))
  }
  const name = existsSync(join(directory, 'deno.jsonc')) ? 'deno.jsonc' : 'deno.json'
  const file = join(directory, name)
  const mapped = withSdkMapped(await readFile(file, 'utf8').catch(() => '{}'))
  if (mapped === undefined) throw new PreparationError(`${name} is not a JSON object`)
  await writeFile(file, mapped)
}
