import { create, type MessageInitShape } from '@bufbuild/protobuf'
import {
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  file_google_protobuf_descriptor
} from '@bufbuild/protobuf/wkt'

/**
 * The files that annotated schemas import: Google's HTTP rules with their public numbers, and the two shared files that
 * the platform's published stubs of a sibling service import, with a content that we made up.
 */
export function optionFiles(): FileDescriptorProto[] {
  return [file_google_protobuf_descriptor.proto, httpFile(), httpAnnotations(), platformCommon(), platformAnnotations()]
}

type Field = MessageInitShape<typeof FieldDescriptorProtoSchema>

const { STRING, INT32, BOOL, MESSAGE } = FieldDescriptorProto_Type
const DESCRIPTOR = 'google/protobuf/descriptor.proto'

function httpFile(): FileDescriptorProto {
  const inPattern = { oneofIndex: 0 }
  return create(FileDescriptorProtoSchema, {
    name: 'google/api/http.proto',
    package: 'google.api',
    syntax: 'proto3',
    messageType: [
      {
        name: 'HttpRule',
        oneofDecl: [{ name: 'pattern' }],
        field: [
          field('selector', 1, STRING),
          ...['get', 'put', 'post', 'delete', 'patch'].map((verb, index) => field(verb, index + 2, STRING, inPattern)),
          field('custom', 8, MESSAGE, { ...inPattern, typeName: '.google.api.CustomHttpPattern' }),
          field('body', 7, STRING),
          field('response_body', 12, STRING),
          field('additional_bindings', 11, MESSAGE, { ...REPEATED, typeName: '.google.api.HttpRule' })
        ]
      },
      { name: 'CustomHttpPattern', field: [field('kind', 1, STRING), field('path', 2, STRING)] }
    ]
  })
}

function httpAnnotations(): FileDescriptorProto {
  return create(FileDescriptorProtoSchema, {
    name: 'google/api/annotations.proto',
    package: 'google.api',
    syntax: 'proto3',
    dependency: ['google/api/http.proto', DESCRIPTOR],
    extension: [
      field('http', 72_295_728, MESSAGE, {
        typeName: '.google.api.HttpRule',
        extendee: '.google.protobuf.MethodOptions'
      })
    ]
  })
}

/** proto2, since only there a message of one's own can be extended. */
function platformCommon(): FileDescriptorProto {
  return create(FileDescriptorProtoSchema, {
    name: 'proto-core/common.proto',
    package: 'dodil.common',
    messageType: [
      {
        name: 'MsgResp',
        field: [field('code', 1, INT32), field('message', 2, STRING)],
        extensionRange: [{ start: 100, end: 200 }]
      }
    ]
  })
}

function platformAnnotations(): FileDescriptorProto {
  return create(FileDescriptorProtoSchema, {
    name: 'proto-core/annotations.proto',
    package: 'dodil.common',
    dependency: [DESCRIPTOR, 'proto-core/common.proto'],
    messageType: [{ name: 'AccessRule', field: [field('resource', 1, STRING), field('scopes', 2, STRING, REPEATED)] }],
    extension: [
      field('access', 50_001, MESSAGE, {
        typeName: '.dodil.common.AccessRule',
        extendee: '.google.protobuf.MethodOptions'
      }),
      field('sensitive', 50_002, BOOL, { extendee: '.google.protobuf.FieldOptions' }),
      field('audience', 50_003, STRING, { extendee: '.google.protobuf.ServiceOptions' }),
      field('trace_id', 100, STRING, { extendee: '.dodil.common.MsgResp' })
    ]
  })
}

const REPEATED = { label: FieldDescriptorProto_Label.REPEATED }

function field(name: string, number: number, type: FieldDescriptorProto_Type, more: Field = {}): FieldDescriptorProto {
  const jsonName = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const label = FieldDescriptorProto_Label.OPTIONAL
  return create(FieldDescriptorProtoSchema, { name, jsonName, number, type, label, ...more })
}
