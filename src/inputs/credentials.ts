import type { InputReader } from './input-reader.ts'
import { proxyPasswords } from './read-network.ts'

/** The environment variables that a service account is read from: the samples’ names, and the documentation’s. */
export const ACCOUNT_VARIABLES = [
  { id: 'DODIL_SA_ID', secret: 'DODIL_SA_SECRET' },
  { id: 'DODIL_SERVICE_ACCOUNT_ID', secret: 'DODIL_SERVICE_ACCOUNT_SECRET' }
] as const

/** All credentials of the run: none may be in what is packed. */
export function credentialsOf(inputs: InputReader): readonly string[] {
  const token = inputs.text('github-token')
  return [...givenCredentials(inputs).map(([, secret]) => secret), ...(token ? [token] : [])]
}

/** Each with the name of its input or variable. */
export function givenCredentials(inputs: InputReader): readonly (readonly [string, string])[] {
  const given: readonly (readonly [string, string | undefined])[] = [
    ['token', inputs.text('token')],
    ['service-account-secret', inputs.text('service-account-secret')],
    ['registry-password', inputs.text('registry-password')],
    ['DODIL_TOKEN', inputs.variable('DODIL_TOKEN')],
    ...ACCOUNT_VARIABLES.map(({ secret }) => [secret, inputs.variable(secret)] as const),
    ...proxyPasswords(inputs)
  ]
  return given.flatMap(([name, secret]) => (secret ? [[name, withoutScheme(secret)] as const] : []))
}

/** The word that stands before a token in a header is no secret, and hides none. */
export function withoutScheme(token: string): string {
  return token.replace(/^bearer[\s:]+(?=\S)/i, '')
}
