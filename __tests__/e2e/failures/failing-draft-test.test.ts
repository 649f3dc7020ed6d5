import type { FailureRow } from './support/failure-row.ts'
import { failEach } from './support/failure-table.ts'

/** A handler whose first test ends as it does. */
function handler(what: string, code: string, more: Omit<FailureRow, 'what'> = {}): FailureRow {
  return {
    what,
    inputs: { code: 'app', 'test-payload': '{"name": "Ada"}', ...(more.inputs as object) },
    files: { ...more.files, 'app/handler.py': code }
  }
}

function returning(expression: string): string {
  return `import json\nimport os\nimport time\n\n\ndef handler(payload, ctx):\n    return ${expression}\n`
}

const ECHO = returning('{"echo": json.loads(payload)}')

failEach('draft-test', [
  handler('a handler with one argument', 'def handler(payload):\n    return {}\n'),
  handler('a handler of another name', 'def handle(payload, ctx):\n    return {}\n'),
  handler(
    'a date as the result',
    'import datetime\n\n\ndef handler(payload, ctx):\n    return datetime.date.today()\n'
  ),
  handler('a module that is not there', `import numpyx\n${ECHO}`),
  handler('a module of one’s own that lies elsewhere', `from shared.prices import price\n${ECHO}`, {
    files: { 'shared/prices.py': 'price = 1\n' }
  }),
  handler('a module of one’s own in a directory', `import prices\n${ECHO}`, { files: { 'app/lib/prices.py': '' } }),
  handler('a module of one’s own that is misspelt', `import pricse\n${ECHO}`, { files: { 'app/prices.py': '' } }),
  handler('a module of one’s own that is left out', `import prices\n${ECHO}`, {
    files: { 'app/prices.py': '', 'app/.igniteignore': 'prices.py\n' }
  }),
  handler('a key that the payload does not have', returning('json.loads(payload)["titel"]')),
  handler('a variable that is not set', returning('os.environ["DATABASE_URL"]')),
  handler('a word that is no Python', 'def handler(payload, ctx)\n    return {}\n'),
  handler('a package that there is not', ECHO, { files: { 'app/requirements.txt': 'not a requirement\n' } }),
  handler('a test that takes too long', returning('time.sleep(4)'), { inputs: { 'test-timeout-seconds': '1' } }),
  handler('another output than was expected', ECHO, { inputs: { 'test-expect': '{"echo": {"name": "Bo"}}' } }),
  handler('an output that lacks what was expected', ECHO, { inputs: { 'test-expect': '{"greeting": "Hello"}' } }),
  handler('one of two tests that fails', ECHO, {
    inputs: { 'test-payload': '', 'test-payload-file': 'tests/*.json', 'test-expect': '{"echo": {"name": "Ada"}}' },
    files: { 'tests/a.json': '{"name": "Ada"}', 'tests/b.json': '{"name": "Bo"}' }
  }),
  handler('five of six tests that fail', ECHO, {
    inputs: { 'test-payload': '', 'test-payload-file': 'tests/*.json', 'test-expect': '{"echo": {"name": "Ada"}}' },
    files: Object.fromEntries(
      ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'].map((name) => [`tests/${name}.json`, `{"name": "${name}"}`])
    )
  }),
  handler('a test that fails its own expectation', ECHO, {
    inputs: { 'test-payload': '', 'test-payload-file': 'tests/*.json' },
    files: { 'tests/a.json': '{"name": "Ada"}', 'tests/a.expect.json': '{"echo": {"name": "Bo"}}' }
  }),
  handler('an output that is no JSON', returning('"Hello"'), { inputs: { 'test-expect': '{"greeting": "Hello"}' } }),
  handler('a process that ends itself', returning('os._exit(3)')),
  handler('a handler that calls exit', `import sys\n${returning('sys.exit(1)')}`),
  handler(
    'a database that the app cannot reach',
    returning('(_ for _ in ()).throw(ConnectionError("dial tcp 10.0.0.5:5432: i/o timeout"))')
  )
])
