import { status } from '@grpc/grpc-js'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

const LIVE = { env: 'MODE=old\nKEPT=1', tier: 'small' }

failEach('settings', [
  { what: 'a variable that the platform does not remove', live: LIVE, inputs: { env: '{}' } },
  {
    what: 'variables that are overwritten',
    live: LIVE,
    inputs: { env: 'MODE=new', 'env-update-strategy': 'overwrite' }
  },
  {
    what: 'a tier that the organization may not use',
    live: LIVE,
    inputs: { tier: 'xlarge' },
    ...refusing('UpdateAppConfig', status.INVALID_ARGUMENT, 'resource_tier XLARGE is not in the plan of acme')
  },
  {
    what: 'an account that may not change settings',
    live: LIVE,
    inputs: { 'allow-unauthenticated': 'true' },
    ...refusing('UpdateAppConfig', status.PERMISSION_DENIED, '403 UMA authorization rejected')
  },
  {
    what: 'a publish that is refused after settings were changed',
    live: LIVE,
    inputs: { env: 'MODE=new', tier: 'large' },
    ...refusing('PublishDraft', status.FAILED_PRECONDITION, 'not on a Friday', 2)
  }
])
