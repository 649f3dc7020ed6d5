import { chmod, cp, glob, lstat, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { extract } from 'tar'
import { jsonList, words } from '../dockerfile/dockerfile-words.ts'
import type { Instruction } from '../dockerfile/parse.ts'
import { BuildError } from '../tools/build-error.ts'
import { onDisk, type Stage, scopeOf } from './kaniko-stage.ts'

/** A directory that files are copied from, and how Kaniko calls it. */
type Origin = { readonly directory: string; readonly shown: string }

/** Does what COPY and ADD ask for, as far as files are concerned: owners are not kept. */
export async function copyFiles(stage: Stage, instruction: Instruction, origin: Origin): Promise<void> {
  const { keyword, flags, rest } = instruction
  const args = jsonList(rest) ?? words(rest, scopeOf(stage))
  const patterns = args.slice(0, -1)
  const target = args.at(-1) ?? ''
  if (patterns.length === 0) throw new BuildError(`${keyword} requires at least two arguments`)
  const sources = (await Promise.all(patterns.map((pattern) => expand(pattern, origin)))).flat()
  const into = await isDirectory(target, stage)
  if (sources.length > 1 && !into) {
    throw new BuildError(
      `When using ${keyword} with more than one source file, the destination must be a directory and end with a /`
    )
  }
  for (const source of sources) {
    const path = await place(source, { destination: onDisk(stage, target), into, unpacks: keyword === 'ADD' })
    if (/^[0-7]{3,4}$/.test(flags['chmod'] ?? '')) await chmod(path, Number.parseInt(flags['chmod'] ?? '', 8))
  }
}

/** The files that a pattern names. A path cannot leave the context: `..` ends at its root. */
async function expand(pattern: string, origin: Origin): Promise<readonly string[]> {
  if (/^(?:https?|git|ssh):/.test(pattern)) throw new BuildError(`this emulator copies from no URL: ${pattern}`)
  const path = posix.join('/', pattern).replace(/(.)\/$/, '$1')
  const exact = join(origin.directory, path)
  if (await lstat(exact).catch(() => undefined)) return [exact]
  const found = /[*?[]/.test(pattern) ? await Array.fromAsync(glob(path.slice(1), { cwd: origin.directory })) : []
  if (found.length > 0) return found.sort().map((name) => join(origin.directory, name))
  const shown = `${origin.shown}${path}`
  throw new BuildError(`failed to get fileinfo for ${shown}: lstat ${shown}: no such file or directory`)
}

async function isDirectory(target: string, stage: Stage): Promise<boolean> {
  if (/(?:^|\/)\.?$/.test(target)) return true
  return (await lstat(onDisk(stage, target)).catch(() => undefined))?.isDirectory() ?? false
}

type Target = { readonly destination: string; readonly into: boolean; readonly unpacks: boolean }

/** Of a directory its contents are copied. Gives where the source lies then. */
async function place(source: string, { destination, into, unpacks }: Target): Promise<string> {
  const how = { recursive: true, verbatimSymlinks: true } as const
  if ((await lstat(source)).isDirectory()) {
    await mkdir(destination, { recursive: true })
    await cp(source, destination, how)
    return destination
  }
  if (unpacks && (await isTar(source))) {
    await mkdir(destination, { recursive: true })
    await extract({ file: source, cwd: destination, strict: true })
    return destination
  }
  const path = into ? join(destination, basename(source)) : destination
  await mkdir(dirname(path), { recursive: true })
  await cp(source, path, how)
  return path
}

async function isTar(file: string): Promise<boolean> {
  if (!/\.(?:tar|tar\.gz|tgz)$/.test(file)) return false
  const bytes = await readFile(file)
  return bytes.toString('latin1', 0, 2) === '\x1f\x8b' || bytes.toString('latin1', 257, 262) === 'ustar'
}
