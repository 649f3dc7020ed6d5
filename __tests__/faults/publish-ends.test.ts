import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import type { Fault } from '../../emulator/wire/faults/faults.ts'
import type { StageResult } from '../../runner/stage.ts'
import { liveApp } from '../e2e/support/live-app.ts'
import { ActingApp, callsTo, failing, inputsForActing, OURS } from '../support/acting-app.ts'
import { inputsFor, messagesOf, run, runMain, startAction, theFailure, Workspace } from '../support/deploying.ts'
import { type Facts, faultCase } from './support/fault-case.ts'
import { answered, numbersOn, publishing } from './support/publishing.ts'

const PUBLISH = 'ComputeService/PublishDraft'
const TOLD = {
  reason: 'reason_code',
  changed: 'changed',
  published: 'published_version',
  active: 'active_version',
  previous: 'previous_version'
} as const

/** The exit code, and what a run told of its end. */
function told({ exitCode, outputs }: StageResult, names: readonly (keyof typeof TOLD)[]): Facts {
  return { exit: exitCode ?? -1, ...Object.fromEntries(names.map((name) => [name, outputs[TOLD[name]] ?? ''])) }
}

function openPhase({ state }: StageResult): string {
  return JSON.parse(state['ignite_deploy'] ?? '').open?.phase ?? 'closed'
}

/** A publish that may have taken effect may have emptied the slot. */
function saysSlot({ log, summary = '' }: StageResult): boolean {
  return /draft slot holds this run/.test(`${log}${summary}`)
}

/** Deploys to a platform whose PublishDraft does this. */
async function endOfRun(app: ActingApp, publish: () => object, names: readonly (keyof typeof TOLD)[]) {
  await using server = await app.serve({ PublishDraft: () => publish() as never })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server) })
  return { ...told(main, names), publishes: callsTo(server, 'PublishDraft') }
}

// First, because these wait for a minute and the others fit into it.
type PublishEnd = {
  readonly fault: string
  /** What PublishDraft does. */
  readonly publish: (app: ActingApp, call: number) => object
  readonly expected: { readonly exit: number; readonly reason: string; readonly publishes: number }
  readonly says: RegExp
}

const ends: readonly PublishEnd[] = [
  {
    fault: 'a publish that is taken without a number, and shows no version',
    publish: () => ({}),
    expected: { exit: 1, reason: 'publish_unknown', publishes: 1 },
    says: /The platform took the publish and named no version, and none appeared/
  },
  {
    fault: 'a lost publish that leaves the draft slot empty, and shows no version',
    publish: (app) => {
      app.draft = undefined
      return failing(status.UNAVAILABLE)
    },
    expected: { exit: 1, reason: 'publish_unknown', publishes: 1 },
    says: /was lost, and the draft slot is empty, as publishing leaves it/
  },
  {
    fault: 'a lost publish, and a second try that is refused',
    publish: (_, call) => failing(call === 1 ? status.UNAVAILABLE : status.FAILED_PRECONDITION),
    expected: { exit: 1, reason: 'publish_unknown', publishes: 2 },
    says: /was lost, and the second try was refused: .*FAILED_PRECONDITION/
  }
]

for (const { fault, publish, expected, says } of ends) {
  faultCase({
    number: 57,
    fault,
    expected: {
      ...expected,
      changed: '',
      active: '',
      open: 'publishing',
      'changes of settings': 1,
      'says what the slot holds': false
    },
    run: async () => {
      const app = new ActingApp()
      let calls = 0
      await using server = await app.serve({ PublishDraft: () => publish(app, ++calls) as never })
      using workspace = new Workspace()
      await using step = startAction(workspace, { inputs: inputsForActing(server, { tier: 'large' }) })
      const main = await step.main
      expect(theFailure(main).message).toMatch(says)
      return {
        ...told(main, ['reason', 'changed', 'active']),
        publishes: callsTo(server, 'PublishDraft'),
        open: openPhase(main),
        'changes of settings': callsTo(server, 'UpdateAppConfig'),
        'says what the slot holds': saysSlot(main)
      }
    }
  })
}

faultCase({
  number: 55,
  fault: 'the platform refuses the publish with UNKNOWN, so nothing was changed',
  expected: { exit: 1, reason: 'publish_failed', changed: 'false', versions: 0 },
  run: async () => {
    await using emulator = await publishing(answered(status.UNKNOWN))
    using workspace = new Workspace()
    const main = await runMain(workspace, { inputs: inputsFor(emulator) })
    return { ...told(main, ['reason', 'changed']), versions: (await numbersOn(emulator)).length }
  }
})

for (const [code, seconds] of [
  ['INTERNAL', 20],
  ['UNKNOWN', 5],
  ['DATA_LOSS', 5]
] as const) {
  faultCase({
    number: 55,
    fault: `the platform answers ${code} to a publish whose version shows ${seconds} s later`,
    expected: { exit: 0, reason: 'recovered', changed: 'true', published: '2', active: '2', publishes: 1 },
    run: async () => {
      const app = new ActingApp()
      const publish = () => {
        setTimeout(() => app.publish(OURS), seconds * 1000)
        return failing(status[code])
      }
      return await endOfRun(app, publish, ['reason', 'changed', 'published', 'active'])
    }
  })
}

/** With any status at all: what came of a publish is told by the versions. */
const LIARS = [
  'INTERNAL',
  'UNKNOWN',
  'RESOURCE_EXHAUSTED',
  'ABORTED',
  'DATA_LOSS',
  'FAILED_PRECONDITION',
  'PERMISSION_DENIED'
] as const

for (const code of LIARS) {
  faultCase({
    number: 55,
    fault: `the platform answers ${code} after it has published version 2`,
    expected: {
      exit: 0,
      reason: 'recovered',
      changed: 'true',
      published: '2',
      active: '2',
      previous: '1',
      publishes: 1,
      versions: [2, 1]
    },
    run: async () => {
      await using live = await liveApp({
        faults: [{ method: PUBLISH, calls: [2], fault: answered(status[code], true) }]
      })
      const { main, post } = await run(live.workspace, { inputs: inputsFor(live.emulator) })
      expect(post).toMatchObject({ exitCode: 0, raw: '' })
      expect(messagesOf(main, 'warning')).toEqual([
        expect.stringMatching(`${code}: not on a Friday\\. The version was published all the same\\.$`)
      ])
      return {
        ...told(main, ['reason', 'changed', 'published', 'active', 'previous']),
        publishes: live.emulator.journal.filter(({ method }) => method === PUBLISH).length - 1,
        versions: await numbersOn(live.emulator)
      }
    }
  })
}

for (const isDone of [true, false]) {
  faultCase({
    number: 55,
    fault: `the platform answers INTERNAL ${isDone ? 'after' : 'instead of'} a publish, and the versions cannot be read`,
    expected: {
      exit: 1,
      reason: 'publish_unknown',
      changed: '',
      published: '',
      active: '',
      open: 'publishing',
      'says what the slot holds': false
    },
    run: async () => {
      const unread = { method: 'ComputeService/ListAppVersions', fault: answered(status.PERMISSION_DENIED) }
      const publish: Fault = answered(status.INTERNAL, isDone)
      await using live = await liveApp({
        // The run reads them twice before it publishes.
        faults: [
          { method: PUBLISH, calls: [2], fault: publish },
          { ...unread, calls: Array.from({ length: 20 }, (_, at) => at + 3) }
        ]
      })
      await using step = startAction(live.workspace, { inputs: inputsFor(live.emulator) })
      const main = await step.main
      expect(theFailure(main).message).toMatch(/INTERNAL: not on a Friday, and the versions cannot be read: /)
      const facts = told(main, ['reason', 'changed', 'published', 'active'])
      return { ...facts, open: openPhase(main), 'says what the slot holds': saysSlot(main) }
    }
  })
}

faultCase({
  number: 59,
  fault: 'a lost publish: another run’s version shows first, and this run’s 20 s later',
  expected: { exit: 0, reason: 'recovered', published: '3', previous: '2', publishes: 1 },
  run: async () => {
    const app = new ActingApp()
    const publish = () => {
      app.publish('beef0001')
      setTimeout(() => app.publish(OURS), 20_000)
      return failing(status.UNAVAILABLE)
    }
    return await endOfRun(app, publish, ['reason', 'published', 'previous'])
  }
})

faultCase({
  number: 55,
  fault: 'the platform answers INTERNAL to a publish that builds, and the draft says that the build failed',
  expected: { exit: 1, reason: 'build_failed', changed: 'false', publishes: 1, 'waits for a version': false },
  run: async () => {
    const app = new ActingApp()
    const publish = () => {
      app.draft = { ...app.draft, status: 'VERSION_STATUS_FAILED', error: 'no such stage: web' }
      return failing(status.INTERNAL)
    }
    await using server = await app.serve({ PublishDraft: () => publish() as never })
    using workspace = new Workspace()
    workspace.write('greeter/Dockerfile', 'FROM scratch\nUSER 65534\n')
    const main = await runMain(workspace, {
      inputs: inputsForActing(server, { 'dockerfile-path': 'Dockerfile', builder: 'draft' })
    })
    return {
      ...told(main, ['reason', 'changed']),
      publishes: callsTo(server, 'PublishDraft'),
      'waits for a version': main.log.includes('the version may come all the same')
    }
  }
})

for (const code of ['INTERNAL', 'UNKNOWN', 'RESOURCE_EXHAUSTED'] as const) {
  faultCase({
    number: 55,
    fault: `the platform answers ${code} to a publish whose version shows 1.5 s later`,
    expected: { exit: 0, reason: 'recovered', published: '2', active: '2', publishes: 1 },
    run: async () => {
      const app = new ActingApp()
      const publish = () => {
        setTimeout(() => app.publish(OURS), 1500)
        return failing(status[code])
      }
      return await endOfRun(app, publish, ['reason', 'published', 'active'])
    }
  })
}
