import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deploy } from '../../../src/deploy/deploy.ts'
import { differences } from '../../../src/deploy/draft/json-subset.ts'
import type { DeployError } from '../../../src/model/errors.ts'
import type { DeployPlan } from '../../../src/model/plan.ts'
import type { Execution } from '../../../src/model/platform-state.ts'
import type { Json } from '../../../src/model/values/json.ts'
import { MemoryPlatform, PLAN, RecordingTools, SETTINGS } from '../../support/fakes.ts'

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
  platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: SETTINGS, shown: {} }
})

const bytes = (text: string) => new TextEncoder().encode(text)

function planWith(expected: Json | undefined, more: Partial<DeployPlan> = {}): DeployPlan {
  return { ...PLAN, tests: { timeoutMs: 5000, cases: [{ name: 'ada.json', payload: bytes('{}'), expected }] }, ...more }
}

function execution(given: Partial<Execution>): Execution {
  return { id: '', status: 'COMPLETED', output: bytes('{"greeting":"Hello","n":[1,{"a":2}]}'), error: '', ...given }
}

async function failure(plan: DeployPlan): Promise<DeployError> {
  return await deploy(plan, tools).then(
    () => {
      throw new Error('it succeeded')
    },
    (error: { cause: DeployError }) => error.cause
  )
}

describe('a test of the draft', () => {
  test('waits for the execution and publishes when it completed', async () => {
    platform.executions = [execution({ status: 'PENDING' }), execution({ status: 'IN_PROGRESS' }), execution({})]
    await deploy(planWith(undefined), tools)
    expect(platform.versions).toHaveLength(1)
    expect(tools.facts).toMatchObject({
      testStatus: 'passed',
      testExecutionIds: [expect.stringContaining('execution')]
    })
    expect(tools.tests).toEqual([expect.objectContaining({ name: 'ada.json', passed: true })])
  })

  test.each([
    [
      execution({ status: 'FAILED', error: 'Traceback\nValueError: x' }),
      'ValueError: x. The test ada.json failed.',
      '| ValueError: x'
    ],
    [execution({ status: 'TIMEOUT' }), 'timeout', ''],
    [execution({ status: 'COMPLETED', error: 'boom' }), 'boom. The test ada.json failed.', '| boom'],
    [execution({ status: 'RUNNING' }), 'did not end within 5.0 s', 'may still be running'],
    [execution({ output: bytes('hello') }), 'The output is not JSON. The test', 'output: hello']
  ])('fails, and nothing is published: %#', async (answer, line, detail) => {
    platform.executions = [answer]
    const error = await failure(planWith({ greeting: 'Hello' }))
    expect(error).toMatchObject({ reason: 'test_failed', message: expect.stringContaining(line) })
    expect(tools.log.lines.join('\n')).toContain(detail)
    expect(platform.calls).not.toContain('publishDraft')
    expect(tools.facts).toMatchObject({ testStatus: 'failed' })
  })

  test('names the place, what was expected and what came', async () => {
    platform.executions = [execution({})]
    await failure(planWith({ greeting: 'Bye', n: [1, { a: 3 }], missing: true }))
    const text = tools.log.lines.join('\n')
    expect(text).toContain('$.greeting: expected "Bye", got "Hello"')
    expect(text).toContain('$.n[1].a: expected 3, got 2')
    expect(text).toContain('$.missing: expected true, got nothing')
  })

  test('gets new environment names beforehand, and changes nothing else that is live', async () => {
    platform.state = { ...platform.state!, settings: { ...SETTINGS, env: { OLD: '1' } } }
    platform.executions = [execution({ status: 'FAILED', error: 'x' })]
    const settings = { env: { OLD: '2', NEW: 'n' }, tier: 'large' as const }
    platform.readExecution = async (id) => {
      expect(platform.state?.settings).toEqual({ ...SETTINGS, env: { OLD: '1', NEW: 'n' } })
      return { ...execution({ status: 'FAILED', error: 'x' }), id }
    }
    platform.mergesEnv = false
    await failure(planWith(undefined, { settings }))
    expect(platform.state?.settings).toEqual({ ...SETTINGS, env: { OLD: '1' } })
  })
})

describe('what an output must contain', () => {
  test('everything contains itself, and more names do not matter', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, more) => {
        const json = JSON.parse(JSON.stringify(value)) as Json
        expect(differences(json, json)).toEqual([])
        expect(differences({ a: json }, { a: json, b: JSON.parse(JSON.stringify(more)) })).toEqual([])
      })
    )
  })
  test.each<[Json, Json, string]>([
    [1, 2, '$'],
    [1, '1', '$'],
    [null, {}, '$'],
    [[1, 2], [1], '$'],
    [{ a: [] }, { a: {} }, '$.a'],
    [{ 'a b': 1 }, {}, '$["a b"]'],
    [{ toString: 1 }, {}, '$.toString']
  ])('%j is not in %j', (expected, got, path) => {
    expect(differences(expected, got).map((each) => each.path)).toEqual([path])
  })
})

describe('what the app prints while it is tested', () => {
  const line = (timestampMs: number, text: string, executionId = '') => ({ timestampMs, text, executionId })

  test('is shown with its test, and what was there before is not', async () => {
    platform.appLog = [line(1, 'of the live version'), line(2, 'same')]
    const testDraft = platform.testDraft.bind(platform)
    platform.testDraft = async () => {
      platform.appLog?.push(line(2, 'same'), line(3, 'asked for Ada'))
      return await testDraft()
    }
    platform.executions = [execution({})]
    await deploy(planWith(undefined), tools)
    expect(tools.log.lines.filter((each) => each.startsWith('| '))).toEqual(['| same', '| asked for Ada'])
  })

  test('is of that execution alone where the platform says whose it is', async () => {
    platform.appLog = []
    platform.testDraft = async () => {
      platform.appLog?.push(line(1, 'ours', 'e-1'), line(2, 'theirs', 'e-2'))
      return 'e-1'
    }
    platform.executions = [execution({})]
    await deploy(planWith(undefined), tools)
    expect(tools.log.lines.filter((each) => each.startsWith('| '))).toEqual(['| ours'])
  })
})
