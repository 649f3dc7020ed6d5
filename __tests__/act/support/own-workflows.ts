import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from '@jest/globals'
import type { GitHub } from '../../../runner/github/github-server.ts'
import { installGh } from '../../../tooling/workflows/gh-program.ts'
import { NoProgramsError } from '../../../tooling/workflows/programs.ts'
import { TOKEN } from '../../github/support/talking.ts'
import { ROOT } from '../../support/deploying.ts'
import { ActRepository } from './act-repository.ts'

/** A copy of this clone. act leaves out what .gitignore names, so there is none, and node_modules is a link. */
export function copyOfClone(): ActRepository {
  const repository = copy()
  repository.commit()
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(repository.path, 'node_modules'))
  return repository
}

/**
 * A copy that is not committed yet, has nothing installed, and in which `npm ci` gives what this clone has: a job under act
 * is told of no registry. A copy, since dist/ names packages by where they lie, and of links where it is the same disk.
 */
export function copyToInstall(): ActRepository {
  const repository = copy()
  const from = `'${path.join(ROOT, 'node_modules')}' node_modules`
  const install = `cp -al ${from} 2> /dev/null || { rm -rf node_modules; cp -a ${from}; }`
  repository.program('npm', `[ "$1" = ci ] || PATH=\${PATH#*:} exec npm "$@"\n${install}`)
  return repository
}

function copy(): ActRepository {
  const repository = new ActRepository()
  const left = ['node_modules', '.git', '.gitignore', 'build'].map((name) => path.join(ROOT, name))
  cpSync(ROOT, repository.path, { recursive: true, filter: (file) => !left.includes(file) })
  return repository
}

/** A test that is skipped, and says why, where `gh` cannot be had. */
export function testWithGh(name: string, body: () => Promise<void>): void {
  try {
    installGh()
    test(name, body)
  } catch (error) {
    if (!(error instanceof NoProgramsError)) throw error
    test.skip(`${name} (there is no gh: ${error.message})`, body)
  }
}

/** `gh` as a job without a checkout has it, with that GitHub behind it. It speaks http to this name alone, by way of a proxy. */
export function withGh(repository: ActRepository, github: GitHub): readonly string[] {
  const env = `http_proxy=${github.address} GH_HOST=${HOSTNAME} GIT_DIR=/nowhere`
  repository.program('gh', `${env} exec '${installGh()}' "$@"`)
  return ['--env', `GITHUB_REPOSITORY=${github.context.repository}`, '--secret', `GITHUB_TOKEN=${TOKEN}`]
}

export const HOSTNAME = 'github.localhost'

/** Changes what act cannot do, or what a run begins with. */
export function changeWorkflow(repository: ActRepository, file: string, from: string, to: string): void {
  const where = path.join(repository.path, '.github/workflows', file)
  const text = readFileSync(where, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`)
  writeFileSync(
    where,
    text.replace(from, () => to)
  )
}

/** Other people's actions are stood in for, by their names in the workflow; act itself checks out. */
export function standIns(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, '.github/workflows', file), 'utf8')
  const used = text.matchAll(/uses: actions\/(?!checkout@)([\w-]+)@([0-9a-f]{40})/g)
  return [...used].flatMap(([, action = '', sha]) => [
    '--local-repository',
    `actions/${action}@${sha}=${path.join(import.meta.dirname, '../stand-ins', action)}`
  ])
}
