import { expect, test } from '@jest/globals'
import { exclusionOf, exclusionOfWhole } from '../../../src/source/rules/exclusions.ts'

test.each(['.git', '.GIT', 'sub/module/.git', '.hg', '.svn', 'gha-creds-1a2b.json', 'deep/gha-creds-.json'])(
  '%s is never packed, as a file or a directory',
  (path) => {
    expect([exclusionOf(path, true), exclusionOf(path, false)]).toEqual(['never', 'never'])
  }
)

test.each([
  '.env',
  '.env.production',
  'web/.env.local',
  '.env-production',
  '.envrc',
  '.git-credentials',
  'service-account.json',
  'service-account-prod.json',
  '.npmrc',
  '.netrc',
  '.pypirc',
  '.yarnrc.yml',
  'tls/server.pem',
  'server.KEY',
  'a.p12',
  'a.pfx',
  'id_rsa',
  'id_rsa_deploy',
  'id_ed25519',
  '.aws',
  '.azure',
  '.kube',
  '.ssh',
  '.docker/config.json',
  'a/.docker/config.json',
  'terraform.tfstate',
  'terraform.tfstate.backup',
  'prod.tfvars'
])('%s is withheld', (path) => {
  expect(exclusionOf(path, true)).toBe('withhold')
})

test.each([
  '.env.example',
  '.env.sample',
  'web/.env.template',
  'id_rsa.pub',
  'id_ed25519_deploy.pub',
  '.gitignore',
  '.github',
  'environment.ts',
  '.environment',
  'service-account.ts',
  'config.json',
  'docker/config.json',
  'keys.ts',
  'monkey',
  'gha-creds.json',
  'my.git',
  'targets',
  'handler.py'
])('%s is kept', (path) => {
  expect([exclusionOf(path, true), exclusionOf(path, false)]).toEqual(['keep', 'keep'])
})

test.each(['node_modules', '__pycache__', '.venv', 'deep/down/node_modules'])(
  'a directory %s is skipped, a file of that name is not',
  (path) => {
    expect([exclusionOf(path, false), exclusionOf(path, true)]).toEqual(['skip', 'keep'])
  }
)

test('the Finder file is skipped without a notice', () => {
  expect(exclusionOf('a/.DS_Store', true)).toBe('skip')
})

test.each([
  ['.git/config', 'never'],
  ['a/.git/hooks/x', 'never'],
  ['.aws/.git/x', 'never'],
  ['.aws/credentials', 'withhold'],
  ['node_modules/a/index.js', 'skip'],
  ['src/main.ts', 'keep']
])('the whole path %s is taken by its strictest part', (path, exclusion) => {
  expect(exclusionOfWhole(path, true)).toBe(exclusion)
})
