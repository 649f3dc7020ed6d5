import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { changedApps } from './changed-apps.ts'
import { type FleetApp, ManifestError, readManifest, WAVES } from './manifest.ts'

const MOST_JOBS_OF_A_MATRIX = 256
const MOST_NAMES = 256 * 2 ** 20

try {
  plan(input('manifest'))
} catch (error) {
  if (!(error instanceof ManifestError)) throw error
  for (const line of error.message.split(/[\r\n]+/))
    process.stdout.write(`::error file=${input('manifest')}::${line}\n`)
  process.exitCode = 1
}

function plan(manifest: string): void {
  const changed = input('all') === 'true' ? undefined : changedFiles(input('base'))
  const apps = changedApps(appsOf(manifest), manifest, changed)
  // A run may deploy several fleets, or one to several platforms, and its artifacts are of all of them.
  const fleet = randomUUID()
  const jobs = apps.map(({ paths, ...app }, index) => ({ ...app, artifact: `fleet-${fleet}-${index}` }))
  for (const wave of WAVES) {
    const ofWave = jobs.filter((job) => job['wave'] === wave)
    if (ofWave.length > MOST_JOBS_OF_A_MATRIX) {
      throw new ManifestError(`Wave ${wave} has ${ofWave.length} apps, and a matrix takes ${MOST_JOBS_OF_A_MATRIX}.`)
    }
    tell(`wave-${wave}`, ofWave)
    process.stdout.write(`Wave ${wave}: ${ofWave.map(({ app }) => app).join(', ') || 'nothing'}\n`)
  }
  tell(
    'apps',
    jobs.map(({ app, wave, artifact }) => ({ app, wave, artifact }))
  )
}

/** What a path of the manifest leads to has to be there: a misspelt one changes in no push. */
function appsOf(manifest: string): readonly FleetApp[] {
  if (!existsSync(manifest)) throw new ManifestError(`There is no ${manifest}.`)
  const apps = readManifest(readFileSync(manifest, 'utf8'))
  const faults = apps.flatMap(({ app, code, paths, 'config-file': settings }) =>
    [...new Set([code, ...paths, settings])].flatMap((path) =>
      typeof path === 'string' && !existsSync(path) ? [`${app}: there is no ${path}.`] : []
    )
  )
  if (faults.length > 0) throw new ManifestError(faults.join('\n'))
  return apps
}

/** Undefined where it is not known: a new branch, a commit that a forced push took away, an event without one. */
function changedFiles(base: string): readonly string[] | undefined {
  if (/^0*$/.test(base)) return undefined
  try {
    // A file that moves changes the app that it leaves, too.
    const options = ['--name-only', '--no-renames', '-z', '--end-of-options']
    const names = execFileSync('git', ['diff', ...options, base, 'HEAD'], { encoding: 'utf8', maxBuffer: MOST_NAMES })
    return names.split('\0').filter(Boolean)
  } catch {
    process.stdout.write(`::notice::${base} is not there to compare with, so all apps are deployed.\n`)
    return undefined
  }
}

function input(name: string): string {
  return process.env[`INPUT_${name.toUpperCase()}`] ?? ''
}

function tell(name: string, value: unknown): void {
  appendFileSync(process.env['GITHUB_OUTPUT'] ?? '', `${name}=${JSON.stringify(value)}\n`)
}
