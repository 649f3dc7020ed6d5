import { clearField, create } from '@bufbuild/protobuf'
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto,
  file_google_protobuf_field_mask
} from '@bufbuild/protobuf/wkt'
import type { Variant, Variants } from '../../contract/variants.ts'
import { enumNamed, fieldNamed, found, messageNamed, ownFiles, PACKAGE, serviceNamed } from '../lookup.ts'
import { namesOf, newField, REPEATED } from './new-field.ts'
import { reportOtherwise } from './other-reports.ts'

const { STRING, MESSAGE } = FieldDescriptorProto_Type

type Edit = (files: FileDescriptorProto[]) => void

const EDITS: Partial<Record<Variant, Edit>> = {
  'compile-logs-lines': makeCompileLogsLines,
  'no-code-hash': dropCodeHash,
  'settings-no-presence': dropSettingsPresence,
  'settings-mask': addUpdateMask,
  'storage-fixed': dropStorage,
  'schemas-in-draft': (files) => addDescription(files, 'SaveDraftRequest'),
  'schemas-in-source': (files) => addDescription(files, 'CompileSource'),
  'payload-string': makePayloadsStrings,
  'public-urls-map': makePublicUrlsMap,
  'code-text': makeCodeText,
  'no-app-code': dropAppCode,
  'reports-otherwise': reportOtherwise,
  'status-spelling': respellStatuses,
  'version-description': describeVersions
}

/** Changes the files in place, as the chosen variants say; those that change no message are left to the handlers. */
export function applyShapeVariants(files: FileDescriptorProto[], variants: Variants): void {
  for (const variant of variants) EDITS[variant]?.(files)
}

/** Puts `imported` before its users and names it in the file that declares `message`. */
function importFor(files: FileDescriptorProto[], message: string, imported: FileDescriptorProto): void {
  const owner = ownFiles(files).find((file) => file.messageType.some((candidate) => candidate.name === message))
  if (!owner) throw new Error(`No file declares ${message}`)
  if (!files.some((file) => file.name === imported.name)) files.unshift(imported)
  if (!owner.dependency.includes(imported.name)) owner.dependency.push(imported.name)
}

function dropCodeHash(files: FileDescriptorProto[]): void {
  for (const name of ['DraftInfo', 'AppVersionInfo']) {
    const message = messageNamed(files, name)
    message.field = message.field.filter((field) => field.name !== 'code_hash')
  }
}

function dropSettingsPresence(files: FileDescriptorProto[]): void {
  const message = messageNamed(files, 'UpdateAppConfigRequest')
  for (const field of message.field) {
    clearField(field, FieldDescriptorProtoSchema.field.proto3Optional)
    clearField(field, FieldDescriptorProtoSchema.field.oneofIndex)
  }
  message.oneofDecl = []
}

/** Presence makes a oneof of each such field: the indices of those behind it move down. */
function dropStorage(files: FileDescriptorProto[]): void {
  const message = messageNamed(files, 'UpdateAppConfigRequest')
  const dropped = message.field.filter(({ name }) => name === 'storage_mode' || name === 'ttl_secs')
  const kept = message.field.filter((field) => !dropped.includes(field))
  const groups = message.oneofDecl.filter(({ name }) => !dropped.some((field) => name === `_${field.name}`))
  for (const field of kept) {
    if (field.proto3Optional) field.oneofIndex = groups.findIndex(({ name }) => name === `_${field.name}`)
  }
  Object.assign(message, { field: kept, oneofDecl: groups })
}

function addUpdateMask(files: FileDescriptorProto[]): void {
  importFor(files, 'UpdateAppConfigRequest', file_google_protobuf_field_mask.proto)
  const message = messageNamed(files, 'UpdateAppConfigRequest')
  const typeName = '.google.protobuf.FieldMask'
  message.field.push(newField('update_mask', freeNumber(message), MESSAGE, { typeName }))
}

function addDescription(files: FileDescriptorProto[], name: string): void {
  const message = messageNamed(files, name)
  const first = freeNumber(message)
  message.field.push(
    newField('input_schema', first, STRING),
    newField('output_schema', first + 1, STRING),
    newField('dependencies', first + 2, STRING, REPEATED)
  )
}

function describeVersions(files: FileDescriptorProto[]): void {
  const message = messageNamed(files, 'PublishDraftRequest')
  message.field.push(newField('description', freeNumber(message), STRING))
}

/** From there on, no field of the message has a number. */
function freeNumber({ field: fields }: DescriptorProto): number {
  return Math.max(...fields.map(({ number }) => number)) + 1
}

function makePayloadsStrings(files: FileDescriptorProto[]): void {
  const payloads = { TestDraftRequest: 'payload', TestAppVersionRequest: 'payload', Execution: 'output' }
  for (const [message, field] of Object.entries(payloads)) {
    fieldNamed(messageNamed(files, message), field).type = STRING
  }
}

function makeCodeText(files: FileDescriptorProto[]): void {
  fieldNamed(messageNamed(files, 'CodeFile'), 'content').type = STRING
}

function dropAppCode(files: FileDescriptorProto[]): void {
  const service = serviceNamed(files, 'ComputeService')
  service.method = service.method.filter((method) => method.name !== 'GetAppCode')
}

function makeCompileLogsLines(files: FileDescriptorProto[]): void {
  const field = fieldNamed(messageNamed(files, 'CompileLogChunk'), 'data')
  Object.assign(field, { ...namesOf('lines'), ...REPEATED, type: STRING })
}

function makePublicUrlsMap(files: FileDescriptorProto[]): void {
  const message = messageNamed(files, 'AppMeta')
  const field = fieldNamed(message, 'public_urls')
  field.type = MESSAGE
  field.typeName = `.${PACKAGE}.AppMeta.PublicUrlsEntry`
  message.nestedType.push(
    create(DescriptorProtoSchema, {
      name: 'PublicUrlsEntry',
      field: [newField('key', 1, STRING), newField('value', 2, STRING)],
      options: { mapEntry: true }
    })
  )
}

function respellStatuses(files: FileDescriptorProto[]): void {
  const words = [
    ['VersionStatus', 'VERSION_STATUS_COMPILED', 'VERSION_STATUS_READY'],
    ['VersionStatus', 'VERSION_STATUS_FAILED', 'VERSION_STATUS_COMPILE_ERROR'],
    ['ExecutionStatus', 'EXECUTION_STATUS_RUNNING', 'EXECUTION_STATUS_IN_PROGRESS'],
    ['DeploymentState', 'DEPLOYMENT_STATE_ACTIVE', 'DEPLOYMENT_STATE_SERVING']
  ] as const
  for (const [type, from, to] of words) found(enumNamed(files, type).value, from).name = to
}
