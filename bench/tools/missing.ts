import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { CACHE } from '../scene/places.ts'

/** What is made or fetched by `npm run bench -- install`, and lies in the cache. */
export const INSTALLED = {
  grpcurl: path.join(CACHE, 'grpcurl'),
  'go-uploader': path.join(CACHE, 'go-uploader'),
  wrangler: path.join(CACHE, 'wrangler/node_modules/.bin/wrangler')
} as const

/** Why a row that needs this command cannot be run; undefined where it can. */
export function missing(command: string): string | undefined {
  const { error } = spawnSync(command, ['--version'], { stdio: 'ignore' })
  return error ? `needs ${command}, which is not installed` : undefined
}

/** The same of what we install. */
export function notInstalled(name: keyof typeof INSTALLED): string | undefined {
  return existsSync(INSTALLED[name]) ? undefined : `needs ${name}: \`npm run bench -- install\``
}
