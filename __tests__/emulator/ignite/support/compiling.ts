import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Driver, type Fields, GREETER } from './driver.ts'
import { tarball } from './tarball.ts'
import { until } from './until.ts'

type Files = Readonly<Record<string, string>>
export type Runtime = 'python' | 'rust' | 'go' | 'deno'

/** The CodeSource of code for a runtime: a single file, or files. */
export function code(runtime: Runtime, source: string | Files, options: object = {}): Fields {
  const bytes = typeof source === 'string' ? Buffer.from(source) : tarball(source)
  return { compile: { runtime: { [runtime]: options }, source_code: bytes } }
}

export type DraftInfo = { readonly status: string; readonly error: string; readonly deploy_id: string }

/** Saves the code as the draft of a new `acme/greeter`. */
export async function save(driver: Driver, source: Fields): Promise<void> {
  await driver.call('CreateApp', { ...GREETER, code: source })
}

/** Compiles the draft of `acme/greeter` and gives it as it is when that is over. */
export async function compile(driver: Driver): Promise<DraftInfo> {
  await driver.greeter('CompileDraft')
  return compiled(driver)
}

export function compiled(driver: Driver): Promise<DraftInfo> {
  return until(async () => {
    const { draft } = (await driver.greeter('GetDraftInfo')) as { draft: DraftInfo }
    return draft.status !== 'VERSION_STATUS_COMPILING' && draft
  })
}

/** All that the compile's log says from now on. */
export async function logOf(driver: Driver, deployId: string): Promise<string> {
  const chunks = (await driver.stream('StreamCompileLogs', { deploy_id: deployId })) as { data: Buffer }[]
  return Buffer.concat(chunks.map(({ data }) => data)).toString()
}

/** What POST with this payload is answered by the published `acme/greeter`. */
export async function invoke(driver: Driver, payload: string): Promise<string> {
  const frames = await driver.stream('Invoke', {
    organization_name: 'acme',
    app_name: 'greeter',
    body: Buffer.from(payload)
  })
  return frames.map((frame) => ('chunk' in frame ? String(frame.chunk) : '')).join('')
}

/** A directory of examples/ as it would be packed. */
export function exampleFiles(name: string): Record<string, string> {
  const root = join(import.meta.dirname, '../../../../examples', name)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name)
      return [path.slice(root.length + 1), readFileSync(path, 'utf8')]
    })
  )
}
