import { fromBinary } from '@bufbuild/protobuf'
import { type FileDescriptorProto, FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'
import { UnsupportedServerError } from '../../model/errors.ts'
import { type Client, type ClientDuplexStream, type Metadata, status } from '../network/grpc.ts'
import { cancelledBy, isServiceError } from '../network/transport.ts'
import { MAKE_A_SET } from './file.ts'
import { decodeReply, encodeQuestion, type FileQuestion } from './reflection-messages.ts'

const VERSIONS = ['grpc.reflection.v1', 'grpc.reflection.v1alpha'] as const

export type ReflectedFiles = { readonly version: string; readonly files: readonly FileDescriptorProto[] }

type ReflectionRequest = {
  readonly client: Client
  readonly metadata: Metadata
  /** Epoch milliseconds. */
  readonly deadline: number
  readonly signal: AbortSignal
  /** Full names. One that the server lacks is left out of the answer. */
  readonly services: readonly string[]
}

/**
 * Asks the server for the files that define the services, with all that they import. Undefined where it has no
 * reflection in either version. Throws a ServiceError, or the signal's reason.
 */
export async function reflect(asking: ReflectionRequest): Promise<ReflectedFiles | undefined> {
  for (const version of VERSIONS) {
    try {
      return { version, files: await askVersion(version, asking) }
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
  }
  return undefined
}

/** A load balancer's HTTP 404 becomes UNIMPLEMENTED too (docs/runner.md, Calls that break): no word on reflection. */
function isAbsent(error: unknown): boolean {
  return (
    isServiceError(error) && error.code === status.UNIMPLEMENTED && !error.details.startsWith('Received HTTP status')
  )
}

async function askVersion(version: string, asking: ReflectionRequest): Promise<readonly FileDescriptorProto[]> {
  const bytes = (buffer: Buffer) => buffer
  const { metadata, deadline, signal } = asking
  signal.throwIfAborted()
  const path = `/${version}.ServerReflection/ServerReflectionInfo`
  const stream = asking.client.makeBidiStreamRequest(path, bytes, bytes, metadata, { deadline })
  // Cancelling emits an error. Whether the loop that has ended still hears it is Node's affair; unheard, it ends us.
  stream.on('error', () => undefined)
  using _ = cancelledBy(signal, stream)
  try {
    return await converse(stream, asking.services)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    stream.cancel()
  }
}

/**
 * What is imported and did not come along is asked for when nothing is outstanding: an answer each time. Google's own files
 * are the same everywhere, so that no server is waited for to send one.
 */
async function converse(
  stream: ClientDuplexStream<Buffer, Buffer>,
  services: readonly string[]
): Promise<readonly FileDescriptorProto[]> {
  const files = new Map<string, FileDescriptorProto>()
  const asked = new Set<string>()
  let pending = 0
  const ask = (question: FileQuestion) => {
    pending += 1
    stream.write(encodeQuestion(question))
  }
  for (const symbol of services) ask({ symbol })
  for await (const bytes of stream) {
    pending -= 1
    for (const file of filesIn(bytes as Buffer)) files.set(file.name, file)
    if (pending > 0) continue
    for (const name of missingImports(files, asked)) {
      const known = await googlesFile(name)
      if (known !== undefined) files.set(name, known)
      else ask({ file: name })
    }
    if (pending === 0) return [...files.values()]
  }
  throw unusable('closed the stream before it had answered')
}

function filesIn(reply: Buffer): readonly FileDescriptorProto[] {
  try {
    return decodeReply(reply).map((file) => fromBinary(FileDescriptorProtoSchema, file))
  } catch (cause) {
    throw unusable('answered what cannot be read', cause)
  }
}

function unusable(what: string, cause?: unknown): UnsupportedServerError {
  const hint = `Run the job again; if it stays so, set \`descriptors\` to a descriptor set, made with ${MAKE_A_SET}.`
  return new UnsupportedServerError(`The server's reflection service ${what}.`, { cause, hint })
}

async function googlesFile(name: string): Promise<FileDescriptorProto | undefined> {
  if (!name.startsWith('google/protobuf/')) return undefined
  const { wellKnownFile } = await import('./well-known.ts')
  return wellKnownFile(name)
}

/** Each name is given once: a server that does not have it is not asked again. */
function missingImports(files: ReadonlyMap<string, FileDescriptorProto>, asked: Set<string>): readonly string[] {
  const imports = new Set([...files.values()].flatMap((file) => file.dependency))
  const missing = [...imports].filter((name) => !files.has(name) && !asked.has(name))
  for (const name of missing) asked.add(name)
  return missing
}
