import { describe, expect, test } from '@jest/globals'
import { PROMISES, violations } from './support/check.ts'
import {
  call,
  failedMain,
  GOOD,
  holding,
  PREPARED,
  publish,
  readApp,
  said,
  save,
  stage,
  update,
  versions,
  withInputs,
  withSignal
} from './support/doctored.ts'
import type { Evidence } from './support/evidence.ts'
import { sameTreeSameDigest } from './support/trace-promises.ts'

type Doctored = { readonly what: string; readonly promise: string; readonly evidence: Partial<Evidence> }

const READS = [call('ListAppVersions'), call('GetDraftInfo')]
const ASKED = withInputs({ 'rollback-on-failure': 'true' })
const RED = { main: failedMain('verify_failed', { log: 'version 2' }), jobStatus: 'failure', ...ASKED }
const ROLLBACK = call('RollbackApp', { by: 'post', request: { version: 1 } })
const OUTPUTS = GOOD.main.outputs

/** A failed run takes back what it added, and sends along a variable of another run. */
const UNTIL_READ = [
  ...[...PREPARED, readApp(1), update({ MODE: 'old', ADDED: '1' }), readApp(1, { env: { MODE: 'old', ADDED: '1' } })],
  update({ MODE: 'theirs', ADDED: '1' }, { by: 'other' }),
  readApp(1, { env: { MODE: 'theirs', ADDED: '1' } })
]
const THEY_PUT_BACK = update({ MODE: 'old', ADDED: '1' }, { by: 'other' })
const PUT_BACK_OVER_THEM = update({ MODE: 'theirs' })
const SENT_BACK: Partial<Evidence> = {
  ...withInputs({ env: 'ADDED=1' }),
  main: failedMain('publish_failed', {
    outputs: { status: 'failed', reason_code: 'publish_failed', changed: 'false' }
  }),
  after: holding(1, { settings: { ...GOOD.before.settings, env: { MODE: 'theirs' } } })
}
const REFUSED_TOKEN = { answer: undefined, outcome: 'UNAUTHENTICATED' }

function green(outputs: Readonly<Record<string, string>>, log = 'version 2, version 3'): Evidence['main'] {
  return stage({ log, outputs: { ...OUTPUTS, ...outputs } })
}

const DOCTORED: readonly Doctored[] = [
  {
    what: 'two versions are made by a run',
    promise: '1 published once',
    evidence: {
      calls: [...PREPARED, readApp(1), save('new'), publish(2), ...READS, publish(3), readApp(3)],
      after: holding(3),
      main: green({ published_version: '3', active_version: '3', previous_version: '2' })
    }
  },
  {
    what: 'a publish is repeated blindly',
    promise: '1 published once',
    evidence: {
      calls: [
        ...PREPARED,
        readApp(1),
        save('new'),
        publish(2, { answer: undefined, outcome: 'DROPPED' }),
        publish(2),
        readApp(2)
      ]
    }
  },
  {
    what: 'a publish is sent three times',
    promise: '1 published once',
    evidence: { calls: [...GOOD.calls, ...READS, ...[1, 2].map(() => publish(2, { answer: undefined }))] }
  },
  {
    what: 'green names a version that does not exist',
    promise: '2 published what was tested',
    evidence: { main: green({ published_version: '3', active_version: '3' }), calls: [...GOOD.calls, readApp(3)] }
  },
  {
    what: 'green names a version with the code of a rival',
    promise: '2 published what was tested',
    evidence: { after: holding(2, { versions: [...versions(1), { number: 2, code: 'theirs' }] }) }
  },
  {
    what: 'a publish arrives long after the signal',
    promise: '3 never after cancel',
    evidence: {
      ...withSignal('SIGINT'),
      calls: [...PREPARED, readApp(1), save('new'), publish(2, { arrivedAtMs: 9000 }), readApp(2)]
    }
  },
  {
    what: 'main waits for the runner to kill it',
    promise: '3 never after cancel',
    evidence: { ...withSignal('cancel'), main: stage({ exitCode: 137, log: 'version 2', endedAtMs: 10_600 }) }
  },
  {
    what: 'a rollback is made that nobody asked for',
    promise: '4 rollback is safe',
    evidence: { calls: [...GOOD.calls, ROLLBACK], after: holding(1, { versions: versions(2) }) }
  },
  {
    what: 'a rollback goes to another version than the one before',
    promise: '4 rollback is safe',
    evidence: {
      ...RED,
      calls: [...GOOD.calls, call('RollbackApp', { by: 'post', request: { version: 2 } })],
      post: stage({ exitCode: 1, annotations: [said('error', 'not rolled back')] })
    }
  },
  {
    what: 'a rollback goes behind a version that another run published meanwhile',
    promise: '4 rollback is safe',
    evidence: {
      ...RED,
      calls: [...PREPARED, readApp(1), publish(2, { by: 'other' }), save('new'), publish(3), ROLLBACK],
      after: holding(1, { versions: versions(3) })
    }
  },
  {
    what: 'a rollback takes a version of another run away',
    promise: '4 rollback is safe',
    evidence: {
      ...RED,
      calls: [...GOOD.calls, publish(3, { by: 'other' }), ROLLBACK],
      after: holding(1, { versions: versions(3) })
    }
  },
  {
    what: 'a rollback that was asked for is left out in silence',
    promise: '4 a rollback that was asked for is made',
    evidence: RED
  },
  {
    what: 'post says that it rolled back, and did not',
    promise: '4 a rollback is as it is said',
    evidence: { post: stage({ log: 'Rolled back: version 1 of acme/greeter is active again' }) }
  },
  {
    what: 'green leaves a setting out',
    promise: '4 settings are old, or it is said',
    evidence: withInputs({ tier: 'large' })
  },
  {
    what: 'a run that publishes nothing leaves a variable changed in silence',
    promise: '4 settings are old, or it is said',
    evidence: {
      ...withInputs({ env: 'MODE=new' }),
      main: failedMain('publish_failed'),
      calls: [...PREPARED, readApp(1), save('new'), update({ MODE: 'new' })],
      after: holding(1, { settings: { ...GOOD.before.settings, env: { MODE: 'new' } } })
    }
  },
  {
    what: 'a failed run puts the variables back as they were before another run set one',
    promise: '4 only own settings are changed',
    evidence: {
      ...withInputs({ env: 'MODE=new' }),
      main: failedMain('publish_failed'),
      calls: [
        ...[...PREPARED, readApp(1), update({ MODE: 'new' }), update({ MODE: 'new', GREEN: '1' }, { by: 'other' })],
        ...[readApp(1, { env: { MODE: 'new', GREEN: '1' } }), update({ MODE: 'old' })]
      ],
      after: holding(1)
    }
  },
  {
    what: 'a variable is put back that another run has changed since',
    promise: '4 only own settings are changed',
    evidence: {
      ...withInputs({ env: 'MODE=new' }),
      main: failedMain('publish_failed'),
      calls: [
        ...[...PREPARED, readApp(1), update({ MODE: 'new' }), update({ MODE: 'theirs' }, { by: 'other' })],
        ...[readApp(1, { env: { MODE: 'theirs' } }), update({ MODE: 'old' })]
      ],
      after: holding(1)
    }
  },
  {
    what: 'a variable is sent back as it was before another run put it back, which the run has read',
    promise: '4 only own settings are changed',
    evidence: {
      ...SENT_BACK,
      main: failedMain('publish_failed', { annotations: [said('error', 'failed'), said('warning', 'look at MODE')] }),
      calls: [...UNTIL_READ, ...[THEY_PUT_BACK, readApp(1, { env: { MODE: 'old', ADDED: '1' } }), PUT_BACK_OVER_THEM]]
    }
  },
  {
    what: 'a variable is sent back as it was read, and not right before the call',
    promise: '4 settings are old, or it is said',
    evidence: {
      ...SENT_BACK,
      main: failedMain('publish_failed'),
      calls: [...UNTIL_READ, call('GetDraftInfo'), THEY_PUT_BACK, PUT_BACK_OVER_THEM]
    }
  },
  {
    what: 'a variable stays as the run asked for it, which another run put back in the round trip that was left',
    promise: '4 settings are old, or it is said',
    evidence: {
      ...SENT_BACK,
      ...withInputs({ env: 'ADDED=1\nMODE=theirs' }),
      main: failedMain('publish_failed'),
      calls: [...UNTIL_READ, THEY_PUT_BACK, PUT_BACK_OVER_THEM]
    }
  },
  {
    what: 'green says of an older version that it is active',
    promise: '5 green means active',
    evidence: { calls: [...GOOD.calls, readApp(1)], main: green({ active_version: '1' }) }
  },
  {
    what: 'green says of a version that it is active, and the platform never said so',
    promise: '5 green means active',
    evidence: { calls: GOOD.calls.slice(0, -1) }
  },
  {
    what: 'a newer version is active, without a warning',
    promise: '5 green means active',
    evidence: {
      calls: [...GOOD.calls, publish(3, { by: 'other' }), readApp(3)],
      after: holding(3),
      main: green({ active_version: '3', reason_code: 'superseded' })
    }
  },
  {
    what: 'a command is smuggled',
    promise: '6 remote text is only text',
    evidence: { smuggled: ['##[add-path]/tmp/evil'] }
  },
  { what: 'a secret is shown', promise: '7 secrets stay out', evidence: { leaks: ['hunter2 in summary of main'] } },
  {
    what: 'a write is sent twice',
    promise: '10 only harmless calls are retried',
    evidence: { calls: [...GOOD.calls, call('TestDraft'), call('TestDraft', { outcome: 'DROPPED' })] }
  },
  {
    what: 'a change is sent again without a look at what the first did',
    promise: '10 only harmless calls are retried',
    evidence: {
      ...withInputs({ env: 'MODE=new' }),
      calls: [
        ...[
          ...PREPARED,
          readApp(1, { arrivedAtMs: 50 }),
          update({ MODE: 'new' }, { outcome: 'DROPPED' }),
          update({ MODE: 'new' })
        ],
        ...GOOD.calls.slice(PREPARED.length).map((each) => ({ ...each, arrivedAtMs: 200 }))
      ],
      after: holding(2, { settings: { ...GOOD.before.settings, env: { MODE: 'new' } } })
    }
  },
  {
    what: 'a version that was made is named nowhere',
    promise: 'versions are named',
    evidence: { main: failedMain('platform_unavailable') }
  },
  {
    what: 'a failure has two red lines',
    promise: 'the end is well said',
    evidence: { main: { ...RED.main, annotations: [said('error', 'one'), said('error', 'two')] } }
  },
  {
    what: 'a failure is a bug of ours',
    promise: 'the end is well said',
    evidence: { main: failedMain('internal_error', { log: 'version 2' }) }
  },
  {
    what: 'green has the status of a failure',
    promise: 'the end is well said',
    evidence: { main: green({ status: 'failed' }) }
  },
  {
    what: 'a signal kills main in the middle of its work',
    promise: 'the end is well said',
    evidence: { ...withSignal('SIGINT'), main: stage({ exitCode: 130, log: 'version 2' }) }
  },
  {
    what: 'post makes a good deploy red',
    promise: 'post is rarely red',
    evidence: { post: stage({ exitCode: 1, annotations: [said('error', 'oh')] }) }
  },
  {
    what: 'a run does not end',
    promise: 'runs end in time',
    evidence: { post: stage({ lastLineAtMs: 600_000, endedAtMs: 600_000 }) }
  },
  {
    what: 'the process stays for half a minute after its last line',
    promise: 'nothing outlives the end',
    evidence: { main: { ...GOOD.main, lastLineAtMs: 900, endedAtMs: 31_000 } }
  },
  ...[
    { changed: 'false' },
    { active_version: '1' },
    { changed: 'true', published_version: '2', previous_version: '3' }
  ].map((outputs) => ({
    what: `a run that published version 2 after version 1 fails with ${JSON.stringify(outputs)}`,
    promise: 'the outcome is true',
    evidence: {
      main: failedMain('platform_unavailable', {
        log: 'version 2',
        outputs: { status: 'failed', reason_code: 'platform_unavailable', ...outputs }
      }),
      calls: [...PREPARED, readApp(1), save('new'), publish(2)]
    }
  })),
  {
    what: 'a green run leaves out what was active before',
    promise: 'the outcome is true',
    evidence: { main: green({ previous_version: '' }) }
  },
  {
    what: 'an output says that something changed, and nothing did',
    promise: 'the outcome is true',
    evidence: {
      main: failedMain('publish_failed', {
        outputs: { status: 'failed', reason_code: 'publish_failed', changed: 'true' }
      }),
      calls: [...PREPARED, readApp(1), save('new')],
      after: holding(1)
    }
  },
  {
    what: 'a build runs on',
    promise: 'no build runs on',
    evidence: { after: holding(2, { runningBuilds: ['build-1'] }) }
  },
  {
    what: 'the platform holds other versions than the calls made',
    promise: 'the check itself agrees with the platform',
    evidence: { after: holding(3) }
  }
]

describe('The check', () => {
  test('finds nothing in a good run', () => {
    expect(violations(GOOD)).toEqual([])
  })

  test.each(DOCTORED)('finds that $what', ({ promise, evidence }) => {
    expect(violations({ ...GOOD, ...evidence }).map((found) => found.promise)).toEqual([promise])
  })

  test('has a doctored run for each of its promises', () => {
    expect(new Set(DOCTORED.map(({ promise }) => promise))).toEqual(new Set(Object.keys(PROMISES)))
  })

  test('finds that a tree was packed in two ways', () => {
    expect(sameTreeSameDigest([GOOD, { ...GOOD, digest: undefined }, GOOD])).toEqual([])
    expect(sameTreeSameDigest([GOOD, { ...GOOD, digest: 'd2' }])).toEqual(['greeter was packed as d1 and as d2.'])
  })
})

type Allowed = { readonly what: string; readonly evidence: Partial<Evidence> }

const ALLOWED: readonly Allowed[] = [
  {
    what: 'a publish that is sent again after the versions and the draft were read',
    evidence: {
      calls: [
        ...[...PREPARED, readApp(1), save('new'), publish(2, { answer: undefined, outcome: 'DROPPED' })],
        ...[...READS, publish(2), readApp(2)]
      ]
    }
  },
  {
    what: 'a rollback that was asked for',
    evidence: {
      ...RED,
      calls: [...GOOD.calls, ROLLBACK],
      after: holding(1, { versions: versions(2) }),
      post: stage({ log: 'Rolled back: version 1' })
    }
  },
  {
    what: 'a rollback that cannot be made, where post is red',
    evidence: { ...RED, post: stage({ exitCode: 1, annotations: [said('error', 'the platform is gone')] }) }
  },
  {
    what: 'a newer version that a warning names',
    evidence: {
      calls: [...GOOD.calls, publish(3, { by: 'other' }), readApp(3)],
      after: holding(3),
      main: {
        ...green({ active_version: '3', reason_code: 'superseded' }),
        annotations: [said('warning', 'Version 3, published by another run, is active')]
      }
    }
  },
  {
    what: 'a call that is sent once more because the token was refused',
    evidence: { calls: [...GOOD.calls, call('TestDraft', { outcome: 'UNAUTHENTICATED' }), call('TestDraft')] }
  },
  {
    what: 'a publish that was sent just before the signal',
    evidence: {
      ...withSignal('cancel'),
      calls: [...PREPARED, readApp(1), save('new'), publish(2, { arrivedAtMs: 510 }), readApp(2)]
    }
  },
  {
    what: 'a signal that kills main when it has said everything',
    evidence: {
      ...withSignal('SIGINT'),
      main: stage({ exitCode: 143, log: 'version 2', outputs: { ...OUTPUTS, result: '{}' } })
    }
  },
  {
    what: 'a run that is stopped with the answer to its publish, and does not know what was active before',
    evidence: {
      ...withSignal('SIGINT'),
      main: failedMain('cancelled', {
        log: 'Published version 2',
        outputs: { ...OUTPUTS, status: 'failed', reason_code: 'cancelled', active_version: '', previous_version: '' }
      }),
      calls: [...PREPARED, readApp(1), save('new'), publish(2)]
    }
  },
  {
    what: 'a rollback to the version that another run published right before',
    evidence: {
      ...RED,
      calls: [
        ...[...PREPARED, readApp(1), publish(2, { by: 'other' }), save('new'), publish(3)],
        call('RollbackApp', { by: 'post', request: { version: 2 } })
      ],
      main: failedMain('verify_failed', { log: 'version 3' }),
      after: holding(2, { versions: [...versions(1), { number: 2, code: 'theirs' }, { number: 3, code: 'new' }] }),
      post: stage({ log: 'Rolled back: version 2' })
    }
  },
  {
    what: 'a rollback from a version that another run published within the round trip that was left',
    evidence: {
      ...RED,
      calls: [...GOOD.calls, readApp(2, { by: 'post' }), publish(3, { by: 'other' }), ROLLBACK],
      after: holding(1, { versions: versions(3) }),
      post: stage({ log: 'Rolled back: version 1' })
    }
  },
  {
    what: 'a green run whose variable another run, which had not read it, replaced later',
    evidence: {
      ...withInputs({ env: 'MODE=new' }),
      calls: [...PREPARED, readApp(1), update({ MODE: 'new' }), ...GOOD.calls.slice(2), update({}, { by: 'other' })],
      after: holding(2, { settings: { ...GOOD.before.settings, env: {} } })
    }
  },
  {
    what: 'a failed run that puts back what it changed, and replaces the rest by what it read',
    evidence: {
      ...withInputs({ env: 'MODE=new' }),
      main: failedMain('publish_failed'),
      calls: [
        ...[...PREPARED, readApp(1), update({ MODE: 'new' }), readApp(1, { env: { MODE: 'new' } })],
        ...[update({ MODE: 'new', GREEN: '1' }, { by: 'other' }), update({ MODE: 'old' })]
      ],
      after: holding(1)
    }
  },
  {
    what: 'a variable that was read right before the call, and that another run put back in the round trip that was left',
    evidence: { ...SENT_BACK, calls: [...UNTIL_READ, THEY_PUT_BACK, PUT_BACK_OVER_THEM] }
  },
  {
    what: 'the same where the call was sent once more because the token was refused',
    evidence: {
      ...SENT_BACK,
      calls: [...UNTIL_READ, { ...PUT_BACK_OVER_THEM, ...REFUSED_TOKEN }, THEY_PUT_BACK, PUT_BACK_OVER_THEM]
    }
  },
  {
    what: 'a version whose twin of a rival is named',
    evidence: {
      main: failedMain('cancelled', { log: 'version 3' }),
      calls: [...GOOD.calls, publish(3, { by: 'other' })],
      after: holding(3)
    }
  },
  { what: 'a SIGKILL', evidence: { ...withSignal('SIGKILL'), main: stage({ exitCode: 137, log: 'version 2' }) } }
]

test.each(ALLOWED)('The check allows $what', ({ evidence }) => {
  expect(violations({ ...GOOD, ...evidence })).toEqual([])
})
