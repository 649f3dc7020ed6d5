import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deploy } from '../../../src/deploy/deploy.ts'
import { type DeployError, PlatformError } from '../../../src/model/errors.ts'
import type { Runtime } from '../../../src/model/plan.ts'
import type { Draft } from '../../../src/model/platform-state.ts'
import { draft, MemoryPlatform, PLAN, RecordingTools } from '../../support/fakes.ts'

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
  platform.deployId = 'deploy-1'
})

const planFor = (runtime: Runtime) => ({ ...PLAN, source: { ...PLAN.source, runtime } })
const broken = () =>
  new PlatformError('UNAVAILABLE', 'Connection dropped', { ambiguous: true, reason: 'compile_failed' })
const bytes = (text: string) => new TextEncoder().encode(text)

/** Answers the reads of the draft one after the other; the last answer stays. */
function drafts(...answers: Partial<Draft>[]): void {
  const saved = { codeHash: 'aaaa0001', createdAtMs: 1000 }
  platform.readDraft = async () => {
    const answer = platform.calls.includes('compileDraft')
      ? answers.length > 1
        ? answers.shift()
        : answers[0]
      : undefined
    return answer ? draft({ ...saved, ...answer }) : platform.draft
  }
}

async function failure(runtime: Runtime): Promise<DeployError> {
  return await deploy(planFor(runtime), tools).then(
    () => {
      throw new Error('it succeeded')
    },
    (error: { cause: DeployError }) => error.cause
  )
}

describe('compiling', () => {
  test('is left out for Python', async () => {
    await deploy(planFor('python'), tools)
    expect(platform.calls).not.toContain('compileDraft')
  })

  test('shows the log and goes on when the state has left COMPILING', async () => {
    drafts({ status: 'COMPILING' }, { status: 'COMPILING' }, { status: 'COMPILED' })
    platform.logs = [
      async function* () {
        yield bytes('one\ntw')
        yield bytes('o\n')
      }
    ]
    await deploy(planFor('rust'), tools)
    expect(tools.log.lines.filter((line) => line.startsWith('| '))).toEqual(['| one', '| two'])
    expect(tools.facts).toMatchObject({ deployId: 'deploy-1', publishedVersion: 1 })
  })

  test.each([
    [{ status: 'COMPILE_ERROR' }, 'the draft’s status is COMPILE_ERROR'],
    [{ status: 'FAILED', error: 'exit status 101' }, 'exit status 101'],
    [{ status: 'DRAFT', error: 'linker not found' }, 'linker not found'],
    [{ status: 'CANCELLED' }, 'CANCELLED']
  ])('%j is a failure, with the last lines of the log', async (answer, words) => {
    drafts({ status: 'COMPILING' }, answer)
    platform.logs = [
      async function* () {
        yield bytes('error[E0425]: cannot find value\n')
      }
    ]
    const error = await failure('rust')
    expect(error).toMatchObject({ reason: 'compile_failed', message: expect.stringContaining(words) })
    expect(error.excerpt).toEqual(['| error[E0425]: cannot find value'])
    expect(platform.calls).not.toContain('publishDraft')
  })

  test.each([['READY'], ['SOMETHING_NEW'], ['UNKNOWN_7']])(
    'an unknown state %s after COMPILING is an end',
    async (status) => {
      drafts({ status: 'COMPILING' }, { status })
      await deploy(planFor('go'), tools)
      expect(platform.versions).toHaveLength(1)
    }
  )

  test('a Go draft that stays DRAFT is finished when its log has ended', async () => {
    drafts({ status: 'DRAFT' })
    await deploy(planFor('go'), tools)
    expect(platform.versions).toHaveLength(1)
  })

  test('a Rust draft that stays DRAFT for 30 s was never compiled', async () => {
    drafts({ status: 'DRAFT' })
    expect(await failure('rust')).toMatchObject({ reason: 'compile_failed' })
    expect(tools.clock.now()).toBeGreaterThanOrEqual(30_000)
  })

  test('nothing to compile is fine for Deno and an error for Rust', async () => {
    platform.deployId = undefined
    expect(await failure('rust')).toMatchObject({ reason: 'compile_failed' })
    await deploy(planFor('deno'), tools)
    expect(platform.versions).toHaveLength(1)
    // What publishing builds may come long after the run, so post has to know.
    expect(tools.ledgerEntries[0]).toMatchObject({ phase: 'publishing', builds: true })
  })

  test('without a log the state alone is followed', async () => {
    drafts({ status: 'QUEUED' }, { status: 'BUILDING' }, { status: 'COMPILED' })
    platform.logs = [
      async function* () {
        yield bytes('')
        throw broken()
      }
    ]
    await deploy(planFor('rust'), tools)
    expect(platform.versions).toHaveLength(1)
  })
})

const LINES = Array.from({ length: 12 }, (_, i) => `line ${i}\n`)

/** Serves the log from the start, cut after some chunks each time, until it is whole. */
function replaying(cuts: readonly number[], status: { value: string }) {
  return [...cuts, LINES.length].map(
    (cut, i, all) =>
      async function* () {
        for (const line of LINES.slice(0, cut)) yield bytes(line)
        if (i === all.length - 1) status.value = 'COMPILED'
        else throw broken()
      }
  )
}

describe('a log that is cut', () => {
  test('is whole and shows no line twice where the server replays, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: LINES.length }), { maxLength: 4 }), async (cuts) => {
        platform = new MemoryPlatform()
        tools = new RecordingTools(platform)
        platform.deployId = 'deploy-1'
        const status = { value: 'COMPILING' }
        platform.logs = replaying(cuts, status)
        platform.readDraft = async () => draft({ codeHash: 'aaaa0001', createdAtMs: 1000, status: status.value })
        await deploy(planFor('rust'), tools)
        const shown = tools.log.lines.filter((line) => line.startsWith('| '))
        expect(shown).toEqual(LINES.map((line) => `| ${line.trimEnd()}`))
        expect(tools.log.lines.join()).not.toContain('interrupted')
      })
    )
  })

  test('says that lines may be missing where the server goes on from now', async () => {
    const status = { value: 'COMPILING' }
    platform.logs = [
      async function* () {
        yield bytes('a\nb\n')
        throw broken()
      },
      async function* () {
        yield bytes('d\ne\n')
        status.value = 'COMPILED'
      }
    ]
    platform.readDraft = async () => draft({ codeHash: 'aaaa0001', createdAtMs: 1000, status: status.value })
    await deploy(planFor('rust'), tools)
    const from = tools.log.lines.indexOf('| a')
    expect(tools.log.lines.slice(from, from + 5)).toEqual([
      '| a',
      '| b',
      'The log was interrupted here: lines may be missing, or shown twice.',
      '| d',
      '| e'
    ])
  })

  test('shows what only began like a repetition', async () => {
    const status = { value: 'COMPILING' }
    platform.logs = [
      async function* () {
        yield bytes('same\nb\n')
        throw broken()
      },
      async function* () {
        yield bytes('same\n')
        yield bytes('news\n')
        status.value = 'COMPILED'
      }
    ]
    platform.readDraft = async () => draft({ codeHash: 'aaaa0001', createdAtMs: 1000, status: status.value })
    await deploy(planFor('rust'), tools)
    expect(tools.log.lines.filter((line) => line.startsWith('| '))).toEqual(['| same', '| b', '| same', '| news'])
    expect(tools.log.lines.join()).toContain('interrupted')
  })
})

describe('a draft that another run replaces while it compiles', () => {
  test.each([{ createdAtMs: 5000 }, { codeKind: 'UPLOAD_IMAGE' }, { deployId: 'deploy-2' }])(
    '%j ends the run before anything is published',
    async (other) => {
      drafts({ status: 'COMPILING' }, { status: 'COMPILED', codeHash: 'bbbb', ...other })
      expect(await failure('rust')).toMatchObject({
        reason: 'draft_conflict',
        message: expect.stringContaining('bbbb'),
        hint: expect.stringContaining('concurrency:')
      })
      expect(platform.calls).not.toContain('publishDraft')
    }
  )

  test('is still ours where compiling gives it another hash, which is reported', async () => {
    drafts({ status: 'COMPILING' }, { status: 'COMPILED', codeHash: 'compiled' })
    platform.onPublish = async () => platform.publishNow('compiled')
    await deploy(planFor('rust'), tools)
    expect(tools.facts).toMatchObject({ codeHash: 'compiled', publishedVersion: 1 })
  })

  test('a log that repeats itself does not keep an idle Rust draft waiting', async () => {
    drafts({ status: 'DRAFT' })
    platform.compileLog = async function* () {
      yield bytes('always the same\n')
    }
    expect(await failure('rust')).toMatchObject({ reason: 'compile_failed' })
  })
})
