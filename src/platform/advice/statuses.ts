import type { status } from '../network/grpc.ts'

/** `<service-account-id>` is the value of the input of that name, which may be a secret. */
export const GRANT =
  '`dodil auth service-account grant-role <service-account-id> ignite-authorization-service ignite.app-developer`, and run the job again 5 minutes later: so long the platform goes by the roles from before.'

/** Of what nothing in a workflow mends. */
export const REPORT = 'if it stays so, report it to Dodil’s support, with the time of this run.'

/** gRPC status → what the reader of the log can do, where nothing nearer is known. Exhaustive on purpose. */
export const STATUS_ADVICE = {
  OK: undefined,
  CANCELLED: 'The platform ended the call. Run the job again.',
  UNKNOWN: `The platform failed without saying why. Run the job again; ${REPORT}`,
  INVALID_ARGUMENT: 'The platform refuses a value. Change the input that its words speak of.',
  DEADLINE_EXCEEDED:
    'The platform did not answer in time. Run the job again; a larger `timeout-minutes` helps where it is only slow.',
  NOT_FOUND: 'Check the organization and the name in `app`, and that the credentials belong to that organization.',
  ALREADY_EXISTS: 'Another run may have made it at the same time. Run the job again.',
  PERMISSION_DENIED: `The platform does not let the account do this. Where its words give no other reason, grant the role for deploying with ${GRANT} Where it has that role, check that \`app\` names the account’s own organization.`,
  RESOURCE_EXHAUSTED:
    'A quota of the organization is used up. Ask Dodil to raise it, or delete what counts towards it and is not needed.',
  FAILED_PRECONDITION:
    'The platform refuses this as things stand, and its words say why. Run the job again once that is no longer so.',
  ABORTED:
    'Another change came in between. Run the job again; a `concurrency:` group in the workflow keeps runs apart.',
  OUT_OF_RANGE: 'The request is over a limit of the platform. A smaller package helps where it is the size.',
  UNIMPLEMENTED: 'This platform does not offer the call. Check `api-endpoint`.',
  INTERNAL: `The platform failed inside. Run the job again; ${REPORT}`,
  UNAVAILABLE: `The platform is restarting, or has trouble of its own, and nothing in the workflow mends that. Run the job again in some minutes; ${REPORT}`,
  DATA_LOSS: 'The platform reports lost data. Report it to Dodil’s support, with the time of this run.',
  UNAUTHENTICATED: 'Give other credentials, of the platform that `api-endpoint` names.'
} satisfies Record<keyof typeof status, string | undefined>

/** Where the words of RESOURCE_EXHAUSTED speak of how often something is asked, and of no quota or size. */
export const TOO_MANY =
  /too many (?:requests|calls)|\brate[ -]?limit|\brate (?:(?:is |was )?(?:exceeded|too high)|of requests)|throttl|requests per|slow down/i

export const TOO_MANY_ADVICE =
  'The platform takes fewer requests at a time. Run the job again later, and let the jobs that deploy wait for each other.'

export type StatusName = keyof typeof STATUS_ADVICE

/** What a call knows better than its status alone. */
export type CallAdvice = Partial<Record<StatusName, string>>
