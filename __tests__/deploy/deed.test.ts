import { expect, test } from '@jest/globals'
import { LOOK_MS, perform } from '../../src/deploy/deed.ts'
import { PlatformError } from '../../src/model/errors.ts'
import { SteppingClock } from '../support/fakes.ts'

const LOST = failure({ ambiguous: true })
const GARBAGE = failure({ ambiguous: true, isUnreadable: true })
const DOWN = failure({ ambiguous: true })

function failure(options: { readonly ambiguous: boolean; readonly isUnreadable?: boolean }): PlatformError {
  return new PlatformError('UNAVAILABLE', 'as the test wants it', { reason: 'platform_unavailable', ...options })
}

async function ended(answer: PlatformError | undefined, reading: PlatformError) {
  const clock = new SteppingClock()
  let [sent, looks] = [0, 0]
  const send = async () => {
    sent++
    if (answer) throw answer
  }
  const look = async (): Promise<boolean> => {
    looks++
    throw reading
  }
  const end = await perform({ send, look, seen: () => 'done' }, clock)
  return { end, sent, looks, ms: clock.now() }
}

test.each([
  ['was taken', undefined, GARBAGE],
  ['was lost', LOST, LOST]
])('what was done by a call that %s is looked for once where the answer cannot be read', async (_, answer, error) => {
  const unseen = { kind: 'unseen', error, state: undefined }
  expect(await ended(answer, GARBAGE)).toEqual({ end: unseen, sent: 1, looks: 1, ms: 0 })
})

test('and for all the time where no answer comes, before the call is sent once more', async () => {
  const { end, sent, ms } = await ended(LOST, DOWN)
  expect({ end, sent, ms }).toEqual({
    end: { kind: 'unseen', error: LOST, state: undefined },
    sent: 2,
    ms: 2 * LOOK_MS
  })
})
