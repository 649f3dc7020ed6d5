import type { Sample } from './samples.ts'

/** From the platform's pages and its users' READMEs. */
export const PLATFORM_SAMPLES: Readonly<Record<string, Sample>> = {
  'other-organization': {
    said: [
      'UMA authorization rejected. The credentials belong to the organization acme, the app to globex',
      'app not found. The credentials belong to the organization acme, the app to globex'
    ],
    nearMisses: [
      'The credentials belong to the organization',
      'the app belongs to the organization acme',
      'x/The credentials belong to the organization acme, the app to globex'
    ]
  },
  'no-role': {
    said: ['403 UMA authorization rejected'],
    nearMisses: ['UMA authorization granted', 'authorization rejected', 'acme/UMA authorization rejected']
  },
  'stale-role': {
    said: ['batch assignment failed: ignite.model-user role not found'],
    nearMisses: ['parole not found', 'app acme/role-not-found', 'role not foundational']
  },
  'secret-kind': {
    said: [
      'registry_secret_ref: secret "gh" is a git secret and was rejected',
      'secret gh is of type git, expected registry'
    ],
    nearMisses: [
      'secret gh of acme/git-secret was rejected',
      'the registry has a secret',
      'a thing of type git is expected'
    ]
  },
  'no-draft': {
    said: ['{"status":"no draft"}', 'acme/greeter has no draft'],
    nearMisses: ['no-draft.py was packed', 'app no-draft: refused', 'Error in letters/no draft.py', 'no drafts left']
  },
  'no-compilation': {
    said: ['no active compilation for org:app'],
    nearMisses: ['no-active-compilation', 'no active compilations', 'acme/no active compilation']
  }
}
