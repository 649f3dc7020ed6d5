import { Metadata } from '@grpc/grpc-js'
import type { Call } from '../../../../emulator/contract/contract.ts'
import type { Variant } from '../../../../emulator/contract/variants.ts'
import { serviceHandlers } from '../../../../emulator/ignite/api/services.ts'
import { type EngineOptions, startEngine } from '../../../../emulator/ignite/engine.ts'
import { createTokens } from '../../../../emulator/ignite/web/tokens.ts'
import { until } from './until.ts'

export type Fields = Record<string, unknown>

export type Ended = { readonly status: string; readonly output: Buffer | string; readonly error: string }

/** Calls the handlers as `acme` does, without gRPC: ComputeService's by their name, others as `Service/Method`. */
export type Driver = AsyncDisposable & {
  call(method: string, request?: Fields): Promise<object>
  upload(method: string, messages: AsyncIterable<Fields>): Promise<object>
  /** The same about the app `greeter`. */
  greeter(method: string, request?: Fields): Promise<object>
  messages(method: string, request: Fields): AsyncIterable<object>
  stream(method: string, request: Fields): Promise<object[]>
  /** Starts an execution of `greeter`, waits for it, and gives its record. */
  execution(method: string, request?: Fields): Promise<Ended>
}

type Platform = Partial<Omit<EngineOptions, 'variants'>> & { variants?: readonly Variant[]; org?: string }

export async function drive({ variants = [], org = 'acme', ...options }: Platform = {}): Promise<Driver> {
  const tokens = createTokens([], Date.now)
  const engine = await startEngine({
    path: process.env['PATH'] ?? '',
    images: [],
    repositories: [],
    healthWaitMs: 10_000,
    systemPackages: false,
    watch: { answered: () => {}, printed: () => {} },
    variants: new Set(variants),
    ...options
  })
  const handlers = serviceHandlers({
    ...engine,
    variants: new Set(variants),
    tokens,
    publicBase: 'http://127.0.0.1:1',
    hostUrls: false
  })
  const arrival = (method: string, request: Fields): Call => {
    const metadata = new Metadata()
    const token = tokens.mint({ organization: org, subject: 'test', ttlSeconds: 60 })
    metadata.set('authorization', `Bearer ${token}`)
    return { method: fullName(method), request, metadata, signal: new AbortController().signal }
  }
  const call = (method: string, request: Fields = {}): Promise<object> =>
    handlers.unary[fullName(method)]!(arrival(method, request))
  const messages = (method: string, request: Fields) =>
    handlers.serverStream[fullName(method)]!(arrival(method, request))
  const upload = (method: string, sent: AsyncIterable<Fields>) =>
    handlers.clientStream[fullName(method)]!(arrival(method, {}), sent)
  const greeter = (method: string, request: Fields = {}) =>
    call(method, { organization_name: 'acme', app_name: 'greeter', ...request })
  return {
    call,
    upload,
    greeter,
    messages,
    stream: (method, request) => Array.fromAsync(messages(method, request)),
    execution: async (method, request) => ended(call, await greeter(method, request)),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]()
  }
}

function fullName(method: string): string {
  return method.includes('/') ? method : `ComputeService/${method}`
}

function ended(call: Driver['call'], started: object): Promise<Ended> {
  return until(async () => {
    const { execution } = (await call('GetExecution', { ...started })) as { execution: Ended }
    return !/PENDING|RUNNING|IN_PROGRESS/.test(execution.status) && execution
  })
}

/** A request that makes `acme/greeter`. */
export const GREETER = { organization_name: 'acme', name: 'greeter' }

/** The CodeSource of Python code: a single file's text, or an archive's bytes. */
export function pythonCode(source: string | Buffer): Fields {
  return { compile: { runtime: { python: {} }, source_code: Buffer.from(source) } }
}

/** A driver with `acme/greeter` holding this draft. */
export async function driveDraft(source: string | Buffer, settings: Fields = {}): Promise<Driver> {
  const driver = await drive()
  await driver.call('CreateApp', { ...GREETER, ...settings, code: pythonCode(source) })
  return driver
}
