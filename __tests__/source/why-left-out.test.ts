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
const PATHS = ['Dockerfile', '.dockerignore', 'app/requirements.txt']

test.each([
  ['secret.txt', '`secret.txt` lies in `code` and was left out by `.dockerignore`.'],
  ['/kaniko/somewhere/secret.txt', '`secret.txt` lies in `code` and was left out by `.dockerignore`.'],
  ['app/.env', '`app/.env` lies in `code` and was left out by default, because `.env` is likely to hold secrets.'],
  ['web/node_modules/x', '`web/node_modules/x` lies in `code` and was left out by default, with `node_modules`.'],
  ['.git/config', '`.git/config` lies in `code` and was left out: it may never be packed.'],
  ['requirements.txt', '`code` has no `requirements.txt`, but `app/requirements.txt`.'],
  ['/requirements.lock', '`code` has no `requirements.lock`.'],
  ['src/prices.py', '`code` has no `src/prices.py`.'],
  ['app/requirements.txt', undefined],
  ['/app', undefined]
])('%j, which a build looks for: %j', (wanted, why) => {
  using tree = new TemporaryTree(TREE)
  expect(whyLeftOut(wanted, { root: tree.root, paths: PATHS })).toBe(why)
})
