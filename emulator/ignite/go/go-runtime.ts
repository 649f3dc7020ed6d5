import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programWorker } from '../running/program-worker.ts'
import { runTool } from '../running/run-tool.ts'
import type { Preparation, Runtime } from '../running/runtime.ts'

const SINGLE_FILE_MODULE = 'module handler\n'

/** Go with the go command: the package at the root must be `main`. */
export const goRuntime: Runtime = {
  tool: 'go',
  compiled: true,
  prepare: async (preparation) => {
    if (preparation.again || !existsSync(preparation.built)) await build(preparation)
  },
  start: programWorker
}

async function build(preparation: Preparation): Promise<void> {
  const { directory, built } = preparation
  const module = join(directory, 'go.mod')
  if (!existsSync(module)) await writeFile(module, SINGLE_FILE_MODULE)
  const online = /^\s*require\b/m.test(await readFile(module, 'utf8'))
  const unfinished = `${built}.new`
  await runTool({
    ...preparation,
    name: 'go build',
    // -v names the packages as they are built: otherwise a compile that works says nothing.
    args: ['build', '-v', '-o', unfinished, '.'],
    // The directory stands alone, even where the data directory lies in a workspace or a checkout.
    env: { GOFLAGS: '-mod=mod', GOWORK: 'off', GOTOOLCHAIN: 'local', ...(online ? {} : { GOPROXY: 'off' }) }
  })
  await rename(unfinished, built)
}
