import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from '@jest/globals'
import { DEFAULT_ACCOUNT, type EmulatorOptions } from '../../../emulator/start.ts'
import type { GitHub } from '../../../runner/github/github-server.ts'
import { ROOT } from '../../support/deploying.ts'
import { ActScene } from './act-scene.ts'
import { forEmulator, workflowsOf } from './documented.ts'

const PAGES = ['README.md', 'docs/workflows.md', 'docs/github.md']
const WORKFLOWS = new Map(PAGES.flatMap(workflowsOf).map((workflow) => [workflow.name, workflow]))

const OWNER = { username: 'octocat', password: 'read-packages-of-octocat' }
/** Who may clone the repository. */
export const CLONER = { username: 'octocat', token: 'pat-of-octocat' }
const SECRETS = {
  DODIL_SA_SECRET: DEFAULT_ACCOUNT.secret,
  DODIL_STAGING_SA_SECRET: DEFAULT_ACCOUNT.secret,
  REGISTRY_TOKEN: OWNER.password,
  GITHUB_TOKEN: 'ghs_token'
}

/** What its stand-in says that Docker built. */
export const BUILT = 'ghcr.io/acme/web@sha256:5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270'

/** Actions that need Docker or GitHub's own storage: here folders of this machine stand in for both. */
const STAND_INS = {
  'docker/login-action@v4': 'docker-login',
  'docker/build-push-action@v7': 'docker-build-push',
  'actions/upload-artifact@v7': 'upload-artifact',
  'actions/download-artifact@v8': 'download-artifact'
}

/** Where they keep what a workflow uploads. */
export const artifacts = mkdtempSync(path.join(tmpdir(), 'ignite-artifacts-'))
afterAll(() => rmSync(artifacts, { recursive: true }))

/** All that a workflow of the pages finds. */
function world(repository: string): EmulatorOptions {
  return {
    images: [{ ref: BUILT, directory: path.join(ROOT, 'examples/web'), private: OWNER }],
    repositories: [{ url: 'https://github.com/octo-org/octo-app.git', directory: repository, private: CLONER }]
  }
}

/** A repository with these folders of examples in it. */
export async function start(folders: Readonly<Record<string, string>>, github?: GitHub): Promise<ActScene> {
  const scene = await ActScene.start(github, world)
  for (const [to, from] of Object.entries(folders)) {
    cpSync(path.join(ROOT, 'examples', from), path.join(scene.workspace.path, to), { recursive: true })
  }
  scene.commit()
  return scene
}

const tried = new Set<string>()

type Triggered = Omit<Parameters<ActScene['run']>[1], 'jobs'> & { readonly ends?: 'success' | 'failure' }

/** Runs a workflow as it is printed, but for the platform that it deploys to. */
export async function runDocumented(scene: ActScene, name: string, { ends = 'success', ...triggered }: Triggered = {}) {
  const workflow = WORKFLOWS.get(name)
  if (workflow === undefined) throw new Error(`no page shows ${name}`)
  tried.add(name)
  scene.workspace.write('.github/workflows/documented.yml', forEmulator(workflow.text))
  scene.commit()
  return await scene.run('documented.yml', {
    secrets: SECRETS,
    ...triggered,
    options: [
      ...Object.entries(STAND_INS).flatMap(([action, folder]) => [
        '--local-repository',
        `${action}=${path.join(import.meta.dirname, '../stand-ins', folder)}`
      ]),
      ...['--var', `DODIL_STAGING_SA_ID=${DEFAULT_ACCOUNT.id}`, '--var', `REGISTRY_USER=${OWNER.username}`],
      ...['--env', `ARTIFACTS=${artifacts}`]
    ],
    jobs: Object.fromEntries(workflow.jobs.map((job) => [job, ends]))
  })
}

/** The workflows of the pages that nothing has run. */
export function untried(): readonly string[] {
  return [...WORKFLOWS.keys()].filter((name) => !tried.has(name))
}
