import type { EnvUpdateStrategy } from '../../model/plan.ts'
import type { InputReader } from '../input-reader.ts'
import { parseKeyValues } from '../parse/key-values.ts'
import { parseChoice } from '../parse/parse-values.ts'
import { parseNamed } from '../whole-file.ts'

type Variables = Readonly<Record<string, string>>

/** Where variables come from beside the inputs: the config file, and files that lie below the base. */
type EnvSources = { readonly base: string; readonly configured: Variables | undefined }

type ReadEnv = { readonly env: Variables | undefined; readonly envUpdateStrategy: EnvUpdateStrategy }

const FILE_FIX = 'Write the path of a dotenv file, from `working-directory`.'

/** The variables of all sources, laid over each other, and what becomes of those that none names. */
export async function readEnv(inputs: InputReader, { base, configured }: EnvSources): Promise<ReadEnv> {
  const strategy = inputs.read('env-update-strategy', (text) => parseChoice(text, ['merge', 'overwrite'] as const))
  const clears = inputs.text('env') === '{}'
  const given = clears ? undefined : inputs.read('env', parseKeyValues, inputs.raw('env'))
  const ofFile = await inputs.readFile('env-file', async (name) => {
    const { parseEnvFile } = await import('../parse/env-file.ts')
    return await parseNamed({ name, base, fix: FILE_FIX }, parseEnvFile)
  })
  const isSilent = inputs.text('env') === undefined && inputs.text('env-file') === undefined && configured === undefined
  if (strategy === 'overwrite' && isSilent) {
    const fix = 'Set `env` or `env-file`, or remove it; `env: {}` removes all variables.'
    inputs.rejectLacking(
      ['env', 'env-update-strategy'],
      '`env-update-strategy: overwrite` means nothing without `env`.',
      fix
    )
  }
  if (clears) rejectFileBeside(inputs)
  if (clears) return { env: {}, envUpdateStrategy: 'overwrite' }
  // What is written into the workflow wins over what is written into a file.
  const isFileGiven = inputs.given(['env-file']).length > 0
  const layers = isFileGiven ? [configured, ofFile, given] : [ofFile, configured, given]
  const env = layers.some((layer) => layer !== undefined) ? laid(layers) : undefined
  // `env: {}` in the config file removes all, unless something else sets some.
  const isCleared = configured !== undefined && env !== undefined && Object.keys(env).length === 0
  return { env, envUpdateStrategy: isCleared ? 'overwrite' : (strategy ?? 'merge') }
}

function laid(layers: readonly (Variables | undefined)[]): Variables {
  return Object.fromEntries(layers.flatMap((layer = {}) => Object.entries(layer)))
}

/** `env: {}` wins over what the config file sets, and contradicts what the workflow sets beside it. */
function rejectFileBeside(inputs: InputReader): void {
  if (inputs.given(['env-file']).length === 0) return
  inputs.reject(
    ['env', 'env-file'],
    '`env: {}` removes all variables, and `env-file` sets some.',
    'Remove `env`; with `env-update-strategy: overwrite`, the variables of the file are all that is left.'
  )
}
