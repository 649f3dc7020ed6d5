import { existsSync } from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../running/run-tool.ts'
import type { Preparation, Runtime } from '../running/runtime.ts'
import { startDenoWorker } from './deno-worker.ts'

const ENTRY = 'main.ts'

/** What the platform's users write in their own deno.json; code without one gets it. */
const CONFIGURATION = {
  imports: { ignite: './deno/sdk/ignite/bootstrap.ts', 'ignite/store': './deno/sdk/ignite/store.ts' }
}

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
      await runTool({ ...preparation, name: 'deno check', args: ['check', ENTRY], env })
    },
    start: (start) => startDenoWorker({ ...start, entry: ENTRY, env: { ...start.env, ...env } })
  }
}

/** The platform puts the SDK into the code; repositories do not hold it (docs/platform.md, Code). */
async function putSdk({ directory }: Preparation): Promise<void> {
  for (const [ours, theirs] of Object.entries(SDK_FILES)) {
    await cp(join(import.meta.dirname, 'sdk', ours), join(directory, theirs))
  }
  const configured = ['deno.json', 'deno.jsonc'].some((name) => existsSync(join(directory, name)))
  if (!configured) await writeFile(join(directory, 'deno.json'), JSON.stringify(CONFIGURATION))
}
