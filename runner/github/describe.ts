/**
 * Takes from GitHub's own description of its REST API what the fake answers, and writes it beside this file. The package that
 * holds the description is downloaded into a temporary folder. By hand: `npm run github-api`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = '@octokit/openapi@23.0.2'

const OPERATIONS: readonly (readonly [path: string, ...methods: readonly string[]])[] = [
  ['/issues/{issue_number}/comments', 'get', 'post'],
  ['/issues/comments/{comment_id}', 'get', 'patch', 'delete'],
  ['/deployments', 'get', 'post'],
  ['/deployments/{deployment_id}/statuses', 'get', 'post'],
  ['/check-runs/{check_run_id}', 'get'],
  ['/pulls/{pull_number}', 'get'],
  ['/commits/{commit_sha}/pulls', 'get'],
  ['/actions/workflows/{workflow_id}', 'get'],
  ['/actions/workflows/{workflow_id}/runs', 'get'],
  ['/actions/runs/{run_id}/attempts/{attempt_number}/jobs', 'get'],
  ['/actions/jobs/{job_id}/logs', 'get'],
  ['/releases', 'get', 'post'],
  ['/releases/tags/{tag}', 'get'],
  ['/releases/{release_id}', 'get', 'patch', 'delete'],
  ['/releases/{release_id}/assets', 'post'],
  ['/git/refs', 'post'],
  ['/git/refs/{ref}', 'patch']
]

/** For people, or for other readers of the description. */
const LEFT_OUT = [
  'description',
  'example',
  'examples',
  'externalDocs',
  'operationId',
  'summary',
  'tags',
  'x-github',
  'x-octokit'
]

type Tree = { readonly [name: string]: unknown }

const whole = download()
const paths = Object.fromEntries(OPERATIONS.map(([path, ...methods]) => [path, operations(path, methods)]))
const kinds = Object.entries(reached(paths)).map(([kind, components]) => section(kind, components))
const sections = [`"from": "${PACKAGE}"`, section('paths', paths), `"components": {\n${kinds.join(',\n')}\n}`]
writeFileSync(join(import.meta.dirname, 'api-description.json'), `{\n${sections.join(',\n')}\n}\n`)

function download(): Tree {
  const directory = mkdtempSync(join(tmpdir(), 'github-api-'))
  try {
    const archive = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: directory, encoding: 'utf8' }).trim()
    const file = 'package/generated/api.github.com.json'
    execFileSync('tar', ['xzf', archive, file], { cwd: directory })
    return JSON.parse(readFileSync(join(directory, file), 'utf8'))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Below the repository's path, with its parameters left out. */
function operations(path: string, methods: readonly string[]): Tree {
  const all = at(whole, ['paths', `/repos/{owner}/{repo}${path}`]) as Tree
  return Object.fromEntries(methods.map((method) => [method, bare(all[method])]))
}

/** Without what is for people: a property may be called `description`, so only what stands beside a type is meant. */
function bare(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => areNames || !LEFT_OUT.includes(name))
  return Object.fromEntries(kept.map(([name, member]) => [name, bare(member, !areNames && name === 'properties')]))
}

/** The components that are referred to, from one to the next, by their kinds. */
function reached(from: unknown): Readonly<Record<string, Tree>> {
  const found = new Map<string, unknown>()
  const pending = referencesIn(from)
  for (const reference of pending) {
    if (found.has(reference)) continue
    const component = bare(at(whole, reference.split('/').slice(1)))
    found.set(reference, component)
    pending.push(...referencesIn(component))
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  const byKind = Map.groupBy(sorted, ([reference]) => reference.split('/')[2] ?? '')
  return Object.fromEntries(
    [...byKind].map(([kind, list]) => [
      kind,
      Object.fromEntries(list.map(([name, each]) => [name.split('/')[3] ?? '', each]))
    ])
  )
}

function referencesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
}

function at(tree: unknown, names: readonly string[]): unknown {
  return names.reduce((value, name) => (value as Tree)[name], tree)
}

/** One entry a line, so that a new version of the description can be read as a difference. */
function section(name: string, entries: Tree): string {
  const lines = Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `"${name}": {\n${lines.join(',\n')}\n}`
}
