import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEFAULT_ACCOUNT, type Emulator, startEmulator } from '../../emulator/start.ts'
import { type GitHub, startGitHub } from '../../runner/github/github-server.ts'
import { runAction } from '../../runner/runner.ts'
import { BROKEN_GREETER, FIRST_GREETER, type Greeter, SECOND_GREETER } from './greeters.ts'

const ACTION = path.resolve(import.meta.dirname, '../..')
const PULL_REQUEST = 12
const COMMIT = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** What runs wrote for people, as Markdown. */
type PicturedRuns = {
  /** The summary of a run that changed an app. */
  readonly summary: string
  /** That of a run whose test failed. */
  readonly failure: string
  /** The comment of a run for a pull request. */
  readonly comment: string
}

type Scene = { readonly emulator: Emulator; readonly github: GitHub }

/** Runs the built action on an emulator, as a push and as a pull request would. */
export async function makePicturedRuns(): Promise<PicturedRuns> {
  await using emulator = await startEmulator({ grpcPort: 50051, publicPort: 8082 })
  await using github = await startGitHub()
  github.store.openPullRequest(PULL_REQUEST, { headSha: COMMIT })
  const scene = { emulator, github }
  await deploy(scene, FIRST_GREETER, pushed(github))
  const summary = await deploy(scene, SECOND_GREETER, pushed(github))
  const failure = await deploy(scene, BROKEN_GREETER, pushed(github))
  for (const greeter of [FIRST_GREETER, SECOND_GREETER]) await deploy(scene, greeter, pullRequest(github))
  const [comment] = github.store.commentsOn(PULL_REQUEST)
  if (comment === undefined) throw new Error('no comment was written')
  return { summary, failure, comment: comment.body }
}

type Trigger = Pick<Parameters<typeof runAction>[0], 'github' | 'event' | 'inputs'>

function pushed({ context }: GitHub): Trigger {
  return { github: { ...context, server_url: 'https://github.com', sha: COMMIT }, event: {}, inputs: {} }
}

function pullRequest({ context }: GitHub): Trigger {
  const head = { ref: 'good-morning', sha: COMMIT, repo: { full_name: context.repository } }
  return {
    github: { ...context, server_url: 'https://github.com', event_name: 'pull_request' },
    event: { action: 'synchronize', pull_request: { number: PULL_REQUEST, state: 'open', title: 'Greet', head } },
    inputs: { mode: 'preview' }
  }
}

/** Gives the job summary. */
async function deploy({ emulator }: Scene, { files, env }: Greeter, trigger: Trigger): Promise<string> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'ignite-pictures-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true })
      writeFileSync(path.join(workspace, name), text)
    }
    await using step = runAction({
      directory: ACTION,
      workspace,
      ...trigger,
      inputs: {
        app: 'greeter',
        code: 'greeter',
        env,
        'test-payload-file': 'tests/*.json',
        'allow-unauthenticated': 'true',
        'api-endpoint': emulator.grpc,
        'auth-url': emulator.tokenUrl,
        'service-account-id': DEFAULT_ACCOUNT.id,
        'service-account-secret': DEFAULT_ACCOUNT.secret,
        ...trigger.inputs
      }
    })
    const { summary } = await step.main
    if (summary === undefined) throw new Error('the run wrote no summary')
    return summary
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}
