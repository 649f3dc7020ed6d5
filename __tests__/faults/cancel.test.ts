import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import type { StepRun } from '../../runner/runner.ts'
import type { StageResult } from '../../runner/stage.ts'
import { callsOf } from '../e2e/support/live-app.ts'
import { Observer } from '../e2e/support/observing.ts'
import { inputsFor, messagesOf, remote, startAction, Workspace } from '../support/deploying.ts'
import { MOMENTS, type Moment, silence } from './support/cancelling.ts'
import { type Facts, faultCase } from './support/fault-case.ts'
import { expectGone } from './support/last-word.ts'

/** What holds wherever a run is cancelled: one signal is enough, no archive is left, and post is green. */
const ENDS = { conclusion: 'cancelled', signals: 'SIGINT', reason: 'cancelled', errors: 1, 'post exit': 0 }
const NOTHING = { ...ENDS, publishes: 0, versions: 0, 'left in temp': '', 'post says': '' }
/** What was active right before it is read by post. */
const PUBLISHED = {
  ...NOTHING,
  publishes: 1,
  versions: 1,
  'post says': 'Version 1 of acme/greeter was published before the run ended.'
}
const CANCELLED_BUILD =
  'The run ended while the image was being built: the build ID is cancelled. Nothing was published.'

const cancels: readonly { readonly moment: Moment; readonly expected: Facts }[] = [
  { moment: MOMENTS.inputs, expected: NOTHING },
  { moment: MOMENTS.token, expected: NOTHING },
  { moment: MOMENTS.connect, expected: NOTHING },
  { moment: MOMENTS.pack, expected: NOTHING },
  { moment: MOMENTS.read, expected: NOTHING },
  { moment: MOMENTS.save, expected: NOTHING },
  { moment: MOMENTS.compile, expected: { ...NOTHING, 'left in temp': 'ignite-log' } },
  { moment: MOMENTS.test, expected: NOTHING },
  { moment: MOMENTS.upload, expected: NOTHING },
  { moment: MOMENTS.start, expected: { ...NOTHING, 'post says': CANCELLED_BUILD } },
  { moment: MOMENTS.build, expected: { ...NOTHING, 'left in temp': 'ignite-log', 'post says': CANCELLED_BUILD } },
  { moment: MOMENTS.publish, expected: PUBLISHED },
  { moment: MOMENTS.longPublish, expected: PUBLISHED },
  { moment: MOMENTS.check, expected: { ...NOTHING, publishes: 1, versions: 1 } }
]

for (const { moment, expected } of cancels) {
  faultCase({
    number: 80,
    fault: `the job is cancelled during ${moment.phase}`,
    expected,
    run: () => stopped(moment, async (step) => step.cancel())
  })
}

const once = { ...PUBLISHED, conclusion: 'failure', signals: '' }

faultCase({
  number: 81,
  fault: 'SIGTERM alone, during SaveDraft',
  expected: { ...NOTHING, conclusion: 'failure', signals: '' },
  run: () => stopped(MOMENTS.save, async (step) => step.kill('SIGTERM'))
})

faultCase({
  number: 81,
  fault: 'SIGINT, then SIGTERM, while a publish is under way',
  expected: once,
  run: () => stopped(MOMENTS.publish, (step) => twice(step, 'SIGTERM'))
})

faultCase({
  number: 82,
  fault: 'a second SIGINT while a publish is under way',
  expected: once,
  run: () => stopped(MOMENTS.publish, (step) => twice(step, 'SIGINT'))
})

faultCase({
  number: 82,
  fault: 'a second SIGINT while a build of the build service is to be cancelled',
  expected: {
    ...NOTHING,
    conclusion: 'failure',
    signals: '',
    'left in temp': 'ignite-log',
    'post says': CANCELLED_BUILD
  },
  run: () => stopped(MOMENTS.build, (step) => twice(step, 'SIGINT'))
})

faultCase({
  number: 83,
  fault: 'the step’s own timeout during SaveDraft',
  expected: { ...NOTHING, conclusion: 'failure' },
  run: () => stopped(MOMENTS.save, async (step) => step.timeOut())
})

faultCase({
  number: 83,
  fault: 'the step’s own timeout while a publish is under way',
  expected: { ...PUBLISHED, conclusion: 'failure' },
  run: () => stopped(MOMENTS.publish, async (step) => step.timeOut())
})

faultCase({
  number: 84,
  fault: 'the job is cancelled before main has begun',
  expected: { conclusion: 'cancelled', state: '', 'post exit': 0, 'post says': '', calls: 0 },
  run: async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    await using step = startAction(workspace, { inputs: inputsFor(emulator) })
    step.cancel()
    const { conclusion, state } = await step.main
    const post = await step.post()
    const calls = emulator.journal.length
    const said = post.raw.replace(/^::add-mask::.*\n/gm, '')
    return { conclusion, state: Object.keys(state).join(), 'post exit': post.exitCode ?? -1, 'post says': said, calls }
  }
})

async function twice(step: StepRun, second: NodeJS.Signals): Promise<void> {
  step.kill('SIGINT')
  await sleep(300)
  step.kill(second)
}

async function stopped(moment: Moment, stop: (step: StepRun) => Promise<void>): Promise<Facts> {
  const { faults = [], inputs = () => ({}), debug = false, prepare, reached } = moment
  await using emulator = await startEmulator({ faults })
  await using silent = await silence()
  using workspace = new Workspace()
  using observer = new Observer()
  prepare?.(workspace)
  const given = inputsFor(emulator, inputs(silent.address))
  await using step = startAction(workspace, { inputs: given, debug, env: observer.env })
  await reached(step, emulator, silent)
  await stop(step)
  const main = await step.main
  expectGone(observer)
  const temp = step.leftInTemp()
  const post = await step.post()
  return {
    ...(await seen(emulator, main, post)),
    'left in temp': temp.map((name) => name.replace(/-\w{6}$/, '')).join()
  }
}

async function seen(emulator: Emulator, main: StageResult, post: StageResult): Promise<Facts> {
  const { versions } = await remote(emulator)
  const published = main.outputs['published_version'] ?? ''
  expect(published === '' || versions.some(({ number }) => String(number) === published)).toBe(true)
  const told = [...messagesOf(post, 'warning'), ...messagesOf(post, 'notice')]
  expect(post.summary?.startsWith('### ') ?? false).toBe(told.length > 0)
  return {
    conclusion: main.conclusion,
    signals: main.signals.join(),
    reason: main.outputs['reason_code'] ?? '',
    errors: main.commands.filter(({ name }) => name === 'error').length,
    publishes: callsOf(emulator, 'PublishDraft'),
    versions: versions.length,
    'post exit': post.exitCode ?? -1,
    'post says': messagesOf(post, 'warning')
      .join('\n')
      .replace(/bld_[0-9A-Z]{26}/, 'ID')
  }
}
