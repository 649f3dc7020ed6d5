import { status } from '@grpc/grpc-js'
import { type Call, StatusError, type Unary } from '../../contract/contract.ts'
import type { Secret, SecretValue } from '../model/image-model.ts'
import { type Fields, invalid, message, text } from '../model/request-fields.ts'
import { callerOf } from './access.ts'
import type { Ignite } from './handler-tools.ts'

const NAME = /^[A-Za-z0-9_-]{1,64}$/

/** The methods of SecretService, each about the caller's own organization. */
export function secretHandlers({ store, tokens, now }: Ignite): Readonly<Record<string, Unary>> {
  const organizationOf = ({ metadata }: Call) => callerOf(tokens, metadata).organization
  return {
    'SecretService/CreateSecret': async (call) => {
      const organization = organizationOf(call)
      const name = checkedName(call.request)
      const value = secretValue(message(call.request, 'value') ?? {})
      const createdAtMs = store.secret(organization, name)?.createdAtMs ?? now()
      const secret = { organization, name, value, createdAtMs, updatedAtMs: now() }
      store.putSecret(secret)
      return { secret: metadataOf(secret) }
    },
    'SecretService/GetSecret': async (call) => {
      const name = text(call.request, 'name')
      const secret = store.secret(organizationOf(call), name)
      if (!secret) throw new StatusError(status.NOT_FOUND, `secret ${name} not found`)
      return { metadata: metadataOf(secret), value: valueMessage(secret.value) }
    },
    'SecretService/ListSecrets': async (call) => ({ secrets: store.secrets(organizationOf(call)).map(metadataOf) }),
    'SecretService/DeleteSecret': async (call) => {
      store.deleteSecret(organizationOf(call), checkedName(call.request))
      return {}
    }
  }
}

function checkedName(request: Fields): string {
  const name = text(request, 'name')
  if (NAME.test(name)) return name
  throw invalid('name must be 1 to 64 letters, digits, "-" and "_"')
}

function secretValue(value: Fields): SecretValue {
  const git = message(value, 'git_secret')
  const registry = message(value, 'registry_secret')
  if (git) {
    return { type: 'git_secret', username: text(git, 'username'), token: required(git, 'token') }
  }
  if (!registry) throw invalid('value is required: git_secret or registry_secret')
  const username = required(registry, 'username')
  const password = required(registry, 'password')
  return { type: 'registry_secret', username, password, server: text(registry, 'server_address') }
}

function required(fields: Fields, name: string): string {
  return text(fields, name) || fail(`value.${name} is required`)
}

function fail(details: string): never {
  throw invalid(details)
}

/** The message SecretMetadata. */
function metadataOf({ name, value, createdAtMs, updatedAtMs }: Secret): object {
  return { name, type: value.type, created_at_ms: createdAtMs, updated_at_ms: updatedAtMs }
}

/** The message SecretValue. */
function valueMessage({ type, ...value }: SecretValue): object {
  if (!('server' in value)) return { [type]: value }
  const { server, ...rest } = value
  return { [type]: { ...rest, server_address: server } }
}
