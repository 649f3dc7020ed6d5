import type { ImageSource, RegistryAccess } from '../../model/plan.ts'
import { parseImageReference, registrySecretName } from '../../model/values/image-reference.ts'
import type { InputReader } from '../input-reader.ts'
import { parseSecretName } from '../parse/parse-source.ts'
import { type ParsedValue, parseApp } from '../parse/parse-values.ts'

const CREDENTIALS = ['registry-server', 'registry-username', 'registry-password'] as const

/** Inputs that mean something only with `image-ref`. */
export const IMAGE_INPUTS = ['registry-secret-ref', ...CREDENTIALS] as const

export function readImageSource(inputs: InputReader): ImageSource | undefined {
  const before = inputs.problems.length
  const reference = inputs.read('image-ref', parseReference)
  const registry = readRegistry(inputs, reference === undefined ? undefined : hostOf(reference))
  return reference === undefined || inputs.problems.length > before ? undefined : { kind: 'image', reference, registry }
}

function parseReference(text: string): ParsedValue<string> {
  if (parseImageReference(text)) return { value: text }
  return {
    problem: 'is not an image reference',
    fix: 'Write [registry/]name[:tag] or, better, [registry/]name@sha256:…, in lower case.'
  }
}

/** @param host Of the image's registry. */
function readRegistry(inputs: InputReader, host: string | undefined): RegistryAccess | undefined {
  const secret = inputs.read('registry-secret-ref', parseSecretName)
  const given = inputs.given(CREDENTIALS)
  if (secret !== undefined && given.length > 0) {
    inputs.rejectTogether(
      ['registry-secret-ref', ...given],
      'Keep one of the two: the stored secret, or the credentials.'
    )
    return undefined
  }
  if (secret !== undefined) return { kind: 'stored', secret }
  if (given.length === 0) return undefined
  const missing = CREDENTIALS.filter((name) => !given.includes(name))
  for (const name of missing)
    inputs.rejectLacking(
      [name],
      `\`${name}\` is missing.`,
      'Set all of `registry-server`, `registry-username` and `registry-password`.'
    )
  const password = inputs.raw('registry-password')?.trim() ?? ''
  if (isJobToken(password, inputs)) {
    inputs.reject(
      ['registry-password'],
      '`registry-password` is the job’s own token, which dies with the job; the platform pulls the image again at every cold start.',
      'Use a token that lives on, for example a personal access token with read:packages.'
    )
  }
  rejectLongName(inputs)
  const [server = '', username = ''] = [inputs.line('registry-server'), inputs.line('registry-username')]
  if (server !== '' && host !== undefined) rejectOtherHost(inputs, server, host)
  return { kind: 'credentials', server, username, password }
}

/** What docker's tools call the registry of an image without a host. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'hub.docker.com']

function hostOf(reference: string): string {
  return parseImageReference(reference)?.host?.toLowerCase() ?? 'docker.io'
}

/** Credentials are used for the host that they are stored for: another one would be asked without any. */
function rejectOtherHost(inputs: InputReader, server: string, host: string): void {
  const written = server.toLowerCase().replace(/^https?:\/\//, '')
  const [named = ''] = written.split('/')
  const plain = (name: string): string => (DOCKER_HUB.includes(name) ? 'docker.io' : name.replace(/:443$/, ''))
  if (plain(named) === plain(host)) return
  inputs.reject(
    ['registry-server', 'image-ref'],
    `\`registry-server\` is not the registry of \`image-ref\`, which is \`${host}\`.`,
    `Write \`registry-server: ${host}\`, or name an image of the other registry.`
  )
}

/** A secret's name is as long as an app's may be, and ours is longer than the app's. */
function rejectLongName(inputs: InputReader): void {
  const app = parseApp(inputs.text('app') ?? '')
  if (!('value' in app) || 'value' in parseSecretName(registrySecretName(app.value.name))) return
  inputs.reject(
    ['app', ...CREDENTIALS],
    'The name in `app` is too long for its registry’s credentials to be stored: with `-registry` it has more than 64 characters.',
    'Store them with `dodil ignite secret create NAME --type registry`, and name that secret in `registry-secret-ref`.'
  )
}

/** GitHub's installation tokens begin so. */
function isJobToken(password: string, inputs: InputReader): boolean {
  return password.startsWith('ghs_') || (password !== '' && password === inputs.text('github-token'))
}
