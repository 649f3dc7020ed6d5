import {
  create,
  createFileRegistry,
  type DescMethod,
  type DescService,
  fromBinary,
  fromJson,
  type JsonObject,
  toBinary,
  toJson
} from '@bufbuild/protobuf'
import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'
import { type FileDescriptorProto, FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js'
import type { Handlers } from '../../../../emulator/contract/contract.ts'
import type { Variant, Variants } from '../../../../emulator/contract/variants.ts'
import { type DescriptorSet, loadSet } from '../../../../emulator/wire/descriptors/descriptors.ts'
import { NO_FAULTS } from '../../../../emulator/wire/faults/faults.ts'
import { type GrpcOptions, startGrpc } from '../../../../emulator/wire/server.ts'

/** A client that knows the wire only by what reflection said: another codec than the emulator's. */
export type TestClient = AsyncDisposable & {
  readonly call: (method: string, request: JsonObject, options?: CallOptions) => Promise<JsonObject>
  /** What arrived, and the error that ended the stream. */
  readonly stream: (
    method: string,
    request: JsonObject,
    options?: Pick<CallOptions, 'timeoutMs'>
  ) => Promise<{ messages: JsonObject[]; error?: ServiceError }>
  readonly upload: (method: string, messages: readonly JsonObject[]) => Promise<JsonObject>
  readonly reflect: (version: 'v1' | 'v1alpha', question: Question) => Promise<Answer>
  readonly port: number
}
type CallOptions = { readonly timeoutMs?: number; readonly token?: string }

export type Question = { readonly [Kind in keyof typeof QUESTIONS]?: string }
export type Answer = {
  readonly files: readonly FileDescriptorProto[]
  readonly services: readonly string[]
  readonly error?: { readonly code: number; readonly message: string }
}

const QUESTIONS = { file: 3, symbol: 4, extension: 5, extensionNumbers: 6, list: 7 } as const

export type Setup = Partial<Omit<GrpcOptions, 'handlers' | 'variants'>> & {
  readonly variants?: readonly Variant[]
  readonly seed?: number
  readonly handlers?: Partial<Handlers>
}

/** Starts a server and a client on it; disposing closes both. */
export async function startPair({ variants = [], seed, handlers, ...rest }: Setup = {}): Promise<TestClient> {
  const chosen: Variants = new Set(variants)
  const set = loadSet(seed === undefined ? { variants: chosen } : { variants: chosen, permuteSeed: seed })
  const server = await startGrpc({
    set,
    variants: chosen,
    faults: NO_FAULTS,
    authenticate: () => {},
    host: '127.0.0.1',
    port: 0,
    ...rest,
    handlers: { unary: {}, serverStream: {}, clientStream: {}, ...handlers }
  })
  const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure())
  const services = servicesOf(set)
  return {
    port: server.port,
    call: (method, request, options) => call(client, methodOf(services, method), { request, ...options }),
    stream: (method, request, options) => stream(client, methodOf(services, method), { request, ...options }),
    upload: (method, messages) => upload(client, methodOf(services, method), messages),
    reflect: (version, question) => reflect(client, version, question),
    [Symbol.asyncDispose]: async () => {
      client.close()
      await server.close()
    }
  }
}

/** The services of a set, from its serialized files, as a client reads them. */
export function servicesOf(set: DescriptorSet): Map<string, DescService> {
  const sent = set.files.map((file) => toBinary(FileDescriptorProtoSchema, file))
  const files = sorted(sent.map((bytes) => fromBinary(FileDescriptorProtoSchema, bytes)))
  const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: files }))
  const services = [...registry].filter((type) => type.kind === 'service')
  return new Map(services.map((service) => [service.name, service]))
}

/** Imports first, whatever the order they came in. */
export function sorted(files: readonly FileDescriptorProto[]): FileDescriptorProto[] {
  const done = new Set<FileDescriptorProto>()
  const visit = (file: FileDescriptorProto): void => {
    if (done.has(file)) return
    for (const name of file.dependency) {
      const imported = files.find((candidate) => candidate.name === name)
      if (!imported) throw new Error(`${file.name} imports ${name}, which is missing`)
      visit(imported)
    }
    done.add(file)
  }
  files.forEach(visit)
  return [...done]
}

function methodOf(services: Map<string, DescService>, name: string): DescMethod {
  const [service = '', method] = name.split('/')
  const found = services.get(service)?.methods.find((candidate) => candidate.name === method)
  if (!found) throw new Error(`No method ${name}`)
  return found
}

function codec(method: DescMethod) {
  return [
    `/${method.parent.typeName}/${method.name}`,
    (request: JsonObject) => Buffer.from(toBinary(method.input, fromJson(method.input, request))),
    (bytes: Buffer) =>
      toJson(method.output, fromBinary(method.output, bytes), {
        useProtoFieldName: true,
        alwaysEmitImplicit: true
      }) as JsonObject
  ] as const
}

function call(
  client: Client,
  method: DescMethod,
  { request, timeoutMs = 20_000, token }: CallOptions & { readonly request: JsonObject }
): Promise<JsonObject> {
  const metadata = new Metadata()
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`)
  const { promise, resolve, reject } = Promise.withResolvers<JsonObject>()
  const options = { deadline: Date.now() + timeoutMs }
  client.makeUnaryRequest(...codec(method), request, metadata, options, (error, answer) =>
    error ? reject(error) : resolve(answer ?? {})
  )
  return promise
}

function stream(
  client: Client,
  method: DescMethod,
  { request, timeoutMs = 20_000 }: CallOptions & { readonly request: JsonObject }
) {
  const { promise, resolve } = Promise.withResolvers<{ messages: JsonObject[]; error?: ServiceError }>()
  const messages: JsonObject[] = []
  const incoming = client.makeServerStreamRequest(...codec(method), request, new Metadata(), {
    deadline: Date.now() + timeoutMs
  })
  incoming.on('data', (message: JsonObject) => messages.push(message))
  incoming.on('error', (error: ServiceError) => resolve({ messages, error }))
  incoming.on('end', () => resolve({ messages }))
  return promise
}

function upload(client: Client, method: DescMethod, messages: readonly JsonObject[]): Promise<JsonObject> {
  const { promise, resolve, reject } = Promise.withResolvers<JsonObject>()
  const outgoing = client.makeClientStreamRequest(...codec(method), (error, answer) =>
    error ? reject(error) : resolve(answer ?? {})
  )
  for (const message of messages) outgoing.write(message)
  outgoing.end()
  return promise
}

function reflect(client: Client, version: string, question: Question): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const path = `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`
  const exchange = client.makeBidiStreamRequest(path, encodeQuestion, decodeAnswer, new Metadata())
  exchange.on('error', reject)
  exchange.on('data', (answer: Answer) => {
    resolve(answer)
    exchange.end()
  })
  exchange.write(question)
  return promise
}

function encodeQuestion(question: Question): Buffer {
  const writer = new BinaryWriter()
  for (const [kind, text] of Object.entries(question)) {
    const number = QUESTIONS[kind as keyof Question]
    // A request for an extension is a message: its type's name is field 1.
    if (kind === 'extension') writer.tag(number, 2).bytes(new BinaryWriter().tag(1, 2).string(text).finish())
    else writer.tag(number, 2).string(text)
  }
  return Buffer.from(writer.finish())
}

function decodeAnswer(bytes: Buffer): Answer {
  const fields = read(bytes)
  const files = fields
    .filter(([number]) => number === 4)
    .flatMap(([, inner]) => read(inner).map(([, file]) => fromBinary(FileDescriptorProtoSchema, file)))
  const services = fields
    .filter(([number]) => number === 6)
    .flatMap(([, inner]) => read(inner).map(([, service]) => Buffer.from(read(service)[0]![1]).toString()))
  const failure = fields.find(([number]) => number === 7)
  if (!failure) return { files, services }
  const reader = new BinaryReader(failure[1])
  reader.tag()
  const code = reader.int32()
  reader.tag()
  return { files, services, error: { code, message: reader.string() } }
}

/** The fields of a message that has only length-delimited ones. */
function read(bytes: Uint8Array): [number: number, value: Uint8Array][] {
  const reader = new BinaryReader(bytes)
  const fields: [number, Uint8Array][] = []
  while (reader.pos < reader.len) {
    const [number] = reader.tag()
    fields.push([number, reader.bytes()])
  }
  return fields
}
