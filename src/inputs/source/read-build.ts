import { BUILDERS, type ImageBuild } from '../../model/plan.ts'
import type { InputReader } from '../input-reader.ts'
import { parseKeyValues } from '../parse/key-values.ts'
import { parseContextPath, parseImageTags, parsePlatform } from '../parse/parse-source.ts'
import { parseChoice } from '../parse/parse-values.ts'

/** Inputs that mean something only where an image is built. */
export const BUILD_INPUTS = ['dockerfile-path', 'build-args', 'builder', 'platform', 'no-cache', 'image-tags'] as const

/** Those that only the build service can do; it always needs a Dockerfile. */
const SERVICE_INPUTS = ['platform', 'no-cache', 'image-tags'] as const

/** How the image is built. Undefined where something is wrong; the reader then holds what is. */
export function readImageBuild(inputs: InputReader): ImageBuild | undefined {
  const before = inputs.problems.length
  const builder = inputs.read('builder', (text) => parseChoice(text, BUILDERS)) ?? 'auto'
  const dockerfilePath = inputs.read('dockerfile-path', parseContextPath)
  const buildArgs = inputs.read('build-args', parseKeyValues, inputs.raw('build-args')) ?? {}
  const platform = inputs.read('platform', parsePlatform)
  const noCache = inputs.boolean('no-cache') ?? false
  const imageTags = inputs.read('image-tags', parseImageTags) ?? []
  rejectContradictions(inputs, { builder, dockerfilePath, noCache })
  return inputs.problems.length > before
    ? undefined
    : { builder, dockerfilePath, buildArgs, platform, noCache, imageTags }
}

/** The inputs that ask for the build service by themselves. */
export function serviceInputs(inputs: InputReader, noCache: boolean): readonly (typeof SERVICE_INPUTS)[number][] {
  return inputs.given(SERVICE_INPUTS).filter((name) => name !== 'no-cache' || noCache)
}

type BuilderChoice = Pick<ImageBuild, 'builder' | 'dockerfilePath' | 'noCache'>

function rejectContradictions(inputs: InputReader, { builder, dockerfilePath, noCache }: BuilderChoice): void {
  if (builder === 'buildpacks' && dockerfilePath !== undefined) {
    const fix = 'Remove `dockerfile-path` for buildpacks, or set `builder: draft` for the Dockerfile.'
    inputs.reject(
      ['builder', 'dockerfile-path'],
      '`builder: buildpacks` and `dockerfile-path` contradict each other.',
      fix
    )
  }
  const wanted = serviceInputs(inputs, noCache)
  const isService = builder === 'build-service' || (builder === 'auto' && wanted.length > 0)
  if (isService && dockerfilePath === undefined) {
    const names = builder === 'build-service' ? (['builder'] as const) : wanted
    inputs.rejectLacking(
      ['dockerfile-path', ...names],
      'The build service builds from a Dockerfile only.',
      'Set `dockerfile-path`.'
    )
  }
  if (wanted.length > 0 && (builder === 'draft' || builder === 'buildpacks')) {
    const list = wanted.map((name) => `\`${name}\``).join(', ')
    inputs.reject(
      ['builder', ...wanted],
      `${list} can be done by the build service only.`,
      'Set `builder: build-service`, or remove them.'
    )
  }
}
