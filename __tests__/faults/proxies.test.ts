import path from 'node:path'
import { startEmulator } from '../../emulator/start.ts'
import { CLOSED_ADDRESS } from '../e2e/support/answering.ts'
import { leaks } from '../e2e/support/leaks.ts'
import { Observer } from '../e2e/support/observing.ts'
import { type Inputs, inputsFor, ROOT, run, runMain, startAction, Workspace } from '../support/deploying.ts'
import type { ConnectProxyOptions } from './support/connect-proxy.ts'
import { callsOf, ending, errorSays } from './support/ending.ts'
import { farPlatform } from './support/far-platform.ts'
import { type Facts, faultCase } from './support/fault-case.ts'
import { expectGone } from './support/last-word.ts'
import { tcpProxy } from './support/tcp-proxy.ts'

const BOTH = ['id.example.test:443', 'ignite.example.test:443']
const PUBLISHED = {
  exit: 0,
  reason: 'ok',
  'asked of the proxy': BOTH,
  'calls of PublishDraft': 1,
  'password in log': 'no'
}

/** How a case writes its proxy into the environment. */
type Environment = (address: string) => Readonly<Record<string, string>>

/** Deploys to a platform that only the proxy leads to. The facts have what a user sees. */
async function deploy(environment: Environment, proxyOptions: Omit<ConnectProxyOptions, 'routes'> = {}) {
  await using far = await farPlatform(proxyOptions)
  using workspace = new Workspace()
  using observer = new Observer()
  const env = { ...far.env, ...environment(far.proxy.address), ...observer.env }
  const { main, post } = await run(workspace, { inputs: far.inputs(), env })
  const [first, second] = observer.stages
  const leaked = [...leaks(main, first!, SECRETS), ...(second ? leaks(post, second, SECRETS) : [])]
  const facts: Facts = {
    ...ending(main),
    'password in log': leaked.length > 0 ? leaked.join() : 'no'
  }
  const asked = [...new Set(far.proxy.asked)].toSorted()
  return { main, facts, asked, published: callsOf(far.emulator, 'PublishDraft') }
}

const PASSWORD = 'p@ss word/of+the:proxy'
const WRITTEN = encodeURIComponent(PASSWORD)
const SECRETS = [PASSWORD, WRITTEN]

type Through = {
  readonly fault: string
  readonly environment: Environment
  readonly credentials?: string
  readonly given?: number
}

const through: readonly Through[] = [
  { fault: 'HTTPS_PROXY', environment: (address) => ({ HTTPS_PROXY: `http://${address}` }) },
  { fault: 'https_proxy', environment: (address) => ({ https_proxy: `http://${address}` }) },
  { fault: 'a proxy without a scheme', environment: (address) => ({ HTTPS_PROXY: address }) },
  {
    fault: 'https_proxy wins over HTTPS_PROXY',
    environment: (address) => ({ https_proxy: `http://${address}`, HTTPS_PROXY: 'http://127.0.0.1:1' })
  },
  {
    fault: 'NO_PROXY with a comma at the end, and a name that ends alike',
    environment: (address) => ({ HTTPS_PROXY: `http://${address}`, NO_PROXY: 'ample.test,' })
  },
  {
    fault: 'a proxy with credentials',
    environment: (address) => ({ HTTPS_PROXY: `http://ada:${WRITTEN}@${address}` }),
    credentials: `ada:${PASSWORD}`
  },
  {
    fault: 'a user without a password',
    environment: (address) => ({ HTTPS_PROXY: `http://ada@${address}` }),
    credentials: 'ada:'
  },
  ...[201, 204].map((given) => ({
    fault: `a proxy that says ${given} of a tunnel`,
    environment: (address: string) => ({ HTTPS_PROXY: `http://${address}` }),
    given
  }))
]

for (const { fault, environment, credentials, given } of through) {
  faultCase({
    number: 64,
    fault: `proxy: ${fault}`,
    expected: { ...PUBLISHED, 'password hidden from the start': credentials?.endsWith(PASSWORD) ? 'yes' : 'no' },
    run: async () => {
      const { main, facts, asked, published } = await deploy(environment, {
        ...(credentials !== undefined && { credentials }),
        ...(given !== undefined && { given })
      })
      const hidden = main.commands.some(({ name, data }) => name === 'add-mask' && data === PASSWORD)
      return {
        ...facts,
        'asked of the proxy': asked,
        'calls of PublishDraft': published,
        'password hidden from the start': hidden ? 'yes' : 'no'
      }
    }
  })
}

type Refused = {
  readonly fault: string
  readonly environment: Environment
  readonly proxy?: Omit<ConnectProxyOptions, 'routes'>
  readonly says: string
  readonly reason?: string
  readonly asked?: 'no'
}

const refused: readonly Refused[] = [
  {
    fault: 'NO_PROXY=*',
    environment: (address) => ({ HTTPS_PROXY: `http://${address}`, NO_PROXY: '*' }),
    reason: 'auth_failed',
    says: 'the name of the endpoint cannot be resolved',
    asked: 'no'
  },
  {
    fault: 'no_proxy names the domain, with blanks',
    environment: (address) => ({ HTTPS_PROXY: `http://${address}`, no_proxy: ' foo , example.test ' }),
    reason: 'auth_failed',
    says: 'the name of the endpoint cannot be resolved',
    asked: 'no'
  },
  {
    fault: '407, no credentials given',
    environment: (address) => ({ HTTPS_PROXY: `http://${address}` }),
    proxy: { credentials: 'ada:x' },
    says: 'wants a user and a password (HTTP 407). Write them in `HTTPS_PROXY`'
  },
  {
    fault: '407, other credentials given',
    environment: (address) => ({ https_proxy: `http://ada:${WRITTEN}@${address}` }),
    proxy: { credentials: 'ada:x' },
    says: 'refused the user and the password (HTTP 407). Check the user and the password in `https_proxy`'
  },
  {
    fault: '403',
    environment: (address) => ({ HTTPS_PROXY: `http://${address}` }),
    proxy: { code: 403 },
    says: '.example.test:443 (HTTP 403). Have the proxy allow that host'
  },
  {
    fault: '503 for ever',
    environment: (address) => ({ HTTPS_PROXY: `http://${address}` }),
    proxy: { code: 503 },
    says: '.example.test:443 (HTTP 503). Have the proxy allow that host'
  },
  {
    fault: 'an https:// proxy',
    environment: (address) => ({ HTTPS_PROXY: `https://ada:${WRITTEN}@${address}` }),
    reason: 'bad_input',
    says: 'The variable `HTTPS_PROXY` names a proxy by `https://`, and only `http://` is supported. Write `http://host:port`',
    asked: 'no'
  }
]

for (const { fault, environment, proxy = {}, says, reason = 'platform_unavailable', asked = 'yes' } of refused) {
  faultCase({
    number: 64,
    fault: `proxy: ${fault}`,
    expected: { exit: 1, reason, 'the proxy was asked': asked, says: 'yes', 'password in log': 'no' },
    run: async () => {
      const { main, facts, asked } = await deploy(environment, proxy)
      return { ...facts, 'the proxy was asked': asked.length > 0 ? 'yes' : 'no', says: errorSays(main, says) }
    }
  })
}

faultCase({
  number: 64,
  fault: 'proxy: nothing listens there',
  expected: { exit: 1, reason: 'platform_unavailable', says: 'yes' },
  run: async () => {
    const { main } = await deploy(() => ({ HTTPS_PROXY: `http://${CLOSED_ADDRESS}` }))
    const says = `The proxy ${CLOSED_ADDRESS} (variable \`HTTPS_PROXY\`) cannot be reached (ECONNREFUSED). Check \`HTTPS_PROXY\``
    return { ...ending(main), says: errorSays(main, says) }
  }
})

faultCase({
  number: 64,
  fault: 'proxy: loopback is reached directly',
  expected: { exit: 0, reason: 'ok', 'connections to the proxy': 0 },
  run: async () => {
    await using emulator = await startEmulator()
    await using proxy = await tcpProxy({ target: emulator.grpc })
    using workspace = new Workspace()
    const url = `http://${proxy.address}`
    const env = {
      HTTPS_PROXY: url,
      HTTP_PROXY: url,
      https_proxy: url,
      http_proxy: url,
      grpc_proxy: url,
      ALL_PROXY: url
    }
    const main = await runMain(workspace, { inputs: inputsFor(emulator), env })
    return { ...ending(main), 'connections to the proxy': proxy.accepted }
  }
})

/** So that the channel is the first that asks the proxy. */
const WITH_TOKEN: Inputs = { 'service-account-id': '', 'service-account-secret': '', token: 'a-token' }

for (const code of [403, 407, 503]) {
  faultCase({
    number: 64,
    fault: `proxy: ${code}, and the connection stays open for another try`,
    expected: { exit: 1, reason: 'platform_unavailable', says: 'yes' },
    run: async () => {
      await using far = await farPlatform({ code, keepsOpen: true })
      using workspace = new Workspace()
      using observer = new Observer()
      const env = { ...far.env, ...observer.env, HTTPS_PROXY: `http://${far.proxy.address}` }
      const main = await runMain(workspace, { inputs: far.inputs(WITH_TOKEN), env })
      expectGone(observer)
      return { ...ending(main), says: errorSays(main, `(HTTP ${code})`) }
    }
  })
}

/** Each try ends by a deadline of its own, of 15 s. */
const deserted = [
  {
    whose: 'API',
    inputs: WITH_TOKEN,
    reason: 'platform_unavailable',
    words: 'did not answer within 15 s. Check `HTTPS_PROXY`'
  },
  {
    whose: 'token endpoint',
    inputs: { descriptors: path.join(ROOT, 'proto/dodil-ignite-v1.binpb') },
    reason: 'auth_failed',
    words: 'did not answer: no answer in time'
  }
]

for (const { whose, inputs, reason, words } of deserted) {
  faultCase({
    number: 64,
    fault: `proxy: drops the first tunnel to the ${whose}, and says nothing to the next`,
    expected: { exit: 1, reason, says: 'yes' },
    run: async () => {
      await using far = await farPlatform({ deserts: true })
      using workspace = new Workspace()
      using observer = new Observer()
      const env = { ...far.env, ...observer.env, HTTPS_PROXY: `http://${far.proxy.address}` }
      await using step = startAction(workspace, { inputs: far.inputs(inputs), env })
      const main = await step.main
      expectGone(observer)
      return { ...ending(main), says: errorSays(main, words) }
    }
  })
}
