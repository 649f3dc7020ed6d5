import type { RegistryAccess } from '../../model/plan.ts'
import type { SecretKind } from '../../model/platform-state.ts'
import { reading, type Service, writing } from '../calls/service.ts'
import { messages, text } from '../codec/answer.ts'

/** The type as the list has it: GetSecret would answer with the secret's value (docs/platform.md, Secrets). */
export async function readSecretKind(secrets: Service, name: string): Promise<SecretKind | string | undefined> {
  const answer = await secrets.call(
    'ListSecrets',
    {},
    reading(`Reading the type of the secret ${name}`, 'source_error')
  )
  // The name of the list's field is inferred, and missing it would read as "no such secret".
  const all = answer.fields.flatMap((field) => messages(answer, field.name))
  const found = all.find((secret) => text(secret, 'name') === name)
  return found && kindOf(text(found, 'type'))
}

/** `git_secret` and `registry_secret` are documented. */
function kindOf(type: string): SecretKind | string {
  const short = type.toLowerCase().replace(/_secret$/, '')
  return short === 'git' || short === 'registry' ? short : type
}

export type RegistryCredentials = Extract<RegistryAccess, { kind: 'credentials' }>

/** CreateSecret creates or overwrites, so it may be sent again. */
export async function storeRegistrySecret(secrets: Service, name: string, access: RegistryCredentials): Promise<void> {
  const { server, username, password } = access
  const value = { registry_secret: { username, password, server_address: server } }
  const manner = writing(`Storing the secret ${name}`, 'source_error', { effect: 'replace' })
  await secrets.call('CreateSecret', { name, value }, manner)
}
