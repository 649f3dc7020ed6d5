import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../scene/places.ts'
import type { Share } from './shares.ts'

const KEPT = path.join(ROOT, 'docs/benchmarks/profile.json')

export type KeptProfile = {
  /** The commit that is compared with. */
  readonly before: string
  readonly date: string
  /** Milliseconds. */
  readonly rows: readonly { readonly share: Share; readonly before: number; readonly after: number }[]
}

export function keepProfile(profile: KeptProfile): void {
  writeFileSync(KEPT, `${JSON.stringify(profile, undefined, 2)}\n`)
}

export function keptProfile(): KeptProfile | undefined {
  return existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : undefined
}
