import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBinary } from '@bufbuild/protobuf'
import { type FileDescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import type { Variants } from '../../contract/variants.ts'
import { addCustomOptions } from './custom-options.ts'
import { permute } from './permutation.ts'
import { applyShapeVariants } from './shape-variants.ts'

const SET_PATH = join(import.meta.dirname, '../../../proto/dodil-ignite-v1.binpb')

/** What reflection serves and what messages are encoded from: one set, so that the two cannot differ. */
export type DescriptorSet = {
  /** Imported files come before those that import them, as compilers write them. */
  readonly files: readonly FileDescriptorProto[]
}

type SetOptions = { readonly variants: Variants; readonly permuteSeed?: number | undefined }

const unpermuted = new Map<string, DescriptorSet>()

/**
 * The schema of proto/, changed by the variants and then permuted. Without variants and seed each file serializes
 * to the bytes that `npm run proto` wrote. Without a seed the same variants give the same set, so that all emulators of
 * a process share what is made of it.
 */
export function loadSet(options: SetOptions): DescriptorSet {
  if (options.permuteSeed !== undefined) return makeSet(options)
  const variants = [...options.variants].sort().join()
  const set = unpermuted.get(variants) ?? makeSet(options)
  unpermuted.set(variants, set)
  return set
}

function makeSet(options: SetOptions): DescriptorSet {
  const files = fromBinary(FileDescriptorSetSchema, readFileSync(SET_PATH)).file
  applyShapeVariants(files, options.variants)
  if (options.variants.has('custom-options')) addCustomOptions(files)
  if (options.permuteSeed !== undefined) permute(files, options.permuteSeed)
  return { files }
}
