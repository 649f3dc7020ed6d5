import { readFileSync } from 'node:fs'
import { fromBinary } from '@bufbuild/protobuf'
import { type FileDescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { InputError, Problem } from '../../model/errors.ts'

/** How a descriptor set is made from the platform's proto files, in two tools' words. */
export const MAKE_A_SET =
  '`buf build --as-file-descriptor-set -o ignite.binpb`, or `protoc --include_imports --descriptor_set_out=ignite.binpb FILES.proto`'

/** Reads the descriptor set that the input `descriptors` names. Throws InputError. */
export async function filesFrom(path: string): Promise<readonly FileDescriptorProto[]> {
  const files = parse(read(path))
  if (files === undefined) throw bad(`The file that \`descriptors\` names is no descriptor set.`)
  const names = new Set(files.map((file) => file.name))
  const missing = new Set(files.flatMap((file) => file.dependency).filter((name) => !names.has(name)))
  if (missing.size === 0) return files
  const { wellKnownFile } = await import('./well-known.ts')
  return [...files, ...[...missing].map(wellKnownFile).filter((file) => file !== undefined)]
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as { code?: string }
    throw bad(`The file that \`descriptors\` names cannot be read (${code}).`)
  }
}

/** Other bytes sometimes decode by chance; their file names are then empty or no text. */
function parse(bytes: Uint8Array): readonly FileDescriptorProto[] | undefined {
  try {
    const { file } = fromBinary(FileDescriptorSetSchema, bytes)
    return file.length > 0 && file.every(({ name }) => name !== '' && !name.includes('\ufffd')) ? file : undefined
  } catch {
    return undefined
  }
}

function bad(message: string): InputError {
  return new InputError([new Problem({ inputs: ['descriptors'], message, fix: `Make one with ${MAKE_A_SET}.` })])
}
