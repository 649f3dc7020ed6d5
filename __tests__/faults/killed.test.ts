import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { expect } from '@jest/globals'
import { callsOf, liveApp, ROLLED_BACK } from '../e2e/support/live-app.ts'
import { inputsFor, messagesOf, remote, startAction } from '../support/deploying.ts'
import { faultCase } from './support/fault-case.ts'

/** How many moments are tried; a hundred of them take some minutes. */
const SEEDS = Number(process.env['KILL_SEEDS'] ?? 6)

/** The states of docs/promises.md that a run can leave when it is killed before, while or after it publishes. */
const STATES = {
  /** Nothing was written, or the run had ended: post has nothing to do. */
  closed: '',
  unpublished: 'Nothing was published: version 1 stays active.',
  rolledBack: ROLLED_BACK,
  published: 'Version 2 of acme/greeter was published before the run ended.'
}

for (let seed = 1; seed <= SEEDS; seed++) {
  faultCase({
    number: 81,
    fault: `SIGKILL at a moment of a run that ${mayBeRolledBack(seed) ? 'may' : 'may not'} be rolled back, seed ${seed}`,
    expected: { 'post exit': 0, 'is a state that is listed': true, 'is what the platform shows': true },
    run: () => killed(seed)
  })
}

async function killed(seed: number) {
  await using live = await liveApp()
  const { emulator, workspace } = live
  const before = emulator.journal.length
  const isAsked = mayBeRolledBack(seed)
  const inputs = { 'rollback-on-failure': String(isAsked), tier: 'large', env: 'ADDED=1', 'test-payload': '{}' }
  await using step = startAction(workspace, { inputs: inputsFor(emulator, inputs) })
  const calls = between(seed, 0, 17)
  let isOver = false
  const main = step.main.finally(() => {
    isOver = true
  })
  while (!isOver && emulator.journal.length < before + calls) await sleep(2)
  await sleep(between(seed + 1000, 0, 60))
  step.kill('SIGKILL')
  const { log } = await main
  step.job.status = 'failure'
  const post = await step.post()
  const warnings = messagesOf(post, 'warning')
  const said = warnings.at(-1) ?? ''
  const { state, versions } = await remote(emulator)
  expect(callsOf(emulator, 'PublishDraft')).toBeLessThanOrEqual(2)
  const seen = { made: versions.length > 1, active: state?.activeVersion, tier: state?.settings.tier }
  const left = [UNTOUCHED, ...(isAsked ? [UNDONE] : [LIVE])]
  // A version that post is silent about was told by main.
  const isTold = said !== '' || !seen.made || log.includes('Published version 2')
  expect({ seed, calls, said, seen, isTold }).toMatchObject({ isTold: true })
  return {
    'post exit': post.exitCode ?? -1,
    'is a state that is listed': Object.values(STATES).includes(said),
    'is what the platform shows': left.some(
      ({ says, ...shows }) => says.includes(said) && isDeepStrictEqual(shows, seen)
    )
  }
}

/** What the platform may show, and what post may say of it. */
const UNTOUCHED = { says: [STATES.closed, STATES.unpublished], made: false, active: 1, tier: 'small' }
const UNDONE = { says: [STATES.rolledBack], made: true, active: 1, tier: 'small' }
const LIVE = { says: [STATES.closed, STATES.published], made: true, active: 2, tier: 'large' }

function mayBeRolledBack(seed: number): boolean {
  return seed % 2 === 1
}

/** A number that only the seed decides. */
function between(seed: number, least: number, most: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ Math.imul(seed + 0x9e37, 0x297a2d39)
  return least + ((mixed >>> 0) % (most - least + 1))
}
