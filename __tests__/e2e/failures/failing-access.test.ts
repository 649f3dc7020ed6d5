import { status } from '@grpc/grpc-js'
import type { FailureRow } from './support/failure-row.ts'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

const UMA = '403 UMA authorization rejected'
const IMAGE = { code: '', 'image-ref': 'ghcr.io/acme/web:1' }
const GIT = { code: '', 'git-url': 'https://github.com/acme/private', 'git-ref': 'main' }

const rows: readonly FailureRow[] = [
  { what: 'an app that is not there and may not be made', inputs: { 'create-app': 'false' } },
  { what: 'an app of another organization', inputs: { app: 'globex:greeter' } },
  {
    what: 'a token of another organization',
    inputs: ({ platform }) => ({
      app: 'acme:greeter',
      'service-account-id': '',
      'service-account-secret': '',
      token: platform.mint({ org: 'globex', ttlSeconds: 60 })
    })
  },
  { what: 'an account without a role', ...refusing('GetApp', status.PERMISSION_DENIED, UMA) },
  { what: 'an account that may read alone', ...refusing('CreateApp', status.PERMISSION_DENIED, UMA) },
  { what: 'an account that may not publish', ...refusing('PublishDraft', status.PERMISSION_DENIED, UMA) },
  {
    what: 'an account whose role was removed',
    ...refusing('GetApp', status.PERMISSION_DENIED, 'batch assignment failed: ignite.model-user role not found')
  },
  {
    what: 'an account that may not store secrets',
    inputs: {
      ...IMAGE,
      'registry-server': 'ghcr.io',
      'registry-username': 'octocat',
      'registry-password': 'read-packages-of-octocat'
    },
    ...refusing('SecretService/CreateSecret', status.PERMISSION_DENIED, UMA)
  },
  {
    what: 'a quota of apps that is used up',
    ...refusing('CreateApp', status.RESOURCE_EXHAUSTED, 'quota exceeded: apps 10/10')
  },
  {
    what: 'a platform that asks for fewer requests',
    ...refusing('SaveDraft', status.RESOURCE_EXHAUSTED, 'rate limit exceeded: 30 requests per minute')
  },
  { what: 'a registry secret that there is not', inputs: { ...IMAGE, 'registry-secret-ref': 'ghcr' } },
  { what: 'a git secret that there is not', inputs: { ...GIT, 'git-secret-ref': 'pat' } },
  {
    what: 'a platform inside of which something fails',
    ...refusing('SaveDraft', status.INTERNAL, 'pq: deadlock detected')
  },
  { what: 'a change by somebody else at the same time', ...refusing('SaveDraft', status.ABORTED, 'conflicting update') }
]

failEach('access', rows)
