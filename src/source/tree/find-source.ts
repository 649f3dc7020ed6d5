import { closeSync, constants, lstatSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Problem } from '../../model/errors.ts'
import type { CodePath } from '../../model/ports/inspection-port.ts'
import { firstOf } from '../../model/values/words.ts'
import { type ArchiveFormat, formatOf, MAGIC_BYTES } from '../files/archive-format.ts'
import { contains, posixPath, realOrSame } from '../files/containment.ts'
import { type ListedFile, listedFile, specialKind } from '../files/entry.ts'
import { codeOf, readFault } from '../files/file-faults.ts'
import { printable } from '../files/names.ts'
import { exclusionOfWhole } from '../rules/exclusions.ts'
import { submodulesAround } from './submodules.ts'

/** What lies around the code. */
export type Surroundings = {
  /** Absolute path of the checkout, which code may not lie outside of. */
  readonly workspace: string
  /** Absolute paths that are never packed, such as RUNNER_TEMP. */
  readonly exclude: readonly string[]
}

/** Code that was found. Its name is the user's, also where that is a symlink's. */
export type FoundSource = ListedFile & {
  readonly kind: 'directory' | 'source' | ArchiveFormat
  readonly name: string
  /** The directory itself, or the one in which the user named a file. Absolute, without symlinks. */
  readonly directory: string
}

const FIX = 'Give `code` a directory, a source file, a .zip or a .tar.gz that lies in the checkout.'

/** Finds out what `code` names. What cannot be deployed from there is a Problem. */
export function findSource(code: CodePath, around: Surroundings): FoundSource | { readonly problem: Problem } {
  const name = `\`${printable(code.shownPath)}\``
  const found = resolved(code.path)
  if ('fault' in found) return problem(`${name} ${found.fault} (looked at \`${printable(code.path)}\`).`, found.cure)
  const { real, stats } = found
  const workspace = realOrSame(around.workspace)
  if (!contains(workspace, real)) {
    const place = `\`${printable(real)}\``
    return problem(`${name} lies outside the workspace, at ${place}.`)
  }
  if (isNeverPacked(real, stats, { ...around, workspace })) return problem(`${name} is never packed.`)
  const place = { ...listedFile({ file: real, shownPath: code.shownPath }, stats), name: basename(code.path) }
  if (stats.isDirectory()) return { kind: 'directory', ...place, directory: real }
  if (!stats.isFile()) return problem(`${name} is ${specialKind(stats)}.`)
  const head = firstBytes(real)
  if ('fault' in head) return problem(`${name} ${head.fault}.`, head.cure)
  const kind = formatOf(place.name, head.bytes)
  if (typeof kind !== 'string') return problem(`${name} ${kind.fault}.`)
  return { kind, ...place, directory: realpathSync(dirname(code.path)) }
}

/** What is wrong with a place that holds nothing to send. */
export function nothingIn(place: FoundSource, withheld: readonly string[]): Problem {
  if (place.kind === 'source') return nothingOf(place, withheld)
  if (place.kind === 'directory' && submodulesAround(dirname(place.directory)).has(place.directory)) {
    return new Problem({
      inputs: ['code'],
      message: `There is nothing to deploy: \`${printable(place.shownPath)}\` is an empty submodule.`,
      fix: 'Set `submodules: true` of actions/checkout.'
    })
  }
  const what = place.kind === 'directory' ? 'no file that is packed' : 'no file'
  return new Problem({
    inputs: ['code'],
    message: `There is nothing to deploy: \`${printable(place.shownPath)}\` holds ${what}.${leftOut(withheld)}`,
    fix: 'Point `code` at the directory of the app, after the steps that make its files.'
  })
}

const SHOWN_SECRETS = 3

function leftOut(withheld: readonly string[]): string {
  if (withheld.length === 0) return ''
  const names = withheld.map((path) => `\`${printable(path)}\``)
  return ` Left out, because they are likely to hold secrets: ${firstOf(names, SHOWN_SECRETS)}.`
}

/** A single file obeys the rules of its directory. */
function nothingOf({ name, shownPath }: FoundSource, withheld: readonly string[]): Problem {
  const file = `\`${printable(shownPath)}\``
  return withheld.length > 0
    ? new Problem({
        inputs: ['code'],
        message: `\`code: ${printable(shownPath)}\` is not sent: it is, or links to, a file that is likely to hold secrets.`,
        fix: `Point \`code\` at the code itself. If this is the code, write \`!${printable(name)}\` into an \`.igniteignore\` beside it.`
      })
    : new Problem({
        inputs: ['code'],
        message: `${file} is left out by the \`.igniteignore\` beside it.`,
        fix: 'Remove the line there, or point `code` at another file.'
      })
}

type ReadFault = { readonly fault: string; readonly cure?: string | undefined }

function isNeverPacked(real: string, stats: Stats, { workspace, exclude }: Surroundings): boolean {
  const way = posixPath(workspace, real)
  if (way !== '' && exclusionOfWhole(way, stats.isFile()) === 'never') return true
  return exclude.map(realOrSame).some((each) => contains(workspace, each) && contains(each, real))
}

function problem(message: string, fix = FIX): { readonly problem: Problem } {
  return { problem: new Problem({ inputs: ['code'], message, fix }) }
}

function resolved(path: string): { readonly real: string; readonly stats: Stats } | ReadFault {
  try {
    const real = realpathSync(path)
    return { real, stats: statSync(real) }
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    if (code === 'ELOOP') return { fault: 'is part of a loop of symlinks' }
    if (code === 'ENOTDIR') return { fault: 'lies below a file' }
    if (code !== 'ENOENT') return readFault(code)
    return { fault: isLink(path) ? 'is a symlink that leads nowhere' : 'does not exist' }
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function firstBytes(file: string): { readonly bytes: Buffer } | ReadFault {
  try {
    const descriptor = openSync(file, constants.O_RDONLY)
    try {
      const head = Buffer.alloc(MAGIC_BYTES)
      return { bytes: head.subarray(0, readSync(descriptor, head, 0, MAGIC_BYTES, 0)) }
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return readFault(code)
  }
}
