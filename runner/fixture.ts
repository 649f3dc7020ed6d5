import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type FixtureParts = {
  /** Code of main; CommonJS, with `fs` and `file(name, text)`, which appends to the command file GITHUB_<name>. */
  readonly main?: string
  readonly post?: string
  /** The `inputs:` of action.yml, indented by two. */
  readonly inputs?: string
  readonly runs?: string
}

const prelude = `const fs = require('node:fs')
const file = (name, text) => fs.appendFileSync(process.env['GITHUB_' + name], text)
`

/** A tiny action in a directory of its own, removed when it goes out of scope. */
export function fixture({ main = '', post, inputs = '', runs = '' }: FixtureParts): Disposable & { directory: string } {
  const directory = mkdtempSync(join(tmpdir(), 'fixture-'))
  const postLine = post === undefined ? '' : '  post: post.js\n'
  const action = `name: Fixture\ninputs:\n${inputs}\nruns:\n  using: node24\n  main: main.js\n${postLine}${runs}`
  writeFileSync(join(directory, 'action.yml'), action)
  writeFileSync(join(directory, 'main.js'), prelude + main)
  if (post !== undefined) writeFileSync(join(directory, 'post.js'), prelude + post)
  return { directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) }
}
