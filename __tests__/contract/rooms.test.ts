import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'

/** Who may import what (docs/architecture.md, The rooms). `node:` modules are named where a room may not have all. */
const RULES: Record<string, { rooms: readonly string[]; packages: RegExp }> = {
  model: { rooms: ['model'], packages: /^$/ },
  deploy: { rooms: ['deploy', 'model'], packages: /^$/ },
  platform: { rooms: ['platform', 'model'], packages: /^(@grpc\/grpc-js|@bufbuild\/protobuf(\/.*)?|node:.*)$/ },
  source: { rooms: ['source', 'model'], packages: /^(tar|ignore|node:.*)$/ },
  inputs: { rooms: ['inputs', 'model'], packages: /^node:.*$/ },
  log: { rooms: ['log', 'model'], packages: /^node:.*$/ },
  action: { rooms: ['action', 'inputs', 'log', 'model'], packages: /^(@actions\/core|node:.*)$/ },
  '.': { rooms: ['\\.', 'model', 'inputs', 'log', 'action', 'deploy', 'platform', 'source'], packages: /^node:.*$/ }
}

const root = path.resolve(import.meta.dirname, '../../src')
const files = globSync('**/*.ts', { cwd: root })

function roomOf(file: string): string {
  return file.includes(path.sep) ? file.slice(0, file.indexOf(path.sep)) : '.'
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const statements = text.matchAll(
    /^(?:import (?:.* from )?|export .* from |\} from )'([^']+)'|\bimport\('([^']+)'\)/gm
  )
  return [...statements].map((match) => match[1] ?? match[2]!)
}

test('there are files to look at', () => {
  expect(files).toContain('main.ts')
})

test.each(files)('%s stays in its room', (file) => {
  const rule = RULES[roomOf(file)]!
  for (const specifier of importsOf(file)) {
    if (!specifier.startsWith('.')) {
      expect(specifier).toMatch(rule.packages)
      continue
    }
    const room = roomOf(path.relative(root, path.resolve(root, path.dirname(file), specifier)))
    expect({ specifier, room }).toEqual({
      specifier,
      room: expect.stringMatching(new RegExp(`^(${rule.rooms.join('|')})$`))
    })
  }
})

test.each(files.filter((file) => !['.', 'action'].includes(roomOf(file))))(
  '%s does not read the environment',
  (file) => {
    expect(readFileSync(path.join(root, file), 'utf8')).not.toMatch(/process\.(env|exit)\b/)
  }
)
