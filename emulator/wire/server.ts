import { type Metadata, type MethodDefinition, Server } from '@grpc/grpc-js'
import type { Handlers } from '../contract/contract.ts'
import type { Variants } from '../contract/variants.ts'
import { serviceDefinitions } from './descriptors/definitions.ts'
import type { DescriptorSet } from './descriptors/descriptors.ts'
import type { Exchange, Observed } from './exchange.ts'
import type { FaultScript } from './faults/faults.ts'
import { implement } from './methods.ts'
import { reflectionServices } from './reflection/reflection-service.ts'
import { type Connections, listen } from './tcp-connections.ts'

export type GrpcOptions = {
  readonly set: DescriptorSet
  readonly handlers: Handlers
  readonly variants: Variants
  readonly faults: FaultScript
  /** Throws StatusError. Called for every method but HealthCheck; reflection needs no token. `method`: `Service/Method`. */
  readonly authenticate: (metadata: Metadata, method: string) => void
  /** Told of every call when it has arrived, before anything is done with it. */
  readonly arrived?: (method: string) => void
  /** Told of every call when it has ended, also of those that authentication or a fault refused. */
  readonly observe?: (event: Observed) => void
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
}

export type GrpcServer = {
  readonly port: number
  /** Cuts all connections and resolves when the port is free again. */
  readonly close: () => Promise<void>
}

type Definition = MethodDefinition<unknown, unknown>

/** tonic's default, and so most likely the platform's: a larger request is RESOURCE_EXHAUSTED. */
const RECEIVE_LIMIT = 4 * 1024 * 1024

/**
 * Serves the set's services and its reflection over plaintext. Throws when a fault or a handler names a method that the
 * schema does not have, or when the port cannot be had.
 */
export async function startGrpc(options: GrpcOptions): Promise<GrpcServer> {
  const services = serviceDefinitions(options.set)
  checkNames(options, services)
  const server = new Server({ 'grpc.max_receive_message_length': RECEIVE_LIMIT, 'grpc.max_send_message_length': -1 })
  let connections: Connections | undefined
  const exchange: Exchange = {
    faults: options.faults,
    authenticate: options.authenticate,
    observe: options.observe ?? (() => {}),
    drop: (peer) => connections?.drop(peer),
    count: counter(options.arrived)
  }
  for (const [service, definition] of services) {
    const implementation = Object.entries(definition).map(([name, method]) => {
      const fullName = methodName(service, name)
      return [name, implement(fullName, method as Definition, { handlers: options.handlers, exchange })] as const
    })
    server.addService(definition, Object.fromEntries(implementation))
  }
  for (const reflection of reflectionServices(options.set, options.variants)) {
    server.addService(reflection.definition, reflection.implementation)
  }
  connections = await listen(server, options)
  return connections
}

/** `ComputeService/GetApp` of `dodil.ignite.v1.ComputeService` and `GetApp`. */
function methodName(service: string, method: string): string {
  return `${service.slice(service.lastIndexOf('.') + 1)}/${method}`
}

function checkNames(options: GrpcOptions, services: ReturnType<typeof serviceDefinitions>): void {
  const streams = new Map<string, boolean>()
  for (const [service, definition] of services) {
    for (const [name, method] of Object.entries(definition)) {
      const { requestStream, responseStream } = method as Definition
      streams.set(methodName(service, name), requestStream || responseStream)
    }
  }
  for (const { method, fault } of options.faults) {
    if (!streams.has(method)) throw new Error(`A fault names ${method}, which the schema does not have`)
    if (fault.action === 'cut-stream' && !streams.get(method)) {
      throw new Error(`A fault cuts the stream of ${method}, which streams nothing`)
    }
  }
  for (const method of Object.values(options.handlers).flatMap((handlers) => Object.keys(handlers))) {
    if (!streams.has(method)) throw new Error(`A handler is for ${method}, which the schema does not have`)
  }
}

function counter(arrived: (method: string) => void = () => {}): (method: string) => number {
  const calls = new Map<string, number>()
  return (method) => {
    arrived(method)
    const number = (calls.get(method) ?? 0) + 1
    calls.set(method, number)
    return number
  }
}
