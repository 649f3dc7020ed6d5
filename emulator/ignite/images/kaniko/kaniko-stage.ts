import { join, posix } from 'node:path'
import type { ImageConfig } from '../../model/image-model.ts'
import type { Env } from '../../model/model.ts'
import type { Scope } from '../dockerfile/dockerfile-words.ts'

/** A stage of a Dockerfile between two of its instructions. */
export type Stage = {
  readonly index: number
  /** Of `AS name`, in lower case; empty without one. */
  readonly name: string
  /** On this machine's disk. */
  readonly root: string
  readonly config: ImageConfig
  /** The ARGs that it has declared. */
  readonly args: Env
  readonly layers: number
}

/** What `$PATH` stands for in the images that most others begin with. */
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** ENV wins over ARG. */
export function scopeOf({ config, args }: Stage): Scope {
  return (name) => config.env[name] ?? args[name] ?? (name === 'PATH' ? USUAL_PATH : undefined)
}

/** The absolute path inside of the image that a text in an instruction means. */
export function insideOf({ config }: Pick<Stage, 'config'>, path: string): string {
  return posix.resolve('/', config.workdir, path)
}

/** The same on this machine's disk. */
export function onDisk(stage: Pick<Stage, 'config' | 'root'>, path: string): string {
  return join(stage.root, insideOf(stage, path))
}
