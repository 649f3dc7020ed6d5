import { normalize } from 'node:path/posix'
import type { FleetApp } from './manifest.ts'

/** The apps that one of the changed files belongs to; all, where that is not known or the manifest itself changed. */
export function changedApps(
  apps: readonly FleetApp[],
  manifest: string,
  changed: readonly string[] | undefined
): readonly FleetApp[] {
  if (changed === undefined || changed.includes(normalize(manifest))) return apps
  return apps.filter(({ paths }) => changed.some((file) => paths.some((path) => lies(file, path))))
}

function lies(file: string, below: string): boolean {
  const path = normalize(below).replace(/\/$/, '')
  return path === '.' || file === path || file.startsWith(`${path}/`)
}
