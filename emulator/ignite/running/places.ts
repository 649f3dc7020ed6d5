import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeFiles } from '../code/code-files.ts'
import { unpack } from '../code/unpack.ts'
import type { AppKey, RuntimeName, SdkCode } from '../model/model.ts'
import type { Tools } from '../tools/tools.ts'
import type { Place, Preparation, Runtime } from './runtime.ts'

export type Places = {
  /** The app's code, ready to be started; prepared on the first call, and on the next one after a failure. */
  ready(app: AppKey, code: SdkCode): Promise<Place>
  /** Prepares it anew with the compiler's words. Throws PreparationError. */
  build(app: AppKey, code: SdkCode, say: Preparation['say']): Promise<void>
  /** Ends what is being prepared; it rejects. */
  close(): void
}

type Tooling = {
  readonly runtimes: Readonly<Record<RuntimeName, Runtime>>
  readonly tools: Tools
  /** The emulator's data directory. */
  readonly data: string
}

/** Unpacks each code of each app once into the data directory. What an earlier emulator unpacked there is removed. */
export async function createPlaces(tooling: Tooling): Promise<Places> {
  const { data } = tooling
  const closing = new AbortController()
  // It may have been killed while it unpacked; what compilers made lies elsewhere, and is either whole or not there.
  await rm(join(data, 'code'), { recursive: true, force: true })
  const latest = new Map<string, Promise<Place>>()
  const make = (place: Place, wanted: Wanted) => prepared(place, { ...wanted, signal: closing.signal }, tooling)
  const remember = (place: Place, made: Promise<Place>): Promise<Place> => {
    latest.set(place.directory, made)
    const forget = () => latest.get(place.directory) === made && latest.delete(place.directory)
    made.catch(forget)
    return made
  }
  return {
    ready: (app, code) => {
      const place = placeOf(data, app, code)
      return latest.get(place.directory) ?? remember(place, make(place, { code, again: false, say: () => {} }))
    },
    build: async (app, code, say) => {
      const place = placeOf(data, app, code)
      // Two compilers in one directory would tread on each other.
      const before = latest.get(place.directory)?.catch(() => {})
      await remember(
        place,
        Promise.resolve(before).then(() => make(place, { code, again: true, say }))
      )
    },
    close: () => closing.abort(new Error('interrupted: the emulator was stopped'))
  }
}

type Wanted = Pick<Preparation, 'code' | 'again' | 'say'>

async function prepared(
  place: Place,
  wanted: Wanted & Pick<Preparation, 'signal'>,
  { runtimes, tools }: Tooling
): Promise<Place> {
  wanted.signal.throwIfAborted()
  const runtime = runtimes[wanted.code.runtime.name]
  const tool = await tools.find(runtime.tool)
  await mkdir(place.directory, { recursive: true })
  await mkdir(dirname(place.built), { recursive: true })
  await unpack(await codeFiles(wanted.code), place.directory)
  await runtime.prepare({ ...place, ...wanted, tool })
  return place
}

function placeOf(data: string, { organization, name }: AppKey, { bytes, runtime }: SdkCode): Place {
  const digest = createHash('sha256').update(bytes).update(JSON.stringify(runtime.options)).digest('hex').slice(0, 16)
  const path = join(organization, name, `${runtime.name}-${digest}`)
  return { directory: join(data, 'code', path), built: join(data, 'built', path) }
}
