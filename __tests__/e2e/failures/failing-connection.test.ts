import { DEFAULT_ACCOUNT } from '../../../emulator/start.ts'
import { certificate } from '../../faults/support/certificates.ts'
import { tcpProxy } from '../../faults/support/tcp-proxy.ts'
import type { Inputs } from '../../support/deploying.ts'
import { answering, CLOSED_ADDRESS, type HttpAnswer } from '../support/answering.ts'
import type { FailureRow, Place } from './support/failure-row.ts'
import { failEach } from './support/failure-table.ts'

const NO_ACCOUNT = { 'service-account-id': '', 'service-account-secret': '' }
const PAGE = { code: 200, type: 'text/html', body: '<!doctype html><p>Sign in</p>' }
const WRONG_SECRET = 'a-secret-of-last-year'

type Making = (place: Place) => Inputs | Promise<Inputs>

/** A bearer token in place of the service account. */
function bearer(token: string | ((place: Place) => string)): Making {
  return (place) => ({ ...NO_ACCOUNT, app: 'acme:greeter', token: typeof token === 'string' ? token : token(place) })
}

function tokenPage(answer: HttpAnswer): Making {
  return async ({ stack }) => ({ 'auth-url': `http://${stack.use(await answering(answer)).address}/token` })
}

const credentials: readonly (readonly [what: string, inputs: Inputs | Making])[] = [
  ['no credentials', NO_ACCOUNT],
  ['an id without its secret', { 'service-account-secret': '' }],
  ['a secret without its id', { 'service-account-id': '' }],
  ['a token and a service account', { token: 'a-token-of-somebody' }],
  ['a secret that is wrong', { 'service-account-secret': WRONG_SECRET }],
  ['an account that there is not', { 'service-account-id': 'nobody', 'service-account-secret': WRONG_SECRET }],
  ['a token that is none of the platform', bearer('not-a-token-of-this-platform')],
  ['a token that has expired', bearer(({ platform }) => platform.mint({ org: 'acme', ttlSeconds: -60 }))],
  [
    'a token that was cut as it was copied',
    bearer(({ platform }) => platform.mint({ org: 'acme', ttlSeconds: 60 }).slice(0, 80))
  ],
  ['a token with the word before it', bearer('Bearer not-a-token-of-this-platform')],
  ['a token in two lines', bearer('not-a-token\nof-this-platform')],
  ['a page of a company in place of the token endpoint', tokenPage(PAGE)],
  ['a token endpoint’s address that is wrong', tokenPage({ ...PAGE, code: 404 })],
  ['a token endpoint that is not there', async () => ({ 'auth-url': `http://${CLOSED_ADDRESS}/token` })],
  ['an endpoint that is not there', async () => ({ 'api-endpoint': CLOSED_ADDRESS })],
  ['an endpoint whose name is misspelt', { 'api-endpoint': 'https://ignite.invalid:443' }],
  ['an endpoint that speaks plaintext', ({ platform }) => ({ 'api-endpoint': `https://${platform.grpc}` })],
  [
    'an endpoint that is the HTTP API',
    async ({ stack }) => ({ 'api-endpoint': stack.use(await answering({ ...PAGE, code: 404 })).address })
  ],
  [
    'a certificate of an authority of one’s own',
    async ({ platform, stack }) => {
      const proxy = stack.use(await tcpProxy({ target: platform.grpc, tls: certificate('good') }))
      return { 'api-endpoint': `https://localhost:${proxy.port}` }
    }
  ],
  [
    'a certificate that has expired',
    async ({ platform, stack }) => {
      const proxy = stack.use(await tcpProxy({ target: platform.grpc, tls: certificate('expired') }))
      return { 'api-endpoint': `https://localhost:${proxy.port}` }
    }
  ]
]

const others: readonly FailureRow[] = [
  {
    what: 'a token of the environment that is none of the platform',
    inputs: { ...NO_ACCOUNT, app: 'acme:greeter' },
    options: { env: { DODIL_TOKEN: 'not-a-token-of-this-platform' } }
  },
  {
    what: 'a token of the environment with the word before it',
    inputs: { ...NO_ACCOUNT, app: 'acme:greeter' },
    options: { env: { DODIL_TOKEN: 'Bearer not-a-token-of-this-platform' } }
  },
  { what: 'an endpoint without reflection', platform: { variants: ['reflection-none'] } },
  {
    what: 'a pull request within the repository, whose workflow names no secrets',
    inputs: NO_ACCOUNT,
    options: {
      github: { event_name: 'pull_request', actor: 'octocat' },
      event: { pull_request: { number: 7, head: { repo: { fork: false, full_name: 'octo-org/octo-app' } } } }
    }
  },
  {
    what: 'an account’s secret that is another account’s',
    inputs: { 'service-account-id': 'second', 'service-account-secret': DEFAULT_ACCOUNT.secret },
    platform: { serviceAccounts: [{ id: 'second', secret: WRONG_SECRET, organization: 'acme' }] }
  }
]

failEach('connection', [...credentials.map(([what, inputs]) => ({ what, inputs })), ...others])
