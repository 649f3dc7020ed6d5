import { Readable } from 'node:stream'
import { type Client, credentials, Metadata, makeGenericClientConstructor } from '@grpc/grpc-js'
import type { Emulator } from '../../../../emulator/start.ts'
import { serviceDefinitions } from '../../../../emulator/wire/descriptors/definitions.ts'
import { type DescriptorSet, loadSet } from '../../../../emulator/wire/descriptors/descriptors.ts'

export type Compute = Disposable & {
  /** @param mostMs How long to wait for the answer; default for ever. */
  call(method: string, request: object, mostMs?: number): Promise<object>
  upload(method: string, messages: AsyncIterable<object> | Iterable<object>): Promise<object>
  messages(method: string, request: object): AsyncIterable<object>
  stream(method: string, request: object): Promise<object[]>
}

type Options = { readonly token?: string; readonly set?: DescriptorSet; readonly service?: string }

/** A gRPC client of ComputeService, or another service, that knows the emulator's descriptors. */
export function compute(
  emulator: Pick<Emulator, 'grpc'>,
  { token, set = loadSet({ variants: new Set() }), service = 'ComputeService' }: Options
): Compute {
  const definition = serviceDefinitions(set).get(`dodil.ignite.v1.${service}`)!
  const client: Client = new (makeGenericClientConstructor(definition, service))(
    emulator.grpc,
    credentials.createInsecure()
  )
  const metadata = new Metadata()
  if (token) metadata.set('authorization', `Bearer ${token}`)
  const messages = (name: string, request: object): AsyncIterable<object> => {
    const { path, requestSerialize, responseDeserialize } = definition[name]!
    return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata)
  }
  return {
    call: (name, request, mostMs = Number.POSITIVE_INFINITY) => {
      const { path, requestSerialize, responseDeserialize } = definition[name]!
      const { promise, resolve, reject } = Promise.withResolvers<object>()
      const done = (error: Error | null, answer?: object) => (error ? reject(error) : resolve(answer!))
      const options = { deadline: Date.now() + mostMs }
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, metadata, options, done)
      return promise
    },
    upload: async (name, sent) => {
      const { path, requestSerialize, responseDeserialize } = definition[name]!
      const { promise, resolve, reject } = Promise.withResolvers<object>()
      const done = (error: Error | null, answer?: object) => (error ? reject(error) : resolve(answer!))
      const call = client.makeClientStreamRequest(path, requestSerialize, responseDeserialize, metadata, done)
      Readable.from(sent).pipe(call)
      return promise
    },
    messages,
    stream: (name, request) => Array.fromAsync(messages(name, request)),
    [Symbol.dispose]: () => client.close()
  }
}
