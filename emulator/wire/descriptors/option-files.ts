import { create } from '@bufbuild/protobuf'
import {
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  file_google_protobuf_descriptor
} from '@bufbuild/protobuf/wkt'
import { newField, REPEATED } from './new-field.ts'

/**
 * The files that annotated schemas import: Google's HTTP rules with their public numbers, and the two shared files that
 * the platform's published stubs of a sibling service import, with a content that we made up.
 */
export function optionFiles(): FileDescriptorProto[] {
  return [file_google_protobuf_descriptor.proto, httpFile(), httpAnnotations(), platformCommon(), platformAnnotations()]
}

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
          newField('selector', 1, STRING),
          ...['get', 'put', 'post', 'delete', 'patch'].map((verb, index) =>
            newField(verb, index + 2, STRING, inPattern)
          ),
          newField('custom', 8, MESSAGE, { ...inPattern, typeName: '.google.api.CustomHttpPattern' }),
          newField('body', 7, STRING),
          newField('response_body', 12, STRING),
          newField('additional_bindings', 11, MESSAGE, { ...REPEATED, typeName: '.google.api.HttpRule' })
        ]
      },
      { name: 'CustomHttpPattern', field: [newField('kind', 1, STRING), newField('path', 2, STRING)] }
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
      newField('http', 72_295_728, MESSAGE, {
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
        field: [newField('code', 1, INT32), newField('message', 2, STRING)],
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
    messageType: [
      { name: 'AccessRule', field: [newField('resource', 1, STRING), newField('scopes', 2, STRING, REPEATED)] }
    ],
    extension: [
      newField('access', 50_001, MESSAGE, {
        typeName: '.dodil.common.AccessRule',
        extendee: '.google.protobuf.MethodOptions'
      }),
      newField('sensitive', 50_002, BOOL, { extendee: '.google.protobuf.FieldOptions' }),
      newField('audience', 50_003, STRING, { extendee: '.google.protobuf.ServiceOptions' }),
      newField('trace_id', 100, STRING, { extendee: '.dodil.common.MsgResp' })
    ]
  })
}
