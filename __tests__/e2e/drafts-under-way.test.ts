import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Handler } from '../platform/support/fake-server.ts'
import { ActingApp, callsTo, inputsForActing, OURS } from '../support/acting-app.ts'
import { type Inputs, messagesOf, runMain, theFailure, Workspace } from '../support/deploying.ts'

/** Reads of the draft that find it under way. */
const READS_UNDER_WAY = 2

type End = { readonly status: string; readonly error?: string }

const UNDER_WAY: End = { status: 'VERSION_STATUS_COMPILING' }

/** A platform which compiles what it saves, by itself. `deployId` is told with the draft. */
class EagerPlatform {
  readonly app = new ActingApp()
  readonly #end: End
  readonly #deployId: string
  readonly #saved: End
  #reads = 0
  /** What the draft's status was when it was published. */
  published: unknown

  constructor(end: End, deployId = '', saved = UNDER_WAY) {
    this.#end = end
    this.#saved = saved
    this.#deployId = deployId
  }

  readonly handlers: Record<string, Handler> = {
    SaveDraft: () => ({ draft: this.#draft(this.#saved) }),
    GetDraftInfo: () => {
      const isSaved = this.app.draft !== undefined
      if (!isSaved) return {}
      const isOver = ++this.#reads > READS_UNDER_WAY
      return { draft: this.#draft(isOver ? this.#end : this.#saved) }
    },
    StreamCompileLogs: async function* () {
      yield { data: Buffer.from('Installing requirements\n').toString('base64') }
      await sleep(50)
    },
    PublishDraft: () => {
      this.published = this.app.draft?.['status']
      return { published_version: this.app.publish(OURS) }
    }
  }

  #draft(end: End) {
    this.app.draft = { code_hash: OURS, created_at_ms: '2000', deploy_id: this.#deployId, ...end }
    return this.app.draft
  }
}

async function deployed(eager: EagerPlatform, inputs: Inputs = {}) {
  await using server = await eager.app.serve(eager.handlers)
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, inputs) })
  return { main, compiles: callsTo(server, 'CompileDraft'), publishes: callsTo(server, 'PublishDraft') }
}

const READY = { status: 'VERSION_STATUS_COMPILED' }
const IMAGE = { code: '', 'image-ref': `registry.example/app@sha256:${'a'.repeat(64)}` }

test.concurrent.each([
  { what: 'Python code', inputs: {}, deployId: 'deploy-1', says: /^\| Installing requirements$/m },
  {
    what: 'Python code without a log',
    inputs: {},
    deployId: '',
    says: /^The log is not shown: The platform names no log of this draft\.$/m
  },
  { what: 'an image that is ready', inputs: IMAGE, deployId: '', says: /^Built the image/m }
])('A draft of $what that is under way when it is saved is published when it is finished', async (row) => {
  const eager = new EagerPlatform(READY, row.deployId)
  const { main, compiles } = await deployed(eager, row.inputs)
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect([eager.published, compiles]).toEqual([READY.status, 0])
  expect(main.log).toMatch(row.says)
  expect(messagesOf(main, 'warning')).toEqual([])
  expect(main.outputs).toMatchObject({ published_version: '2', deploy_id: row.deployId })
})

const FAILED = { status: 'VERSION_STATUS_FAILED', error: 'requirements.txt: no package of that name' }

test.concurrent('A log that is named later than the draft is saved is shown from its first line', async () => {
  const eager = new EagerPlatform(READY, 'deploy-1')
  const unnamed = { code_hash: OURS, created_at_ms: '2000', ...UNDER_WAY }
  eager.handlers['SaveDraft'] = () => {
    eager.app.draft = unnamed
    return { draft: unnamed }
  }
  const { main } = await deployed(eager)
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toMatch(/^\| Installing requirements$/m)
  expect(main.log).not.toMatch(/interrupted|not shown/)
  expect(main.outputs['deploy_id']).toBe('deploy-1')
})

test.concurrent.each([
  { when: 'fails then', saved: UNDER_WAY },
  { when: 'has failed already', saved: FAILED }
])('One that $when is not published, and its log says why', async ({ saved }) => {
  const { main, publishes } = await deployed(new EagerPlatform(FAILED, 'deploy-1', saved))
  expect(theFailure(main)).toMatchObject({
    reason: 'compile_failed',
    message: expect.stringContaining('The code did not compile: requirements.txt: no package of that name')
  })
  expect(publishes).toBe(0)
  expect(main.log).toMatch(/^\| Installing requirements$/m)
})
