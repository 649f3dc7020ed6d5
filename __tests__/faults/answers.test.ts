import { createFileRegistry, type DescMessage, fromBinary, fromJson, toBinary, toJson } from '@bufbuild/protobuf'
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { startEmulator } from '../../emulator/start.ts'
import { descriptorSet } from '../platform/support/fake-server.ts'
import { inputsFor, remote, runMain, Workspace } from '../support/deploying.ts'
import { callsOf, ending, errorSays } from './support/ending.ts'
import { type Facts, faultCase } from './support/fault-case.ts'
import { http2Front } from './support/http2-front.ts'

/** Changes the answer of a method, `ComputeService/GetApp`; a method that is left alone has undefined. */
type Change = (method: string) => ((bytes: Buffer) => Uint8Array) | undefined

const MIB = 1024 * 1024

/** Deploys while answers are changed on their way. */
async function deploy(change: Change) {
  await using emulator = await startEmulator()
  await using front = await http2Front(emulator.grpc, (method) => {
    const message = change(method)
    return message && { kind: 'change', message: (bytes) => Buffer.from(message(bytes)) }
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor({ ...emulator, grpc: front.address }) })
  const { versions } = await remote(emulator)
  const facts: Facts = {
    ...ending(main),
    versions: versions.length,
    'calls of PublishDraft': callsOf(emulator, 'PublishDraft')
  }
  return { main, facts }
}

function answersOf(name: string, change: (bytes: Buffer) => Uint8Array): Change {
  return (method) => (method === `ComputeService/${name}` ? change : undefined)
}

/** With a field that no schema has, of so many bytes. */
function withUnknownField(size: number) {
  const field = new BinaryWriter().tag(9999, WireType.LengthDelimited).bytes(Buffer.alloc(size, 'x')).finish()
  return (bytes: Buffer) => Buffer.concat([bytes, field])
}

const empty = () => Buffer.alloc(0)
const garbage = () => Buffer.from([0xff, 0xff, 0xff])

const types = createFileRegistry(descriptorSet())

function answerType(name: string): DescMessage {
  return types.getService('dodil.ignite.v1.ComputeService')!.methods.find((each) => each.name === name)!.output
}

/** With a draft that has a status which no schema knows. */
function withUnknownStatus(bytes: Buffer): Uint8Array {
  const type = answerType('GetDraftInfo')
  const answer = toJson(type, fromBinary(type, bytes)) as { readonly draft?: object }
  return answer.draft ? toBinary(type, fromJson(type, { draft: { ...answer.draft, status: 9999 } })) : bytes
}

const published = { versions: 1, 'calls of PublishDraft': 1 }

type Tolerated = {
  readonly fault: string
  readonly change: Change
  readonly reason?: string
  /** Where the run waits a minute for what may still come. */
}

const tolerated: readonly Tolerated[] = [
  {
    fault: 'an unknown field in every answer',
    change: (method) => (method.startsWith('ComputeService/') ? withUnknownField(100) : undefined)
  },
  { fault: 'an answer of 5 MiB', change: answersOf('GetApp', withUnknownField(5 * MIB)) },
  { fault: 'an unknown enum value', change: answersOf('GetDraftInfo', withUnknownStatus) },
  { fault: 'an empty answer to SaveDraft', change: answersOf('SaveDraft', empty) },
  { fault: 'an empty answer to CreateApp', change: answersOf('CreateApp', empty) },
  {
    fault: 'an empty answer to ListAppVersions',
    change: answersOf('ListAppVersions', empty)
  },
  { fault: 'an empty answer to PublishDraft', change: answersOf('PublishDraft', empty), reason: 'recovered' },
  { fault: 'an unreadable answer to PublishDraft', change: answersOf('PublishDraft', garbage), reason: 'recovered' }
]

for (const { fault, change, reason = 'ok' } of tolerated) {
  faultCase({
    number: 63,
    fault,
    expected: { exit: 0, reason, ...published },
    run: async () => (await deploy(change)).facts
  })
}

type Refused = {
  readonly fault: string
  readonly change: Change
  readonly reason: string
  readonly says: string
  /** Where the run waits a minute for what may still come. */
}

const refused: readonly Refused[] = [
  {
    fault: 'an answer of 33 MiB',
    change: answersOf('GetApp', withUnknownField(33 * MIB)),
    reason: 'platform_unavailable',
    says: 'The app acme/greeter was created, and cannot be read: Reading the app acme/greeter: RESOURCE_EXHAUSTED: a message was larger than the receiver takes'
  },
  {
    fault: 'an unreadable answer to GetApp',
    change: answersOf('GetApp', garbage),
    reason: 'platform_unavailable',
    says: 'The app acme/greeter was created, and cannot be read: Reading the app acme/greeter: the answer cannot be read'
  },
  {
    fault: 'an empty answer to GetApp',
    change: answersOf('GetApp', empty),
    reason: 'app_missing',
    says: 'was created, but the platform does not show it'
  },
  {
    fault: 'an empty answer to GetDraftInfo',
    change: answersOf('GetDraftInfo', empty),
    reason: 'draft_conflict',
    says: 'The app now holds no draft'
  }
]

for (const { fault, change, reason, says } of refused) {
  faultCase({
    number: 63,
    fault,
    expected: { exit: 1, reason, versions: 0, 'calls of PublishDraft': 0, says: 'yes' },
    run: async () => {
      const { main, facts } = await deploy(change)
      return { ...facts, says: errorSays(main, says) }
    }
  })
}
