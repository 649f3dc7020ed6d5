import type { DescMethod } from '@bufbuild/protobuf'
import { PlatformError, UnsupportedServerError } from '../../model/errors.ts'
import type { ReasonCode } from '../../model/outcome.ts'
import { NO_BUILD_SERVICE } from '../advice/calls.ts'
import type { CallAdvice } from '../advice/statuses.ts'
import type { Answer } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { fullServiceName, type Schema } from '../descriptors/registry.ts'
import { call } from './call.ts'
import { isAnsweredWith } from './call-failure.ts'
import type { Link, Manner } from './link.ts'
import { logBytes } from './log-chunk.ts'
import type { Effect } from './retry.ts'
import { receive, sendAll } from './streams.ts'

export type ServiceName = 'ComputeService' | 'BuildService' | 'SecretService'

const READ_MS = 30_000
const WRITE_MS = 60_000
/** A package travels with the call. */
export const SAVE_MS = 5 * 60_000

/** One of Ignite's services as the server has it. */
export class Service {
  readonly #link: Link
  readonly #schema: Schema
  readonly #name: ServiceName

  constructor(link: Link, schema: Schema, name: ServiceName) {
    this.#link = link
    this.#schema = schema
    this.#name = name
  }

  /** Throws UnsupportedServerError. */
  method(name: string): DescMethod {
    if (this.#schema.service(this.#name) === undefined) throw noService(this.#name)
    const method = this.find(name)
    if (method !== undefined) return method
    throw new UnsupportedServerError(`The platform lacks the method ${this.#name}.${name}.`, {
      hint: 'Check that `api-endpoint` and `descriptors` are those of the platform.'
    })
  }

  /** Undefined where the server has no such method. */
  find(name: string): DescMethod | undefined {
    return this.#schema.method(this.#name, name)
  }

  call(method: string, request: Plain, manner: Manner, link = this.#link): Promise<Answer> {
    return call(link, this.method(method), request, { ...manner, rpc: method })
  }

  /** A read whose object may not exist. One with a signal of its own ends with it as well. */
  async look(method: string, request: Plain, doing: string, stop?: AbortSignal): Promise<Answer | undefined> {
    try {
      return await this.call(method, request, reading(doing), stop && this.#linkUntil(stop))
    } catch (error) {
      if (isAnsweredWith(error, 'NOT_FOUND')) return undefined
      throw error
    }
  }

  /**
   * What nobody asks for by name, so a server that does not offer it is no reason to fail: undefined there. `ask` is given
   * the method, and may find that it lacks what it has to take.
   */
  async ifOffered<T>(name: string, ask: (method: DescMethod) => Promise<T | undefined>): Promise<T | undefined> {
    const method = this.find(name)
    if (method === undefined) return undefined
    try {
      return await ask(method)
    } catch (error) {
      if (isAnsweredWith(error, 'UNIMPLEMENTED')) return undefined
      throw error
    }
  }

  /** Many requests, one answer; takes as long as the run has left. */
  send(method: string, requests: AsyncIterable<Plain>, manner: Manner): Promise<Answer> {
    return sendAll(this.#link, this.method(method), requests, {
      ...manner,
      rpc: method,
      capMs: Number.POSITIVE_INFINITY
    })
  }

  /** The bytes of a log. What is logged goes on without it, so a server without the method has a broken log. */
  async *log(method: DescMethod | undefined, request: Plain, purpose: LogPurpose): AsyncGenerator<Uint8Array> {
    const { doing, reason } = purpose
    if (method === undefined) {
      const message = `${doing}: the platform has no method for it`
      throw new PlatformError('UNIMPLEMENTED', message, { ambiguous: false, reason })
    }
    for await (const chunk of this.follow(method, request, purpose)) yield logBytes(chunk)
  }

  /** The messages of a log, until the server or the purpose's `stop` ends it. */
  follow(method: DescMethod, request: Plain, { stop, ...purpose }: LogPurpose): AsyncGenerator<Answer> {
    const manner: Manner = { ...purpose, rpc: method.name, effect: 'read', capMs: Number.POSITIVE_INFINITY }
    return receive(this.#linkUntil(stop), method, request, manner)
  }

  #linkUntil(stop: AbortSignal): Link {
    return { ...this.#link, stop: AbortSignal.any([this.#link.stop, stop]) }
  }
}

type LogPurpose = { readonly doing: string; readonly reason: ReasonCode; readonly stop: AbortSignal }

export function noService(name: ServiceName): UnsupportedServerError {
  return new UnsupportedServerError(`The server does not have the service ${fullServiceName(name)}.`, {
    hint:
      name === 'BuildService'
        ? NO_BUILD_SERVICE
        : 'Check `api-endpoint`: the gRPC endpoint of Ignite is meant. With `descriptors`, check that the set holds that service.'
  })
}

export function reading(doing: string, reason: ReasonCode = 'platform_unavailable'): Manner {
  return { doing, reason, effect: 'read', capMs: READ_MS }
}

type CallDetails = { readonly effect?: Effect; readonly capMs?: number; readonly hints?: CallAdvice }

/** Once, within a minute, unless the details say otherwise. */
export function writing(doing: string, reason: ReasonCode, details: CallDetails = {}): Manner {
  return { doing, reason, effect: 'write', capMs: WRITE_MS, ...details }
}
