import { create } from '@bufbuild/protobuf'
import { DescriptorProtoSchema, FieldDescriptorProto_Type, type FileDescriptorProto } from '@bufbuild/protobuf/wkt'
import { fieldNamed, messageNamed, PACKAGE, serviceNamed } from '../lookup.ts'
import { namesOf, newField } from './new-field.ts'

/** The variant `reports-otherwise`: other names, a message within, and a log that can only be followed. */
export function reportOtherwise(files: FileDescriptorProto[]): void {
  rename(files, 'AppLogLine', { message: 'line' })
  rename(files, 'GetAppEventsResponse', { events: 'items' })
  rename(files, 'AppEvent', { message: 'what', timestamp_ms: 'at' })
  keep(files, 'AppEvent', ['what', 'at'])
  rename(files, 'ListAppReplicasResponse', { replicas: 'pods' })
  rename(files, 'AppReplica', { replica_id: 'pod', restart_count: 'restarts' })
  addPosture(files)
  const compute = serviceNamed(files, 'ComputeService')
  compute.method = compute.method.filter((method) => method.name !== 'GetAppLogs')
}

function rename(files: FileDescriptorProto[], message: string, names: Readonly<Record<string, string>>): void {
  for (const [from, to] of Object.entries(names)) {
    Object.assign(fieldNamed(messageNamed(files, message), from), namesOf(to))
  }
}

function keep(files: FileDescriptorProto[], message: string, names: readonly string[]): void {
  const type = messageNamed(files, message)
  type.field = type.field.filter((field) => names.includes(field.name))
}

/** The state stands in a message of its own, in words that are no enum's. */
function addPosture(files: FileDescriptorProto[]): void {
  const answer = messageNamed(files, 'GetAppStateResponse')
  const { MESSAGE, STRING, UINT32 } = FieldDescriptorProto_Type
  const field = [newField('phase', 1001, STRING), newField('ready', 1002, UINT32), newField('detail', 1003, STRING)]
  answer.nestedType.push(create(DescriptorProtoSchema, { name: 'Posture', field }))
  answer.field = [newField('posture', 1001, MESSAGE, { typeName: `.${PACKAGE}.GetAppStateResponse.Posture` })]
}
