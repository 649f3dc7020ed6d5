import path from 'node:path'
import { expect, test } from '@jest/globals'
import { whereModule } from '../../src/source/missing-module.ts'
import { TemporaryTree } from './support/trees.ts'

type Language = Parameters<typeof whereModule>[0]
type Files = Readonly<Record<string, string>>

/** What is seen of a module that code in `app/` misses. */
function seen(language: Language, wanted: string, files: Files, packed = Object.keys(files)) {
  using tree = new TemporaryTree(files)
  const paths = packed.flatMap((name) => (name.startsWith('app/') ? [name.slice('app/'.length)] : []))
  return whereModule(language, wanted, { root: path.join(tree.root, 'app'), paths, workspace: tree.root })
}

const HANDLER = { 'app/handler.py': '' }
const PACKAGE = {
  'app/package.json': '{"dependencies": {"express": "5", "@acme/prices": "1"}, "devDependencies": {"vite": "7"}}'
}
const CARGO = {
  'app/Cargo.toml': '[package]\nname = "rant"\n\n[dependencies]\nrand = "0.9"\n\n[dev-dependencies.serde-json]\n'
}
const GO = { 'app/go.mod': 'module example.com/app\n\nrequire (\n\tgithub.com/google/uuid v1.6.0\n)\n' }

test.each<[what: string, language: Language, wanted: string, files: Files, says: string]>([
  [
    'a misspelt module',
    'python',
    'pricse',
    { 'app/prices.py': '' },
    '`code` has `prices`: if that is meant, correct `pricse`'
  ],
  ['a misspelt package of one’s own', 'python', 'shered', { 'app/shared/a.py': '' }, '`code` has `shared`: if'],
  [
    'a misspelt requirement',
    'python',
    'numpyx.linalg',
    { 'app/requirements.txt': '# x\nnumpy==2.1\n' },
    '`requirements.txt` has `numpy`: if that is meant, correct `numpyx`'
  ],
  [
    'a module of a directory',
    'python',
    'prices',
    { 'app/lib/prices.py': '' },
    '`code` holds `lib/prices.py`, and Python'
  ],
  [
    'a package of a directory',
    'python',
    'shared',
    { 'app/lib/shared/__init__.py': '' },
    '`code` holds `lib/shared`, and'
  ],
  [
    'a module beside the code',
    'python',
    'shared.a',
    { ...HANDLER, 'shared/a.py': '' },
    'has `shared` outside of `code`'
  ],
  [
    'a requirement that was not installed',
    'python',
    'my_flask',
    { 'app/requirements.txt': 'My-Flask>=3\n' },
    'requirements.txt names `my_flask`, so it was not installed'
  ],
  [
    'a misspelt file',
    'node',
    './lib/pricse',
    { 'app/lib/prices.js': '' },
    '`code` holds `lib/prices.js`: if that is meant'
  ],
  ['a file that lies elsewhere', 'node', '/app/server.js', { 'app/src/server.js': '' }, '`code` holds `src/server.js`'],
  [
    'a misspelt package',
    'node',
    'expres/router',
    PACKAGE,
    '`package.json` has `express`: if that is meant, correct `expres`'
  ],
  [
    'a package that was not installed',
    'node',
    '@acme/prices/list',
    PACKAGE,
    'package.json names `@acme/prices`, so it was'
  ],
  ['a package for development', 'node', 'vite', PACKAGE, '`vite` under devDependencies'],
  ['a misspelt crate', 'rust', 'rnad', CARGO, '`Cargo.toml` has `rand`: if that is meant, correct `rnad`'],
  ['a misspelt crate of a table of its own', 'rust', 'serde_jsn', CARGO, '`Cargo.toml` has `serde_json`'],
  ['a module that is not declared', 'rust', 'prices', { 'app/src/prices.rs': '' }, 'declare it with `mod prices;`'],
  ['a misspelt module of Rust', 'rust', 'pricse', { 'app/src/prices/mod.rs': '' }, '`code` has `prices`'],
  ['a misspelt package of Go', 'go', 'github.com/gogle/uuid', GO, '`go.mod` has `github.com/google/uuid`']
])('%s', (_what, language, wanted, files, says) => {
  const told = seen(language, wanted, files)
  expect(told?.says).toContain(says)
  expect(told?.isSure).toBe(!told?.says.endsWith('in the code.'))
})

test.each<[what: string, language: Language, wanted: string, files: Files]>([
  ['a name that is like none', 'python', 'numpy', { ...HANDLER, 'app/requirements.txt': 'flask\n' }],
  ['a short name', 'python', 'abc', { 'app/abd.py': '' }],
  ['a package.json that is no JSON', 'node', 'express', { 'app/package.json': '{' }],
  ['a file of another kind', 'node', './prices', { 'app/prices.txt': '' }],
  ['a key of a package', 'rust', 'rent', CARGO],
  ['a package of Go that is like none', 'go', 'github.com/acme/prices', GO]
])('nothing is said of %s', (_what, language, wanted, files) => {
  expect(seen(language, wanted, files)).toBeUndefined()
})

test('a module that an ignore file leaves out is told with the rule', () => {
  const files = { ...HANDLER, 'app/prices.py': '', 'app/.igniteignore': 'prices.py' }
  expect(seen('python', 'prices', files, ['app/handler.py'])?.says).toContain('was left out by `.igniteignore`')
})
