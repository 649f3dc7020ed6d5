import type { RunFacts } from '../../../src/inputs/facts.ts'

/** Of a push to a repository on github.com. */
export const PUSH_FACTS: RunFacts = {
  run: 'acme/shop/1/1',
  step: 'acme/shop/1/1/deploy/ignite',
  runTag: 'run-1-1',
  workspace: '/w',
  temp: undefined,
  repository: 'acme/shop',
  repositoryUrl: 'https://github.com/acme/shop',
  runUrl: 'https://github.com/acme/shop/actions/runs/1/attempts/1',
  apiUrl: 'https://api.github.com',
  commit: 'a'.repeat(40),
  builtCommit: undefined,
  builtBranch: undefined,
  tag: undefined,
  pullRequest: undefined,
  pullRequestNumber: undefined,
  secretless: undefined,
  isDependabots: false
}
