import { create, type MessageInitShape } from '@bufbuild/protobuf'
import {
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  type FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema
} from '@bufbuild/protobuf/wkt'

type Field = MessageInitShape<typeof FieldDescriptorProtoSchema>

export const REPEATED = { label: FieldDescriptorProto_Label.REPEATED }

/** Optional, and of no oneof, unless `more` says otherwise. */
export function newField(
  name: string,
  number: number,
  type: FieldDescriptorProto_Type,
  more: Field = {}
): FieldDescriptorProto {
  const label = FieldDescriptorProto_Label.OPTIONAL
  return create(FieldDescriptorProtoSchema, { ...namesOf(name), number, type, label, ...more })
}

/** A field's name, as the proto and as JSON has it. */
export function namesOf(name: string): { readonly name: string; readonly jsonName: string } {
  return { name, jsonName: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) }
}
