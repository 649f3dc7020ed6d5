import { why } from '../../model/errors.ts'
import type { PublishedRun } from '../../model/open-run.ts'
import { appId } from '../../model/ports/run.ts'
import { checksum } from '../../model/values/checksum.ts'
import { resultOf } from '../draft/execution.ts'
import type { PostTools } from '../post-tools.ts'

/** Post has few minutes for all that it does. */
const LONGEST_TEST_MS = 60_000

/** The rollback is made by now: whatever comes of its test is told, and is no reason to fail. */
export async function testAgain(tools: PostTools, run: PublishedRun): Promise<void> {
  const { app, previousVersion, payloadChecksum } = run
  if (payloadChecksum === undefined) return
  const { log, clock, platform, tests } = tools
  const known = await tests().catch(() => undefined)
  const first = known?.cases[0]
  if (!known || !first || checksum(first.payload) !== payloadChecksum) {
    log.warning(
      `Version ${previousVersion} is not tested: the payload of the run cannot be read any more, or has changed.`
    )
    return
  }
  const active = `Version ${previousVersion} of ${appId(app)} is active again`
  try {
    const id = await platform.testVersion(app, previousVersion, first.payload)
    if (id === undefined) return
    const timeoutMs = Math.min(known.timeoutMs, LONGEST_TEST_MS)
    // What is expected is said of the new version, so the old one has only to end well.
    const { passed, line, cause = line } = await resultOf(id, undefined, { platform, clock, timeoutMs })
    if (passed) log.notice(`Tested version ${previousVersion} with ${first.name}: ${line}.`)
    else log.warning(`${active}, but its test with ${first.name} failed: ${cause}.`)
  } catch (error) {
    log.warning(`${active}, but its test with ${first.name} could not be made: ${why(error)}`)
  }
}
