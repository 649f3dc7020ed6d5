import path from 'node:path'
import { Problem, SourceError } from '../../model/errors.ts'
import { type CodeSource, RUNTIMES, RUST_TARGETS, type Runtime, type Source } from '../../model/plan.ts'
import type { CodePath, Inspect, InspectContext } from '../../model/ports/inspection-port.ts'
import { enumerate } from '../../model/values/words.ts'
import type { RunFacts } from '../facts.ts'
import type { InputName } from '../input-names.ts'
import type { InputReader } from '../input-reader.ts'
import { parseToolchain } from '../parse/parse-source.ts'
import { type ParsedValue, parseChoice } from '../parse/parse-values.ts'
import { BUILD_INPUTS, readImageBuild } from './read-build.ts'
import { GIT_INPUTS, readGitSource } from './read-git.ts'
import { IMAGE_INPUTS, readImageSource } from './read-image.ts'

/** What looks at the disk before anything is sent. */
export type Inspectors = { readonly code: Inspect; readonly context: InspectContext }

type SourceReader = {
  readonly inputs: InputReader
  readonly facts: RunFacts
  readonly base: string
  readonly inspect: Inspectors
}

/** What the word means to whoever brings it along. */
const NODE = {
  problem: 'is not one of the runtimes: Node apps run in an image',
  fix: 'Remove it, and set `dockerfile-path: Dockerfile`, or `builder: buildpacks` where there is no Dockerfile.'
}

function parseRuntime(text: string): ParsedValue<Runtime> {
  if (/^node/i.test(text)) return NODE
  const parsed = parseChoice(text, RUNTIMES)
  return 'value' in parsed ? parsed : { ...parsed, fix: `${parsed.fix} ${ANOTHER_LANGUAGE}` }
}

const ANOTHER_LANGUAGE =
  'Another language runs in an image: leave `runtime` out, and set `dockerfile-path: Dockerfile`.'

const COMPILE_INPUTS = ['runtime', 'rust-target', 'toolchain'] as const

/** The one source of the app. Undefined where it is wrong; the reader then holds what is. */
export async function readSource(reading: SourceReader): Promise<Source | undefined> {
  const { inputs } = reading
  const sources = ['code', 'git-url', 'image-ref'] as const
  if (inputs.rejectTogether(sources, 'Keep one of them: an app has one source.')) return undefined
  const [kind] = inputs.given(sources)
  switch (kind) {
    case 'code':
      inputs.rejectUseless([...GIT_INPUTS, ...IMAGE_INPUTS], '`code`')
      return await readCode(reading)
    case 'git-url':
      inputs.rejectUseless([...COMPILE_INPUTS, ...IMAGE_INPUTS], '`git-url`')
      return readGitSource(inputs, reading.facts)
    case 'image-ref':
      inputs.rejectUseless([...COMPILE_INPUTS, ...BUILD_INPUTS, ...GIT_INPUTS], '`image-ref`, which is built already')
      return readImageSource(inputs)
    default:
      inputs.rejectLacking(
        sources,
        'No source is given.',
        'Set `code` to the directory that holds the app, for example code: . (or `git-url`, or `image-ref`).'
      )
      return undefined
  }
}

/** Code is compiled, or, where a builder or a Dockerfile is named, the context of an image. */
async function readCode(reading: SourceReader): Promise<Source | undefined> {
  const { inputs, base } = reading
  const shownPath = inputs.line('code')
  if (shownPath === undefined || inputs.isMeant('dockerfile-path')) return undefined
  const code = { path: path.resolve(base, shownPath), shownPath }
  const builder = inputs.text('builder') ?? 'auto'
  if (inputs.text('dockerfile-path') === undefined && builder === 'auto') return await readCompiled(reading, code)
  inputs.rejectUseless(COMPILE_INPUTS, 'an image, which brings its own')
  const build = readImageBuild(inputs)
  if (!build) return undefined
  const found = await reading.inspect.context({ ...code, dockerfilePath: build.dockerfilePath }).catch(problemInFiles)
  if ('problems' in found) {
    inputs.rejectFiles(found.problems)
    return undefined
  }
  return {
    kind: 'context',
    ...code,
    build,
    hasUnusedDockerfile: found.hasDockerfile && build.dockerfilePath === undefined,
    found: found.found
  }
}

async function readCompiled({ inputs, inspect }: SourceReader, code: CodePath): Promise<CodeSource | undefined> {
  inputs.rejectUseless(
    BUILD_INPUTS,
    'code that is compiled: set `dockerfile-path`, or `builder: buildpacks`, for an image'
  )
  const runtime = inputs.read('runtime', parseRuntime)
  const found = await inspect.code({ ...code, runtime }).catch(problemInFiles)
  if ('problems' in found) {
    inputs.rejectFiles(found.problems)
    return undefined
  }
  return {
    kind: 'code',
    ...code,
    runtime: found.runtime,
    runtimeFrom: found.runtimeFrom,
    ...readRust(inputs, found.runtime),
    found: found.found
  }
}

/** What cannot be packed is reported together with what else is wrong. */
function problemInFiles(error: unknown): { readonly problems: readonly Problem[] } {
  if (!(error instanceof SourceError)) throw error
  return { problems: [new Problem({ inputs: ['code'], message: error.message, fix: error.hint ?? '', inFiles: true })] }
}

function readRust(inputs: InputReader, runtime: Runtime): Pick<CodeSource, 'rustTarget' | 'toolchain'> {
  const rustTarget = inputs.read('rust-target', (text) => parseChoice(text, RUST_TARGETS))
  const toolchain = inputs.read('toolchain', parseToolchain)
  const given: readonly InputName[] = inputs.given(['rust-target', 'toolchain'])
  const [first, ...others] = given
  if (runtime !== 'rust' && first !== undefined) {
    const names = enumerate(given.map((name) => `\`${name}\``))
    inputs.reject(
      [first, ...others],
      `${names} ${others.length > 0 ? 'are' : 'is'} for Rust, and this app is ${runtime}.`,
      'Remove it.'
    )
  }
  return { rustTarget, toolchain }
}
