import { chapter } from './advice-row.ts'

const GRANT = '`dodil auth service-account grant-role <id> ignite-authorization-service ignite.app-developer`'

/** What the platform says of rights, secrets and drafts. */
export const PLATFORM_WORDS = chapter(
  'The platform',
  [
    {
      id: 'no-role',
      pattern: /UMA authorization rejected/i,
      symptom: '`403 UMA authorization rejected`',
      cause:
        'The service account lacks an Ignite role, and roles are per service; or `app` names another organization than the account’s.',
      cure: `Where \`app\` names an organization, check that it is the account’s own. Grant the role with ${GRANT}, and wait about 5 minutes: the platform caches roles.`
    },
    {
      id: 'stale-role',
      pattern: /role not found/i,
      symptom: '`batch assignment failed: … role not found`',
      cause: 'The service account holds a role that no longer exists.',
      cure: 'Take it away with `dodil auth service-account revoke-role`, then grant the new one.'
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
