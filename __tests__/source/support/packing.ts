import type { Runtime } from '../../../src/model/plan.ts'
import type { InspectedCode, InspectedContext } from '../../../src/model/ports/inspection-port.ts'
import type { Context, FoundCode, FoundContext, Package } from '../../../src/model/ports/packing-port.ts'
import { inspect } from '../../../src/source/inspect.ts'
import { inspectContext } from '../../../src/source/inspect-context.ts'
import type { SourceOptions } from '../../../src/source/listing.ts'
import { anyRuntime } from './any-runtime.ts'
import type { TemporaryTree } from './trees.ts'

type Asked = Partial<SourceOptions> & { readonly runtime?: Runtime; readonly dockerfilePath?: string }

/** What the inspection says of code in a tree. */
export function inspected(tree: TemporaryTree, code = '.', asked: Asked = {}): Promise<InspectedCode> {
  return inspect({ path: tree.at(code), shownPath: code, runtime: asked.runtime }, optionsFor(tree, asked))
}

/** Code as it was found, whatever it is written in. */
export async function foundIn(tree: TemporaryTree, code = '.', asked: Asked = {}): Promise<FoundCode> {
  return foundOr(await inspected(tree, code, { runtime: anyRuntime(tree.at(code)), ...asked }))
}

/** The package that is made of code in a tree. */
export async function packedIn(tree: TemporaryTree, code = '.', asked: Asked = {}): Promise<Package> {
  return (await foundIn(tree, code, asked)).pack()
}

/** What the inspection says of a context in a tree. */
export function inspectedContext(tree: TemporaryTree, code = '.', asked: Asked = {}): Promise<InspectedContext> {
  const source = { path: tree.at(code), shownPath: code, dockerfilePath: asked.dockerfilePath }
  return inspectContext(source, optionsFor(tree, asked))
}

/** A context in a tree, read once. */
export async function openedIn(tree: TemporaryTree, code = '.', asked: Asked = {}): Promise<Context> {
  return foundOr<FoundContext>(await inspectedContext(tree, code, asked)).open()
}

/** What was found; a problem is thrown as it would be told. */
function foundOr<T>(inspection: { readonly found: T } | Extract<InspectedCode, { problems: unknown }>): T {
  if ('found' in inspection) return inspection.found
  throw new Error(inspection.problems.map(({ message }) => message).join('\n'))
}

function optionsFor(tree: TemporaryTree, asked: Asked): SourceOptions {
  const stop = new AbortController().signal
  return { workspace: tree.root, exclude: [], credentials: [], stop, ...asked }
}
