import { expect, test } from '@jest/globals'
import { whyLeftOut } from '../../src/source/why-left-out.ts'
import { TemporaryTree } from './support/trees.ts'

const TREE = {
  Dockerfile: '',
  '.dockerignore': 'secret.txt',
  'secret.txt': '',
  'app/requirements.txt': '',
  'app/.env': '',
  'web/node_modules/x/index.js': '',
  '.git/config': ''
}
const IGNORED = '`secret.txt`'
const TAKE_BACK = 'remove the line there, or add `!secret.txt` below it.'
const ELSEWHERE = '`app/requirements.txt`. Paths in a Dockerfile begin at `code`: write `app/requirements.txt` there.'
const NOWHERE = 'Paths in a Dockerfile begin at `code`: correct the path, or make the file in a step before this one.'
const PATHS = ['Dockerfile', '.dockerignore', 'app/requirements.txt']

test.each([
  ['secret.txt', `${IGNORED} lies in \`code\` and was left out by \`.dockerignore\`: ${TAKE_BACK}`],
  ['/kaniko/somewhere/secret.txt', `${IGNORED} lies in \`code\` and was left out by \`.dockerignore\`: ${TAKE_BACK}`],
  [
    'app/.env',
    '`app/.env` lies in `code` and was left out by default, because `.env` is likely to hold secrets. What the app reads as it runs belongs in the input `env`; `!.env` in an ignore file takes it back.'
  ],
  [
    'web/node_modules/x',
    '`web/node_modules/x` lies in `code` and was left out by default, with `node_modules`. Make it in the Dockerfile, with the command that installs or builds it; `!node_modules` in an ignore file takes it back.'
  ],
  [
    '/web/node_modules',
    '`web/node_modules` lies in `code` and was left out by default, with `node_modules`. Make it in the Dockerfile, with the command that installs or builds it; `!node_modules` in an ignore file takes it back.'
  ],
  [
    '.git/config',
    '`.git/config` lies in `code` and was left out: it may never be packed. Let the build do without it.'
  ],
  ['requirements.txt', `\`code\` has no \`requirements.txt\`, but ${ELSEWHERE}`],
  ['requirement.txt', `\`code\` has no \`requirement.txt\`, but ${ELSEWHERE}`],
  ['/requirements.lock', `\`code\` has no \`requirements.lock\`. ${NOWHERE}`],
  ['src/prices.py', `\`code\` has no \`src/prices.py\`. ${NOWHERE}`],
  ['app/requirements.txt', undefined],
  ['/app', undefined]
])('%j, which a build looks for: %j', (wanted, why) => {
  using tree = new TemporaryTree(TREE)
  expect(whyLeftOut(wanted, { root: tree.root, paths: PATHS })).toBe(why)
})
