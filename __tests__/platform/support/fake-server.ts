import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import {
  createFileRegistry,
  type DescMethod,
  fromBinary,
  fromJson,
  type JsonValue,
  toBinary,
  toJson
} from '@bufbuild/protobuf'
import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import {
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  type FileDescriptorSet,
  FileDescriptorSetSchema
} from '@bufbuild/protobuf/wkt'
import {
  type KeyCertPair,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type ServiceError,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation
} from '@grpc/grpc-js'
import { type Endpoint, parseEndpoint } from '../../../src/model/values/endpoint.ts'

/** A fresh copy of the schema, to be changed at will. */
export function descriptorSet(): FileDescriptorSet {
  return fromBinary(
    FileDescriptorSetSchema,
    readFileSync(new URL('../../../proto/dodil-ignite-v1.binpb', import.meta.url))
  )
}

export type Call = {
  readonly method: string
  /** Null where the requests are a stream. */
  readonly request: JsonValue
  readonly token: string | undefined
  /** The requests of a client stream, to be read as slowly as the handler likes. */
  readonly requests?: AsyncIterable<JsonValue>
  /** Epoch milliseconds, or Infinity. */
  readonly deadline?: number
}

/** Answers in JSON by the proto's names; a stream's answers are a list. Throws `{ code, details }` to refuse. */
export type Handler = (call: Call, signal: AbortSignal) => Promise<JsonValue> | JsonValue | AsyncIterable<JsonValue>

export type FakeOptions = {
  readonly set?: FileDescriptorSet
  readonly handlers?: Readonly<Record<string, Handler>>
  readonly reflection?: {
    readonly versions: readonly ('v1' | 'v1alpha')[]
    /** One file an answer, with the imports to be asked for. */
    readonly oneByOne?: boolean
    /** Files that it does not give out. */
    readonly hidden?: readonly string[]
    /** What it serves, where that is not what the services have. */
    readonly set?: FileDescriptorSet
    /** It never answers, and tells when the client has come and when it has left. */
    readonly silent?: { readonly come: () => void; readonly left: () => void }
    /** What it answers in place of a reply. */
    readonly reply?: Buffer
    /** A status to fail with, asked at each stream. */
    readonly failing?: () => status | false
    /** Tokens without which it answers UNAUTHENTICATED. */
    readonly tokens?: readonly string[]
  }
  /** Without one it speaks in plaintext. */
  readonly certificate?: KeyCertPair
}

export type FakeServer = AsyncDisposable & {
  readonly endpoint: Endpoint
  readonly calls: readonly Call[]
  /** What was asked of reflection: version and names. */
  readonly reflected: readonly string[]
}

const PLAIN = { versions: ['v1'] } as const

/** A gRPC server from the descriptor set, with a codec that is not ours. */
export async function fakeServer({
  set = descriptorSet(),
  handlers = {},
  certificate,
  ...options
}: FakeOptions = {}): Promise<FakeServer> {
  const server = new Server()
  const calls: Call[] = []
  const reflected: string[] = []
  const registry = createFileRegistry(set)
  for (const service of [...registry].filter((type) => type.kind === 'service')) {
    const own = service.methods.filter((method) => handlers[method.name] !== undefined)
    if (own.length === 0) continue
    server.addService(
      definition(own),
      Object.fromEntries(own.map((method) => [method.name, implementation(method, handlers[method.name]!, calls)]))
    )
  }
  const reflection = options.reflection ?? PLAIN
  for (const version of reflection.versions) {
    const method = {
      path: `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
      requestStream: true,
      responseStream: true,
      ...RAW
    }
    server.addService({ info: method }, { info: reflecting({ set, ...reflection, version, reflected }) })
  }
  const port = await new Promise<number>((resolve, reject) => {
    const credentials = certificate
      ? ServerCredentials.createSsl(null, [certificate])
      : ServerCredentials.createInsecure()
    server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error ? reject(error) : resolve(bound)))
  })
  const endpoint = parseEndpoint(`127.0.0.1:${port}`)
  if ('problem' in endpoint) throw new Error(endpoint.problem)
  return { endpoint, calls, reflected, [Symbol.asyncDispose]: async () => server.forceShutdown() }
}

const same = (bytes: Buffer) => bytes
const RAW = { requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same }

function definition(methods: readonly DescMethod[]): ServiceDefinition {
  return Object.fromEntries(
    methods.map((method) => [
      method.name,
      {
        path: `/${method.parent.typeName}/${method.name}`,
        requestStream: method.methodKind === 'client_streaming',
        responseStream: method.methodKind === 'server_streaming',
        requestSerialize: same,
        requestDeserialize: (bytes: Buffer) =>
          toJson(method.input, fromBinary(method.input, bytes), { useProtoFieldName: true }),
        responseSerialize: (answer: JsonValue | Buffer) =>
          Buffer.isBuffer(answer) ? answer : Buffer.from(toBinary(method.output, fromJson(method.output, answer))),
        responseDeserialize: same
      }
    ])
  )
}

function implementation(method: DescMethod, handler: Handler, calls: Call[]): UntypedServiceImplementation[string] {
  const seen = (call: { request: JsonValue; metadata: { get(name: string): unknown[] } }) => {
    const token = call.metadata.get('authorization')[0]
    const entry = { method: method.name, request: call.request, token: token === undefined ? undefined : String(token) }
    calls.push(entry)
    return entry
  }
  const signal = (call: { on(name: string, listener: () => void): unknown }) => {
    const cancelled = new AbortController()
    call.on('cancelled', () => cancelled.abort())
    return cancelled.signal
  }
  if (method.methodKind === 'server_streaming') {
    return async (call: ServerWritableStream<JsonValue, JsonValue>) => {
      try {
        const left = signal(call)
        for await (const answer of handler(seen(call), left) as AsyncIterable<JsonValue>) {
          if (!call.write(answer) && !left.aborted) await once(call, 'drain', { signal: left })
        }
        call.end()
      } catch (error) {
        call.emit('error', error)
      }
    }
  }
  if (method.methodKind === 'client_streaming') {
    return async (call: ServerReadableStream<JsonValue, JsonValue>, done: sendUnaryData<JsonValue>) => {
      const entry = { ...seen({ request: null, metadata: call.metadata }), requests: call }
      try {
        const deadline = Number(call.getDeadline())
        done(null, (await handler({ ...entry, deadline }, signal(call))) as JsonValue)
      } catch (error) {
        done(error as ServiceError)
      }
    }
  }
  return async (call: ServerUnaryCall<JsonValue, JsonValue>, done: sendUnaryData<JsonValue>) => {
    try {
      done(null, (await handler(seen(call), signal(call))) as JsonValue)
    } catch (error) {
      done(error as ServiceError)
    }
  }
}

type Reflecting = NonNullable<FakeOptions['reflection']> & {
  version: string
  set: FileDescriptorSet
  reflected: string[]
}

function reflecting({
  version,
  set,
  reflected,
  oneByOne = false,
  hidden = [],
  tokens,
  failing,
  reply,
  silent
}: Reflecting) {
  const byName = (name: string) => (hidden.includes(name) ? undefined : set.file.find((file) => file.name === name))
  const bySymbol = (name: string) =>
    set.file.find((file) => file.service.some((service) => `${file.package}.${service.name}` === name))
  const closure = (file: FileDescriptorProto): FileDescriptorProto[] =>
    oneByOne ? [file] : [file, ...file.dependency.flatMap((name) => byName(name) ?? []).flatMap(closure)]
  return (call: ServerDuplexStream<Buffer, Buffer>) => {
    const token = String(call.metadata.get('authorization')[0] ?? '').replace('Bearer ', '')
    if (tokens && !tokens.includes(token)) {
      reflected.push(`${version} refused ${token}`)
      call.emit('error', { code: status.UNAUTHENTICATED, details: 'who are you' })
      return
    }
    const failure = failing?.()
    if (failure) {
      reflected.push(`${version} failed`)
      call.emit('error', { code: failure, details: 'not now' })
      return
    }
    if (silent) {
      call.on('cancelled', silent.left)
      silent.come()
      return
    }
    call.on('data', (bytes: Buffer) => {
      const reader = new BinaryReader(bytes)
      const [kind] = reader.tag()
      const name = reader.string()
      reflected.push(`${version} ${name}`)
      const file = kind === 3 ? byName(name) : bySymbol(name)
      const writer = new BinaryWriter()
      if (file === undefined) {
        writer
          .tag(7, WireType.LengthDelimited)
          .fork()
          .tag(1, WireType.Varint)
          .int32(5)
          .tag(2, WireType.LengthDelimited)
          .string(`no ${name}`)
          .join()
      } else {
        writer.tag(4, WireType.LengthDelimited).fork()
        for (const each of new Set(closure(file)))
          writer.tag(1, WireType.LengthDelimited).bytes(toBinary(FileDescriptorProtoSchema, each))
        writer.join()
      }
      call.write(reply ?? Buffer.from(writer.finish()))
    })
    call.on('end', () => call.end())
  }
}
