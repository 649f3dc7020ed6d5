import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { compiled } from '../../faults/support/compiling.ts'
import type { Handler } from '../../platform/support/fake-server.ts'
import { type Inputs, inputsFor, messagesOf, ROOT, runMain, theFailure, Workspace } from '../../support/deploying.ts'

const FROM = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY server.py .\n'
const SERVE = 'CMD ["python3", "server.py"]\n'
const NON_ROOT = 'USER 65534\n'
const MISSING = `ghcr.io/acme/missing@sha256:${'a'.repeat(64)}`

/** What the emulator brings about by itself. */
const FAILURES: readonly { readonly fault: string; readonly inputs: Inputs; readonly helps: string }[] = [
  { fault: 'an image without a user', inputs: built('root'), helps: 'The platform runs no container as root' },
  { fault: 'an image whose user has a name', inputs: built('named'), helps: 'Write the number in the Dockerfile' },
  { fault: 'a container that ends', inputs: built('crashing'), helps: 'listen on `$PORT`' },
  { fault: 'a server with a port of its own', inputs: built('port'), helps: 'Listen on `$PORT` and on 0.0.0.0' },
  { fault: 'a server that answers /health', inputs: built('health'), helps: 'set `health-path: /health`' },
  {
    fault: 'buildpacks where a Dockerfile lies',
    inputs: { code: 'web/root', builder: 'buildpacks' },
    helps: 'set `dockerfile-path: Dockerfile`'
  },
  {
    fault: 'a private image without its secret',
    inputs: { code: '', 'image-ref': 'ghcr.io/acme/private:1' },
    helps: '`registry-secret-ref`, or `registry-server`'
  },
  {
    fault: 'an image that is not there',
    inputs: { code: '', 'image-ref': MISSING },
    helps: 'The registry has no such image'
  },
  {
    fault: 'a private image with credentials that the registry refuses',
    inputs: {
      code: '',
      'image-ref': 'ghcr.io/acme/private:1',
      'registry-server': 'ghcr.io',
      'registry-username': 'me',
      'registry-password': 'outdated-token'
    },
    helps: 'The registry refuses the image to the credentials that are set'
  },
  {
    fault: 'a COPY of a file that an ignore file leaves out',
    inputs: built('ignored'),
    helps: 'was left out by `.dockerignore`: remove the line there, or add `!settings.json` below it.'
  },
  {
    fault: 'a COPY of a file that is left out by default',
    inputs: built('withheld'),
    helps: '`.env` lies in `code` and was left out by default, because `.env` is likely to hold secrets.'
  },
  {
    fault: 'a COPY of a file of another directory',
    inputs: built('elsewhere'),
    helps: 'Paths in a Dockerfile begin at `code`: write `data/prices.txt` there.'
  },
  { fault: 'a handler with one argument', inputs: { code: 'python/arguments' }, helps: 'def handler(payload, ctx):' },
  {
    fault: 'a handler of another name',
    inputs: { code: 'python/function' },
    helps: 'has no function of the name handler'
  },
  { fault: 'a date as the result', inputs: { code: 'python/result' }, helps: 'a value that JSON has no form for' },
  {
    fault: 'a module that is not there',
    inputs: { code: 'python/module' },
    helps: 'Add the package of `numpyx` to requirements.txt'
  }
]

const HANDLERS: Readonly<Record<string, string>> = {
  arguments: 'def handler(payload):\n    return {}\n',
  function: 'def handle(payload, ctx):\n    return {}\n',
  result: 'import datetime\n\n\ndef handler(payload, ctx):\n    return datetime.date.today()\n',
  module: 'import numpyx\n\n\ndef handler(payload, ctx):\n    return {}\n'
}

function built(variant: string): Inputs {
  return { code: `web/${variant}`, 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
}

const IMAGES: Readonly<Record<string, string>> = {
  root: FROM + SERVE,
  named: `${FROM}USER app\n${SERVE}`,
  crashing: `${FROM}${NON_ROOT}CMD ["python3", "-c", "raise SystemExit(1)"]\n`,
  port: `${FROM}${NON_ROOT}CMD ["env", "PORT=1", "python3", "server.py"]\n`,
  health: FROM + NON_ROOT + SERVE,
  ignored: `${FROM}COPY settings.json .\n${NON_ROOT}${SERVE}`,
  withheld: `${FROM}COPY .env .\n${NON_ROOT}${SERVE}`,
  elsewhere: `${FROM}COPY prices.txt .\n${NON_ROOT}${SERVE}`
}

describe('What the platform’s pages list is answered with what helps', () => {
  const workspace = new Workspace()
  let emulator: Emulator

  beforeAll(async () => {
    for (const [variant, dockerfile] of Object.entries(IMAGES)) {
      mkdirSync(path.join(workspace.path, 'web', variant), { recursive: true })
      cpSync(path.join(ROOT, 'examples/web/server.py'), path.join(workspace.path, 'web', variant, 'server.py'))
      workspace.write(`web/${variant}/Dockerfile`, dockerfile)
    }
    workspace.write('web/ignored/settings.json', '{}')
    workspace.write('web/ignored/.dockerignore', 'settings.json\n')
    workspace.write('web/withheld/.env', 'A=1\n')
    mkdirSync(path.join(workspace.path, 'web/elsewhere/data'))
    workspace.write('web/elsewhere/data/prices.txt', '1\n')
    for (const [variant, handler] of Object.entries(HANDLERS)) {
      mkdirSync(path.join(workspace.path, 'python', variant), { recursive: true })
      workspace.write(`python/${variant}/handler.py`, handler)
    }
    mkdirSync(path.join(workspace.path, 'db'))
    workspace.edit('../web/health/server.py', (text) => text.replace('"/healthz"', '"/health"'))
    const directory = path.join(ROOT, 'examples/web')
    emulator = await startEmulator({
      healthWaitSeconds: 1,
      images: [
        { ref: 'ghcr.io/acme/private:1', directory, private: { username: 'me', password: 'secret' } },
        { ref: 'ghcr.io/acme/web:1', directory }
      ]
    })
  })

  afterAll(async () => {
    workspace[Symbol.dispose]()
    await emulator.close()
  })

  test.concurrent.each(FAILURES.map((failure, at) => ({ ...failure, at })))('$fault', async ({ inputs, helps, at }) => {
    const named = inputsFor(emulator, { app: `app-${at}`, 'test-payload': '{"name":"Ada"}', ...inputs })
    const main = await runMain(workspace, { inputs: named })
    expect(theFailure(main).message).toContain(helps)
  })

  test.concurrent('not the words of the app that are the same', async () => {
    workspace.write(
      'db/handler.py',
      'def handler(payload, ctx):\n    raise KeyError("dial tcp 34.120.1.2:8443: i/o timeout")\n'
    )
    const main = await runMain(workspace, {
      inputs: inputsFor(emulator, { app: 'db', code: 'db', 'test-payload': '{}' })
    })
    expect(main.log).toContain("| KeyError: 'dial tcp 34.120.1.2:8443: i/o timeout'")
    expect(theFailure(main).message).toBe(
      "KeyError: 'dial tcp 34.120.1.2:8443: i/o timeout', handler.py:2. The test test-payload failed."
    )
  })

  test.concurrent('a tag that may move', async () => {
    const inputs = { app: 'moving', code: '', 'image-ref': 'ghcr.io/acme/web:1', 'allow-unauthenticated': 'true' }
    const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(messagesOf(main, 'warning').join()).toContain('Name it by its digest: image-ref: NAME@sha256:')
  })
})

/** What the platform refuses in its own words, and the call that is refused. */
const REFUSALS: readonly (readonly [call: string, code: status, words: string, helps: string])[] = [
  [
    'GetApp',
    status.PERMISSION_DENIED,
    '403 UMA authorization rejected',
    'grant-role <service-account-id> ignite-authorization-service'
  ],
  [
    'GetApp',
    status.PERMISSION_DENIED,
    'ignite.model-user role not found',
    'ignite-authorization-service ignite.model-user`'
  ],
  ['SaveDraft', status.INVALID_ARGUMENT, '--dockerfile-path requires a context', 'a directory or an archive in `code`'],
  ['SaveDraft', status.INVALID_ARGUMENT, 'build_args are not allowed: rejected', 'Remove `build-args`'],
  [
    'SaveDraft',
    status.FAILED_PRECONDITION,
    'registry_secret_ref: a git secret is rejected',
    '`git-secret-ref` one of type git'
  ],
  [
    'CompileDraft',
    status.INTERNAL,
    'no active compilation for acme/crate',
    'Run the job again; it saves the draft anew'
  ],
  ['PublishDraft', status.FAILED_PRECONDITION, '{"status":"no draft"}', 'Run the job again; it saves the draft anew'],
  [
    'PublishDraft',
    status.FAILED_PRECONDITION,
    'Readiness probe failed: Get "http://10.2.9.133:80/healthz": dial tcp 10.2.9.133:80: connect: connection refused',
    'Nothing listens on the port that the platform asks'
  ],
  ['PublishDraft', status.FAILED_PRECONDITION, "CrashLoopBackOff: Error: Cannot find module 'express'", 'RUN npm ci'],
  ['CompileDraft', status.INTERNAL, 'main.go:2:8: missing go.sum entry for x', 'Run `go mod tidy`'],
  ['PublishDraft', status.FAILED_PRECONDITION, 'Reason: OOMKilled, Exit Code: 137', 'Set a larger `tier`'],
  ['PublishDraft', status.FAILED_PRECONDITION, 'Back-off pulling image: ImagePullBackOff', 'from its own registry'],
  ['PublishDraft', status.FAILED_PRECONDITION, '"POST / HTTP/1.1" 405', 'name the ports that it serves in `ports`']
]

test.concurrent.each(REFUSALS)('%s that is refused with %d, %j', async (call, code, words, helps) => {
  const refusing: Handler = () => {
    throw { code, details: words }
  }
  let isOver = false
  async function* log(): AsyncGenerator<Buffer> {
    yield Buffer.from('compiling\n')
    isOver = true
  }
  const { main } = await compiled({ log, isOver: () => isOver }, { handlers: { [call]: refusing } })
  const { message } = theFailure(main)
  expect(message).toContain(words)
  expect(message).toContain(helps)
})

/** The names of an app, a file and an image stand in the platform's words, and are no words of its own. */
const NAMES: readonly (readonly [app: string, words: string])[] = [
  ['missing-items', 'handler.py was not accepted for missing-items'],
  ['no-draft', 'the code of no-draft holds no-draft.py twice'],
  ['pull-access-denied', 'the image pull-access-denied:1 has no entry point'],
  ['crashloopbackoff', 'the app "crashloopbackoff" is locked']
]

test.concurrent.each(NAMES)(
  'The app %s, which is refused with %j, has the advice of the status',
  async (app, words) => {
    const refusing: Handler = () => {
      throw { code: status.FAILED_PRECONDITION, details: words }
    }
    async function* log(): AsyncGenerator<Buffer> {}
    const handlers = { PublishDraft: refusing }
    const { main } = await compiled({ log, isOver: () => true }, { handlers, inputs: { app: `acme:${app}` } })
    expect(theFailure(main).message).toBe(
      `Publishing acme/${app}: FAILED_PRECONDITION: ${words}. The platform refuses this as things stand, and its words say why. Run the job again once that is no longer so.`
    )
  }
)
