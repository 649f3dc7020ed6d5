import {
  type Descriptors,
  defaultTokenUrl,
  type Endpoint,
  parseEndpoint,
  parseTokenUrl,
  type Refusal
} from '../model/values/endpoint.ts'
import { ACCOUNT_VARIABLES, withoutScheme } from './credentials.ts'
import type { RunFacts } from './facts.ts'
import type { InputReader } from './input-reader.ts'
import type { ParsedValue } from './parse/parse-values.ts'
import { type Proxies, readProxies } from './read-network.ts'

/** How to be let in: a ready bearer token, or a service account that is exchanged for short ones. */
type Credentials =
  | {
      readonly kind: 'token'
      readonly token: string
      /** Where it was given, for texts. */
      readonly origin: string
    }
  | { readonly kind: 'service-account'; readonly id: string; readonly secret: string; readonly tokenUrl: string }

export type Access = {
  readonly endpoint: Endpoint
  readonly credentials: Credentials
  readonly descriptors: Descriptors
  readonly proxies: Proxies
}

/** Where and as whom to connect. Undefined where something is wrong; the reader then holds all of it. */
export function readAccess(
  inputs: InputReader,
  facts: Pick<RunFacts, 'isDependabots'>,
  resolvePath: (path: string) => string
): Access | undefined {
  const endpoint = inputs.read('api-endpoint', parsed(parseEndpoint), inputs.text('api-endpoint') ?? 'staging')
  const credentials = endpoint && readCredentials(inputs, facts, endpoint)
  const descriptors = endpoint && readDescriptors(inputs, endpoint, resolvePath)
  if (!endpoint || !credentials || !descriptors) return undefined
  return { endpoint, credentials, descriptors, proxies: readProxies(inputs) }
}

function readCredentials(
  inputs: InputReader,
  facts: Pick<RunFacts, 'isDependabots'>,
  endpoint: Endpoint
): Credentials | undefined {
  const pair = ['service-account-id', 'service-account-secret'] as const
  if (inputs.given(['token']).length > 0 && inputs.given(pair).length > 0) {
    inputs.reject(['token', ...pair], '`token` and a service account are set together.', 'Keep one of the two.')
    return undefined
  }
  const token = inputs.text('token')
  if (token) return readToken(inputs, token, { name: 'token', origin: '`token`' })
  const id = inputs.line('service-account-id')
  const secret = inputs.text('service-account-secret')
  if (id === undefined && inputs.given(['service-account-id']).length > 0) return undefined
  if (id || secret) return readServiceAccount(inputs, endpoint, { id, secret, ...facts })
  const inherited = inputs.variable('DODIL_TOKEN')
  if (inherited) return readToken(inputs, inherited, { name: 'DODIL_TOKEN', origin: 'the variable `DODIL_TOKEN`' })
  const accounts = ACCOUNT_VARIABLES.map((names) => ({
    id: inputs.variable(names.id),
    secret: inputs.variable(names.secret)
  }))
  const account = accounts.find(({ id, secret }) => id && secret) ?? accounts.find(({ id, secret }) => id || secret)
  return readServiceAccount(inputs, endpoint, { id: account?.id, secret: account?.secret, ...facts })
}

/** @param given The input or variable, and how texts speak of it. */
function readToken(
  inputs: InputReader,
  token: string,
  { name, origin }: { readonly name: string; readonly origin: string }
): Credentials | undefined {
  const alone = withoutScheme(token)
  if (alone === token) return { kind: 'token', token, origin }
  inputs.reject(
    [name],
    `The value of ${origin} begins with the word \`Bearer\`, which is no part of a token.`,
    'Leave the word out, and the blank after it: the action writes it itself.'
  )
  return undefined
}

type Pair = Pick<RunFacts, 'isDependabots'> & { readonly id: string | undefined; readonly secret: string | undefined }

const FOR_DEPENDABOT =
  'Dependabot started this run, and GitHub gives it Dependabot’s secrets alone: store them there too, under Settings, ' +
  'Secrets and variables, Dependabot.'

function readServiceAccount(
  inputs: InputReader,
  endpoint: Endpoint,
  { id, secret, isDependabots }: Pair
): Credentials | undefined {
  if (!id && !secret) {
    inputs.rejectLacking(
      ['token', 'service-account-id', 'service-account-secret'],
      'No credentials are given.',
      'Set `service-account-id` and `service-account-secret` (or `token`) from the repository’s secrets, and see that ' +
        `the secrets exist where this workflow runs.${isDependabots ? ` ${FOR_DEPENDABOT}` : ''}`
    )
    return undefined
  }
  if (!id || !secret) {
    const [missing, present] = id
      ? ['service-account-secret', 'service-account-id']
      : ['service-account-id', 'service-account-secret']
    inputs.rejectLacking(
      [missing],
      `\`${missing}\` is missing, \`${present}\` is set.`,
      `Set both from the repository’s secrets.${isDependabots ? ` ${FOR_DEPENDABOT}` : ''}`
    )
    return undefined
  }
  const tokenUrl = readTokenUrl(inputs, endpoint)
  return tokenUrl === undefined ? undefined : { kind: 'service-account', id, secret, tokenUrl }
}

function readTokenUrl(inputs: InputReader, endpoint: Endpoint): string | undefined {
  if (inputs.text('auth-url') !== undefined) return inputs.read('auth-url', parsed(parseTokenUrl))
  const known = defaultTokenUrl(endpoint)
  if (known === undefined) {
    inputs.reject(
      ['auth-url'],
      `\`auth-url\` is missing: the token endpoint that belongs to ${endpoint.name} is not known.`,
      'Set it to the token endpoint’s whole URL, or use `token`; or correct `api-endpoint`.'
    )
  }
  return known
}

function readDescriptors(
  inputs: InputReader,
  endpoint: Endpoint,
  resolvePath: (path: string) => string
): Descriptors | undefined {
  const choice = inputs.line('descriptors') ?? 'reflection'
  if (choice === 'reflection') return { kind: 'reflection' }
  if (choice !== 'bundled') return { kind: 'file', path: resolvePath(choice) }
  if (endpoint.loopback) return { kind: 'bundled' }
  inputs.reject(
    ['descriptors'],
    '`descriptors: bundled` works with an endpoint on this machine only: part of its field numbers are placeholders.',
    'Use `descriptors: reflection`, or name a descriptor set that the platform gave you.'
  )
  return undefined
}

/** The deploy room says why an address is refused in a sentence of its own. */
function parsed<T extends Endpoint | string>(parse: (text: string) => T | Refusal): (text: string) => ParsedValue<T> {
  return (text) => {
    const value = parse(text)
    return isRefusal(value)
      ? { problem: `cannot be used. ${value.problem.replace(/\.$/, '')}`, fix: value.fix }
      : { value }
  }
}

function isRefusal(value: Endpoint | string | Refusal): value is Refusal {
  return typeof value === 'object' && 'problem' in value
}
