import { status } from '@grpc/grpc-js'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { inputsFor, remote, run, Workspace } from '../support/deploying.ts'
import { callsOf, ending, errorSays } from './support/ending.ts'
import { faultCase } from './support/fault-case.ts'
import { type TokenAnswer, tokenFront } from './support/token-front.ts'

/** What a careless endpoint may repeat. */
const ECHO = 'what-the-endpoint-says'

/** Deploys with a token endpoint that follows a script. */
async function deploy(script: (request: number) => TokenAnswer | undefined) {
  await using emulator = await startEmulator()
  await using auth = await tokenFront(emulator.tokenUrl, script)
  using workspace = new Workspace()
  const { main } = await run(workspace, { inputs: inputsFor({ ...emulator, tokenUrl: auth.tokenUrl }) })
  return { main, facts: { ...ending(main), requests: auth.requests() } }
}

type Refusal = {
  readonly number: number
  readonly fault: string
  readonly answer: TokenAnswer
  readonly requests: number
  readonly says: string
}

const JSON_TYPE = { 'content-type': 'application/json' }

const refusals: readonly Refusal[] = [
  {
    number: 47,
    fault: '400 invalid_client',
    answer: {
      code: 400,
      headers: JSON_TYPE,
      body: JSON.stringify({ error: 'invalid_client', error_description: ECHO })
    },
    requests: 1,
    says: 'The token endpoint refused the service account (HTTP 400, invalid_client). Check `service-account-id`'
  },
  {
    number: 47,
    fault: '401',
    answer: { code: 401, headers: JSON_TYPE, body: JSON.stringify({ error: ECHO }) },
    requests: 1,
    says: 'The token endpoint refused the service account (HTTP 401). Check `service-account-id`'
  },
  {
    number: 48,
    fault: '500 for ever',
    answer: { code: 500, body: ECHO },
    requests: 4,
    says: 'The token endpoint (input `auth-url`) answered HTTP 500.'
  },
  {
    number: 48,
    fault: 'a page',
    answer: { code: 200, headers: { 'content-type': 'text/html' }, body: `<!doctype html><p>${ECHO}</p>` },
    requests: 1,
    says: 'answered HTTP 200 with a web page. Most likely a proxy or the sign-in page of a network answers in its place'
  },
  {
    number: 48,
    fault: 'an answer of 10 MB',
    answer: { code: 200, headers: JSON_TYPE, body: `{"access_token":"${ECHO.repeat(500_000)}"}` },
    requests: 1,
    says: 'answered HTTP 200 with something that is no token.'
  }
]

for (const { number, fault, answer, requests, says } of refusals) {
  faultCase({
    number,
    fault: `token endpoint: ${fault}`,
    expected: { exit: 1, reason: 'auth_failed', requests, says: 'yes', 'body in log': 'no' },
    run: async () => {
      const { main, facts } = await deploy(() => answer)
      const shown = `${main.raw}${main.summary}${JSON.stringify(main.outputs)}`
      return { ...facts, says: errorSays(main, says), 'body in log': shown.includes(ECHO) ? 'yes' : 'no' }
    }
  })
}

const passing: readonly { readonly fault: string; readonly answer: TokenAnswer }[] = [
  { fault: '500 once', answer: { code: 500 } },
  { fault: '429 once, with Retry-After', answer: { code: 429, headers: { 'retry-after': '1' } } },
  { fault: 'no answer once', answer: 'silence' }
]

for (const { fault, answer } of passing) {
  faultCase({
    number: 48,
    fault: `token endpoint: ${fault}`,
    expected: { exit: 0, reason: 'ok', requests: 2 },
    run: async () => (await deploy((request) => (request === 1 ? answer : undefined))).facts
  })
}

type Slow = { readonly fault: string; readonly options: EmulatorOptions; readonly publishes: number }

/** The emulator looks at the token again after the delay, which has to be within the life that a token has left when it is used. */
function slow(method: string) {
  return { method: `ComputeService/${method}`, calls: 'all', fault: { action: 'delay', ms: 1500 } } as const
}

const REFUSED = {
  action: 'status',
  code: status.UNAUTHENTICATED,
  details: 'token expired',
  afterEffect: false
} as const

const expiring: readonly Slow[] = [
  {
    fault: 'the token expires between SaveDraft and PublishDraft',
    options: {
      tokenTtlSeconds: 5,
      faults: ['SaveDraft', 'ListAppVersions', 'GetDraftInfo', 'CreateApp'].map((method) => slow(method))
    },
    publishes: 1
  },
  {
    fault: 'tokens that live 5 s in a deploy that takes longer, of many calls',
    options: {
      tokenTtlSeconds: 5,
      faults: ['GetApp', 'GetDraftInfo', 'ListAppVersions', 'CreateApp'].map((method) => slow(method))
    },
    publishes: 1
  },
  {
    fault: 'the platform refuses the token of PublishDraft',
    options: { faults: [{ method: 'ComputeService/PublishDraft', calls: [1], fault: REFUSED }] },
    publishes: 2
  }
]

for (const { fault, options, publishes } of expiring) {
  faultCase({
    number: 49,
    fault,
    expected: { exit: 0, reason: 'ok', versions: 1, 'calls of PublishDraft': publishes, 'tokens minted': 'several' },
    run: async () => {
      await using emulator = await startEmulator(options)
      await using auth = await tokenFront(emulator.tokenUrl, () => undefined)
      using workspace = new Workspace()
      const { main } = await run(workspace, { inputs: inputsFor({ ...emulator, tokenUrl: auth.tokenUrl }) })
      return {
        ...ending(main),
        versions: await versionsOn(emulator),
        'calls of PublishDraft': callsOf(emulator, 'PublishDraft'),
        'tokens minted': auth.requests() > 1 ? 'several' : auth.requests()
      }
    }
  })
}

async function versionsOn(emulator: Emulator): Promise<number> {
  return (await remote(emulator)).versions.length
}
