import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../running/run-tool.ts'
import { type Preparation, PreparationError, type Runtime } from '../running/runtime.ts'
import { startSdkWorker } from '../running/sdk-worker.ts'
import { withSdkAt } from './go-imports.ts'

/** The module of code that comes without a go.mod. */
const MODULE = 'handler'
/** Where our copy of the SDK lies in the code. */
const SDK_PACKAGE = 'ignitesdk'

/** The directory stands alone, even where the data directory lies in a workspace or a checkout. */
const ENVIRONMENT = { GOFLAGS: '-mod=mod', GOWORK: 'off', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' }

/** Go with the go command: the package at the root must be `main`. */
export const goRuntime: Runtime = {
  tool: 'go',
  compiled: true,
  prepare: async (preparation) => {
    if (preparation.again || !existsSync(preparation.built)) await build(preparation)
  },
  start: ({ built, ...start }) =>
    startSdkWorker({ ...start, command: [built], language: 'Go', entry: 'ignite.Start(handler) in main()' })
}

async function build(preparation: Preparation): Promise<void> {
  const { directory, built } = preparation
  const go = (...args: string[]) =>
    runTool({
      ...preparation,
      name: `go ${args.slice(0, args[0] === 'mod' ? 2 : 1).join(' ')}`,
      args,
      env: ENVIRONMENT
    })
  if (!existsSync(join(directory, 'go.mod'))) await go('mod', 'init', MODULE)
  await putSdk(directory)
  // Asks no network where the code needs nothing but Go's own packages.
  await go('mod', 'tidy')
  const name = (await go('list', '-f', '{{.Name}}', '.')).trim()
  if (name !== 'main') {
    const error = `the package at the root is "${name}", and has to be "main"`
    preparation.say(Buffer.from(`${error}\n`))
    throw new PreparationError(error)
  }
  const unfinished = `${built}.new`
  // -v names the packages as they are built: otherwise a compile that works says nothing. What only debuggers read is left out.
  await go('build', '-v', '-ldflags=-s -w', '-o', unfinished, '.')
  await rename(unfinished, built)
}

/** Puts our copy of the SDK into the code, and has the code import that. */
async function putSdk(directory: string): Promise<void> {
  const [, module] = /^module\s+"?([^\s"]+)/m.exec(await readFile(join(directory, 'go.mod'), 'utf8')) ?? []
  const files = await readdir(directory, { recursive: true, withFileTypes: true })
  for (const { name, parentPath } of files.filter((file) => file.isFile() && file.name.endsWith('.go'))) {
    const path = join(parentPath, name)
    const source = await readFile(path, 'utf8')
    await writeFile(path, withSdkAt(source, `${module ?? MODULE}/${SDK_PACKAGE}`))
  }
  await cp(join(import.meta.dirname, 'sdk'), join(directory, SDK_PACKAGE), { recursive: true })
}
