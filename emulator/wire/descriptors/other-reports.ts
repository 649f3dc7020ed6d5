import { create } from '@bufbuild/protobuf'
import {
  DescriptorProtoSchema,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto
} from '@bufbuild/protobuf/wkt'
import { fieldNamed, found, messageNamed, ownFiles, PACKAGE } from '../lookup.ts'

/** The variant `reports-otherwise`: other names, a message within, and a log that can only be followed. */
export function reportOtherwise(files: FileDescriptorProto[]): void {
  rename(files, 'AppLogLine', { message: 'line' })
  rename(files, 'GetAppEventsResponse', { events: 'items' })
  rename(files, 'AppEvent', { message: 'what', timestamp_ms: 'at' })
  keep(files, 'AppEvent', ['what', 'at'])
  rename(files, 'ListAppReplicasResponse', { replicas: 'pods' })
  rename(files, 'AppReplica', { replica_id: 'pod', restart_count: 'restarts' })
  addPosture(files)
  const compute = found(
    ownFiles(files).flatMap((file) => file.service),
    'ComputeService'
  )
  compute.method = compute.method.filter((method) => method.name !== 'GetAppLogs')
}

function rename(files: FileDescriptorProto[], message: string, names: Readonly<Record<string, string>>): void {
  for (const [from, to] of Object.entries(names)) {
    const jsonName = to.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    Object.assign(fieldNamed(messageNamed(files, message), from), { name: to, jsonName })
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
  const label = FieldDescriptorProto_Label.OPTIONAL
  const own = { phase: STRING, ready: UINT32, detail: STRING }
  const field = Object.entries(own).map(([name, type], at) => ({
    name,
    jsonName: name,
    number: 1001 + at,
    label,
    type
  }))
  answer.nestedType.push(create(DescriptorProtoSchema, { name: 'Posture', field }))
  const typeName = `.${PACKAGE}.GetAppStateResponse.Posture`
  const posture = { name: 'posture', jsonName: 'posture', number: 1001, label, type: MESSAGE, typeName }
  answer.field = [create(FieldDescriptorProtoSchema, posture)]
}
