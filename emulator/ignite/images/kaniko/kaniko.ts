import { cp, mkdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { declarations, oneWord, type Scope } from '../dockerfile/dockerfile-words.ts'
import { DockerfileError, type Instruction, parseDockerfile } from '../dockerfile/parse.ts'
import { BuildError } from '../tools/build-error.ts'
import { type Built, EMPTY_CONFIG, type Site } from '../tools/site.ts'
import { APPLY, type Bench } from './instructions.ts'
import { kanikoLog } from './kaniko-log.ts'
import type { Stage } from './kaniko-stage.ts'

const NO_DOCKERFILE =
  'Error: error resolving dockerfile path: please provide a valid path to a Dockerfile within the build context with --dockerfile'

/**
 * Builds an image from a Dockerfile, with the log and the errors of Kaniko, which the platform uses. Nothing is pulled:
 * a base image is only named, and its root is empty. Commands run on this machine. Throws BuildError.
 */
export async function buildDockerfile(site: Site, dockerfile: string): Promise<Built> {
  const instructions = await read(site, dockerfile)
  const globals = globalsOf(instructions, site)
  const log = kanikoLog(site.say)
  const parts = stagesOf(instructions)
  const stages: Stage[] = []
  log('Built cross stage deps: map[]')
  for (const [index, part] of parts.entries()) {
    const root = index === parts.length - 1 ? site.root : join(site.scratch, `stage-${index}`)
    stages.push(await buildStage(part, { index, root, bench: { site, log, globals, stages } }))
  }
  const last = stages.at(-1)
  if (!last) throw new BuildError('error building image: no build stage in current context')
  for (const reference of site.references) log(`Pushing image to ${reference}`)
  return { config: last.config, layers: last.layers }
}

async function read({ context }: Site, dockerfile: string): Promise<readonly Instruction[]> {
  const file = join(context, posix.join('/', dockerfile))
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new BuildError(NO_DOCKERFILE, { cause })
  }
  try {
    return parseDockerfile(text)
  } catch (cause) {
    if (!(cause instanceof DockerfileError)) throw cause
    throw new BuildError(`error building image: parsing dockerfile: ${cause.message}`, { cause })
  }
}

function globalsOf(instructions: readonly Instruction[], { args }: Site): Readonly<Record<string, string>> {
  const before = instructions.slice(
    0,
    instructions.findIndex(({ keyword }) => keyword === 'FROM')
  )
  return before.reduce<Record<string, string>>((known, { rest }) => {
    for (const [name, fallback] of declarations(rest, (earlier) => known[earlier])) {
      const value = args[name] ?? fallback
      if (value !== undefined) known[name] = value
    }
    return known
  }, {})
}

/** Each FROM with what follows it. */
function stagesOf(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []))
  return starts.map((start, index) => instructions.slice(start, starts[index + 1]))
}

type Beginning = { readonly index: number; readonly root: string; readonly bench: Bench }

async function buildStage([from, ...rest]: readonly Instruction[], beginning: Beginning): Promise<Stage> {
  if (!from) throw new BuildError('error building image: no build stage in current context')
  const { bench } = beginning
  let stage = await begin(from, beginning)
  const unpacks = rest.find(({ keyword }) => ['COPY', 'ADD', 'RUN'].includes(keyword))
  if (unpacks) bench.log(`Unpacking rootfs as cmd ${shown(unpacks)} requires it.`)
  for (const instruction of rest) {
    bench.site.signal.throwIfAborted()
    bench.log(shown(instruction))
    stage = await apply(stage, instruction, bench)
  }
  return stage
}

async function begin({ rest }: Instruction, { index, root, bench }: Beginning): Promise<Stage> {
  const scope: Scope = (name) => bench.globals[name]
  const [, base = '', name = ''] = /^(\S+)(?:\s+as\s+(\S+))?\s*$/i.exec(oneWord(rest, scope)) ?? []
  if (!base) throw new BuildError('error building image: FROM requires either one or three arguments')
  const earlier = bench.stages.find((stage) => stage.name !== '' && stage.name === base.toLowerCase())
  if (!earlier && base !== 'scratch') {
    bench.log(`Retrieving image manifest ${base}`)
    bench.log(`Retrieving image ${base} from registry ${hostOf(base)}`)
  }
  bench.log('Executing 0 build triggers')
  bench.log(`Building stage '${base}' [idx: '${index}', base-idx: '${earlier?.index ?? -1}']`)
  await mkdir(root, { recursive: true })
  if (earlier) await cp(earlier.root, root, { recursive: true, verbatimSymlinks: true })
  const { config, layers } = earlier ?? { config: EMPTY_CONFIG, layers: base === 'scratch' ? 0 : 1 }
  return { index, name: name.toLowerCase(), root, config, args: {}, layers }
}

async function apply(stage: Stage, instruction: Instruction, bench: Bench): Promise<Stage> {
  const { keyword } = instruction
  if (keyword === 'FROM') return stage
  try {
    return await APPLY[keyword](stage, instruction, bench)
  } catch (cause) {
    if (!(cause instanceof BuildError)) throw cause
    throw new BuildError(`error building image: error building stage: ${cause.message}`, { cause })
  }
}

function hostOf(reference: string): string {
  const [first = '', ...others] = reference.split('/')
  return others.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : 'index.docker.io'
}

function shown({ keyword, flags, rest }: Instruction): string {
  const given = Object.entries(flags).map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
  return [keyword, ...given, rest].join(' ')
}
