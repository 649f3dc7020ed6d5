import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DEFAULT_ACCOUNT, type Emulator, startEmulator } from '../../../emulator/start.ts'
import {
  type ActionOptions,
  type Inputs,
  inputsFor,
  inputsWithToken,
  messagesOf,
  run,
  runMain,
  theFailure,
  Workspace,
  writesTo
} from '../../support/deploying.ts'
import { answering, CLOSED_ADDRESS, type HttpAnswer } from '../support/answering.ts'
import { leaks } from '../support/leaks.ts'
import { Observer } from '../support/observing.ts'

const NO_ACCOUNT: Inputs = { 'service-account-id': '', 'service-account-secret': '' }
const SECRET = 'a wrong+secret/with=signs&more'
const SHORT = { id: 'short-sa', secret: 'abc', organization: 'acme' }

const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({
    serviceAccounts: [SHORT],
    tokens: [{ token: 'an-opaque-token-of-acme', organization: 'acme' }]
  })
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

/** A run, after which nothing that it wrote holds one of the secrets. */
async function discreetRun(options: ActionOptions, secrets: readonly string[]) {
  using observer = new Observer()
  const { main, post } = await run(workspace, { ...options, env: { ...options.env, ...observer.env } })
  const [first, second] = observer.stages
  expect(leaks(main, first!, secrets)).toEqual([])
  expect(leaks(post, second!, secrets)).toEqual([])
  return main
}

test('The search for secrets finds one, so that finding none means something', async () => {
  using observer = new Observer()
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { app: 'searched' }), env: observer.env })
  const found = leaks(main, observer.stages[0]!, ['searched'])
  expect(found).toEqual(['output', 'annotations', 'outputs', 'state', 'summary'].map((place) => `searched in ${place}`))
})

/** A run that is refused, after which nothing has changed on the platform. */
async function refusedRun(options: ActionOptions, secrets: readonly string[]) {
  const before = writesTo(emulator).length
  const failure = theFailure(await discreetRun(options, secrets))
  expect(writesTo(emulator)).toHaveLength(before)
  return failure
}

describe('A token', () => {
  test('that is missing: one report that names all three inputs, before anything is sent', async () => {
    const before = emulator.journal.length
    const { reason, message, title } = await refusedRun({ inputs: inputsFor(emulator, NO_ACCOUNT) }, [])
    expect(reason).toMatch(/^(bad_input|no_credentials)$/)
    expect(title).toBe('An input is wrong, nothing was sent')
    expect(message).toMatchInlineSnapshot(
      `"No credentials are given. Set \`service-account-id\` and \`service-account-secret\` (or \`token\`) from the repository’s secrets, and see that the secrets exist where this workflow runs."`
    )
    expect(emulator.journal).toHaveLength(before)
  })

  test.each([
    {
      kind: 'wrong',
      token: () => 'not-a-token-of-this-platform',
      says: /UNAUTHENTICATED: .*Give a new token in `token`/s
    },
    {
      kind: 'expired',
      token: () => emulator.mint({ org: 'acme', ttlSeconds: -60 }),
      says: /UNAUTHENTICATED: .*The token in `token` expired at \S+Z: give a new one, or a service account/s
    },
    {
      kind: 'cut off',
      token: () => emulator.mint({ org: 'acme', ttlSeconds: 60 }).slice(0, 80),
      says: /UNAUTHENTICATED: .*The token in `token` is no whole token: copy it again/s
    },
    {
      kind: 'of another key',
      token: () => `${emulator.mint({ org: 'acme', ttlSeconds: 60 })}x`,
      says: /UNAUTHENTICATED: .*Give a new token in `token`/s
    }
  ])('that is $kind: the platform’s word, the input and the fix', async ({ token, says }) => {
    const given = token()
    const inputs = inputsWithToken(emulator, given, { app: 'acme:never' })
    const { reason, message } = await refusedRun({ inputs }, [given])
    expect(reason).toBe('auth_failed')
    expect(message).toMatch(says)
    expect(message.split('\n')).toHaveLength(1)
  })

  test('of another organization: whose the credentials are, and no role, which would not help', async () => {
    const token = emulator.mint({ org: 'globex', ttlSeconds: 60 })
    const { reason, message } = await refusedRun({ inputs: inputsWithToken(emulator, token, { app: 'acme:never' }) }, [
      token
    ])
    expect(reason).toBe('permission_denied')
    expect(message).toContain('Reading the app acme/never (GetApp): PERMISSION_DENIED: UMA authorization rejected')
    expect(message).toContain('The credentials belong to the organization globex, the app to acme.')
    expect(message).toContain('Write `app` with that organization (`app: globex:…`)')
    expect(message).not.toContain('grant-role')
  })

  test('that does not say its organization: the app must name it', async () => {
    const token = 'an-opaque-token-of-acme'
    const { reason, message } = await refusedRun({ inputs: inputsWithToken(emulator, token) }, [token])
    expect(reason).toBe('auth_failed')
    expect(message).toContain('Write `app` as `organization:name`')
  })

  test('that holds a line break: what a token is', async () => {
    const token = 'something\nsecret-of-mine'
    const { reason, message } = await refusedRun({ inputs: inputsWithToken(emulator, token) }, ['secret-of-mine'])
    expect(reason).toMatch(/^(auth_failed|bad_input)$/)
    expect(message).toContain('Give the token alone')
  })

  test.each([
    ['token', 'Bearer something-secret'],
    ['token', 'bearer: something-secret'],
    ['DODIL_TOKEN', 'Bearer\nsomething-secret']
  ])('in %s, that begins with the word before it, %j: that the word is none of it', async (where, value) => {
    const isInput = where === 'token'
    const inputs = inputsWithToken(emulator, isInput ? value : '', { app: 'acme:never' })
    const options = { inputs, ...(isInput ? {} : { env: { DODIL_TOKEN: value } }) }
    const { reason, message } = await refusedRun(options, ['something-secret'])
    expect(reason).toBe('bad_input')
    expect(message).toContain(`\`${where}\` begins with the word \`Bearer\`, which is no part of a token.`)
  })

  test('that is right deploys, also where the app is named with its organization', async () => {
    const token = 'an-opaque-token-of-acme'
    const main = await discreetRun({ inputs: inputsWithToken(emulator, token, { app: 'acme:opaque' }), debug: true }, [
      token
    ])
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1', app_id: 'acme/opaque' } })
  })
})

describe('A service account', () => {
  test('that is wrong: the token endpoint’s refusal, both inputs, no second try', async () => {
    const { reason, message } = await refusedRun(
      { inputs: inputsFor(emulator, { 'service-account-secret': SECRET }) },
      [SECRET]
    )
    expect(reason).toBe('auth_failed')
    expect(message).toBe(
      'The token endpoint refused the service account (HTTP 401, invalid_client). Check `service-account-id` and `service-account-secret`, and that the account belongs to the platform that `api-endpoint` names.'
    )
  })

  test.each([
    { given: 'service-account-id', missing: 'service-account-secret' },
    { given: 'service-account-secret', missing: 'service-account-id' }
  ])('of which only `$given` is set: the other one is missing', async ({ given, missing }) => {
    const inputs = inputsFor(emulator, { ...NO_ACCOUNT, [given]: SECRET })
    const { reason, message } = await refusedRun({ inputs }, [SECRET])
    expect(reason).toBe('bad_input')
    expect(message).toContain(`\`${missing}\` is missing, \`${given}\` is set`)
  })

  test('together with a token: one of the two must go', async () => {
    const token = emulator.mint({ org: 'acme', ttlSeconds: 60 })
    const { reason, message } = await refusedRun({ inputs: inputsFor(emulator, { token }) }, [
      token,
      DEFAULT_ACCOUNT.secret
    ])
    expect(reason).toBe('bad_input')
    expect(message).toContain('`token` and a service account are set together. Keep one of the two.')
  })

  test('that is right deploys, and its minted token is masked before its first use', async () => {
    const main = await discreetRun({ inputs: inputsFor(emulator, { app: 'minted' }), debug: true }, [
      DEFAULT_ACCOUNT.secret
    ])
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
    const masked = main.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data)
    expect(masked).toEqual([DEFAULT_ACCOUNT.secret, expect.stringMatching(/^eyJ/)])
  })

  test('whose secret is too short to be hidden deploys with a warning', async () => {
    const inputs = inputsFor(emulator, {
      app: 'short',
      'service-account-id': SHORT.id,
      'service-account-secret': SHORT.secret
    })
    const main = await runMain(workspace, { inputs })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
    expect(messagesOf(main, 'warning')).toEqual(['`service-account-secret` is too short to be hidden in the log.'])
    expect(main.raw).not.toContain('::add-mask::abc')
  })
})

describe('A token endpoint', () => {
  test.each<{ readonly kind: string; readonly answer: HttpAnswer; readonly says: string | RegExp }>([
    {
      kind: 'answers with a web page',
      answer: { code: 200, type: 'text/html', body: `<!doctype html><p>Sign in, ${SECRET}</p>` },
      says: /^The host in `auth-url`, 127\.0\.0\.1:\d+, answered HTTP 200 with a web page\. Most likely a proxy or the sign-in page of a network answers/
    },
    {
      kind: 'does not have the page',
      answer: { code: 404, type: 'text/html', body: '<h1>404</h1>' },
      says: /^The host in `auth-url`, 127\.0\.0\.1:\d+, answered HTTP 404 with a web page\. Check `auth-url`/
    },
    {
      kind: 'refuses and repeats the secret',
      answer: {
        code: 401,
        type: 'application/json',
        body: JSON.stringify({ error: 'unauthorized', error_description: SECRET })
      },
      says: 'The token endpoint refused the service account (HTTP 401).'
    },
    {
      kind: 'answers with JSON that holds no token',
      answer: { code: 200, type: 'application/json', body: JSON.stringify({ id_token: SECRET }) },
      says: 'The token endpoint (input `auth-url`) gave an answer without a usable token.'
    },
    {
      kind: 'answers with a token that has a line break',
      answer: {
        code: 200,
        type: 'application/json',
        body: JSON.stringify({ access_token: `x\n::add-mask::${SECRET}` })
      },
      says: 'The token endpoint (input `auth-url`) gave an answer without a usable token.'
    }
  ])('that $kind: one line, and the fix', async ({ answer, says }) => {
    await using endpoint = await answering(answer)
    const inputs = inputsFor(emulator, {
      'auth-url': `http://${endpoint.address}/token`,
      'service-account-secret': SECRET
    })
    const { reason, message } = await refusedRun({ inputs }, [SECRET])
    expect(reason).toBe('auth_failed')
    expect(message.split('\n')).toEqual([
      expect.stringMatching(/ Check `(auth-url|service-account-id)`| Where `auth-url` is set, check it/)
    ])
    if (typeof says === 'string') expect(message.startsWith(says)).toBe(true)
    else expect(message).toMatch(says)
    expect(endpoint.connections()).toBe(1)
  })

  test('that is not there: what was tried, and the input', async () => {
    const inputs = inputsFor(emulator, {
      'auth-url': `http://${CLOSED_ADDRESS}/token`,
      'service-account-secret': SECRET
    })
    const { reason, message } = await refusedRun({ inputs }, [SECRET])
    expect(reason).toBe('auth_failed')
    expect(message).toContain(
      'The token endpoint (input `auth-url`) did not answer: nothing listens at the endpoint (ECONNREFUSED).'
    )
    expect(message).toContain('Check the host and port in `auth-url`')
  })
})

describe('Credentials in the environment', () => {
  test('are taken where no input names any: a token', async () => {
    const token = emulator.mint({ org: 'acme', ttlSeconds: 60 })
    const inputs = inputsFor(emulator, { ...NO_ACCOUNT, app: 'env-token' })
    const main = await discreetRun({ inputs, env: { DODIL_TOKEN: token } }, [token])
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
  })

  const { id, secret } = DEFAULT_ACCOUNT

  test.each([
    { app: 'env-account', env: { DODIL_SA_ID: id, DODIL_SA_SECRET: secret } },
    { app: 'env-named', env: { DODIL_SERVICE_ACCOUNT_ID: id, DODIL_SERVICE_ACCOUNT_SECRET: secret } },
    {
      app: 'env-whole',
      env: { DODIL_SA_ID: 'half', DODIL_SERVICE_ACCOUNT_ID: id, DODIL_SERVICE_ACCOUNT_SECRET: secret }
    },
    {
      app: 'env-both',
      env: {
        DODIL_SA_ID: id,
        DODIL_SA_SECRET: secret,
        DODIL_SERVICE_ACCOUNT_ID: 'other',
        DODIL_SERVICE_ACCOUNT_SECRET: 'hunter-other'
      }
    }
  ])('are taken where no input names any: a service account ($app)', async ({ app, env }) => {
    const inputs = inputsFor(emulator, { ...NO_ACCOUNT, app })
    const main = await discreetRun({ inputs, env }, [secret, 'hunter-other'])
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
  })

  test('that are incomplete are no account', async () => {
    const inputs = inputsFor(emulator, { ...NO_ACCOUNT, app: 'acme:never' })
    const { reason, message } = await refusedRun({ inputs, env: { DODIL_SERVICE_ACCOUNT_SECRET: secret } }, [secret])
    expect(reason).toBe('bad_input')
    expect(message).toContain('`service-account-id` is missing, `service-account-secret` is set.')
  })

  test('give way to inputs', async () => {
    const main = await discreetRun(
      { inputs: inputsFor(emulator, { app: 'input-first' }), env: { DODIL_TOKEN: 'a-token-that-would-be-refused' } },
      ['a-token-that-would-be-refused']
    )
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
  })

  // src/platform/token/token.ts says `token` wherever the token came from.
  test('that are refused are named as what they are', async () => {
    const token = emulator.mint({ org: 'acme', ttlSeconds: -60 })
    const { reason, message } = await refusedRun(
      { inputs: inputsFor(emulator, { ...NO_ACCOUNT, app: 'acme:never' }), env: { DODIL_TOKEN: token } },
      [token]
    )
    expect(reason).toBe('auth_failed')
    expect(message).toContain('DODIL_TOKEN')
  })
})
