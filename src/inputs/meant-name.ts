import { nearest } from '../model/values/near-name.ts'
import { INPUTS, type InputName } from './input-names.ts'

/** The input that somebody meant by a name that is none, and how to write it. */
export type MeantName = { readonly input: string; readonly fix: string }

/** What other actions call what an input of ours is for. */
const BROUGHT: Readonly<Record<string, InputName>> = {
  dockerfile: 'dockerfile-path',
  image: 'image-ref',
  path: 'code',
  source: 'code',
  dir: 'code',
  directory: 'code',
  context: 'code',
  environment: 'env',
  'env-vars': 'env',
  env_vars: 'env',
  secrets: 'env',
  org: 'app',
  service: 'app',
  timeout: 'timeout-minutes',
  'env-vars-file': 'env-file',
  env_vars_file: 'env-file',
  manifest: 'config-file',
  concurrency: 'max-concurrency',
  'max-instances': 'max-replicas',
  'min-instances': 'reserved',
  'min-replicas': 'reserved',
  payload: 'test-payload',
  'dodil-token': 'token',
  dodil_token: 'token',
  'dodil-sa-id': 'service-account-id',
  dodil_sa_id: 'service-account-id',
  'dodil-sa-secret': 'service-account-secret',
  dodil_sa_secret: 'service-account-secret'
}

/** Where more than another name is to be written. */
const WRITTEN: Readonly<Record<string, string>> = {
  org: 'Write it in `app`, as `app: ORGANIZATION:NAME`.',
  secrets: 'Write each on a line of `env`, as KEY=VALUE with the secret for its value.',
  timeout: 'Write `timeout-minutes`, how long the run may take, or `timeout-seconds`, how long a call of the app may.'
}

/** Undefined where the name is like none of ours. */
export function meantBy(name: string): MeantName | undefined {
  const brought = Object.hasOwn(BROUGHT, name) ? BROUGHT[name] : undefined
  if (brought) return { input: brought, fix: WRITTEN[name] ?? `Write \`${brought}\` in place of it.` }
  const near = nearest(name, [...INPUTS, ...Object.keys(BROUGHT)])
  const input = INPUTS.find((each) => each === near) ?? BROUGHT[near ?? '']
  return input && asked(input)
}

/** The one of these inputs that somebody meant; undefined where the name is like none of them. */
export function meantAmong(inputs: readonly string[], name: string): MeantName | undefined {
  const input = nearest(name, inputs)
  return input === undefined ? undefined : asked(input)
}

function asked(input: string): MeantName {
  return { input, fix: `Did you mean \`${input}\`?` }
}
