import { chapter } from './advice-row.ts'
import { GRANT } from './statuses.ts'

/** What the platform says of rights, secrets and drafts. */
export const PLATFORM_WORDS = chapter(
  'The platform',
  [
    {
      id: 'other-organization',
      headline: 'the credentials are of another organization',
      pattern: /The credentials belong to the organization ([\w.-]{1,63}), the app to \S{1,63}/,
      symptom: '`The credentials belong to the organization acme, the app to globex`',
      cause: 'An account deploys to its own organization alone, whatever its roles.',
      cure: 'Write `app` with that organization (`app: NAME:…`) or without any, or give the credentials of an account of the other one.'
    },
    {
      id: 'no-role',
      pattern: /UMA authorization rejected/i,
      symptom: '`403 UMA authorization rejected`',
      cause: 'No Ignite role of the account allows this; roles of other services do not count.',
      cure: `Grant one that does, with ${GRANT}`
    },
    {
      id: 'stale-role',
      pattern: /(?:([a-z][\w-]{0,50}\.[a-z][\w-]{0,50}) )?role not found/i,
      symptom: '`batch assignment failed: … role not found`',
      cause: 'The service account holds a role that the platform no longer has.',
      cure: `Take it away with \`dodil auth service-account revoke-role <service-account-id> ignite-authorization-service NAME\`. Then grant the one for deploying, with ${GRANT}`
    },
    {
      id: 'secret-kind',
      pattern:
        /(?:git|registry)[ -](?:secret|slot|credentials?) [^\n]{0,200}(?:rejected|mismatch)|registry_secret_ref: [^\n]{0,200}git secret|git_secret_ref: [^\n]{0,200}registry secret|(?:of|has) type:? ['"`]?(?:git|registry)['"`]?,[^\n]{0,80}(?:expected|must be|needs)/i,
      symptom: '`secret gh is of type git, expected registry`',
      cause:
        'The secret is of the other kind: `registry-secret-ref` takes one of type registry, `git-secret-ref` one of type git.',
      cure: '`dodil ignite secret list` shows the types.'
    },
    {
      id: 'no-draft',
      pattern: /"status": ?"no draft"|no draft/i,
      symptom: '`{"status":"no draft"}`',
      cause: 'The app has no draft: another run, or somebody, published or discarded it.',
      cure: 'Run the job again; it saves the draft anew.'
    },
    {
      id: 'no-compilation',
      pattern: /no active compilation/i,
      symptom: '`no active compilation for …`',
      cause: 'The platform compiles nothing for this app now.',
      cure: 'Run the job again; it saves the draft anew.'
    }
  ],
  { isOfPlatform: true }
)
