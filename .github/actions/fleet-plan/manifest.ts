import { normalize } from 'node:path/posix'
import { parseApp } from '../../../src/inputs/parse/parse-values.ts'

/** One app of the fleet: the inputs of its deployment, and when and why it is deployed. */
export type FleetApp = Readonly<Record<string, string | number | readonly string[]>> & {
  readonly app: string
  readonly wave: number
  readonly paths: readonly string[]
}

/** The manifest says what cannot be; the message says what to write. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
}

export const WAVES = [1, 2, 3]
const INPUTS = ['code', 'runtime', 'dockerfile-path', 'image-ref', 'config-file', 'test-payload-file']

/**
 * @throws {ManifestError} with all that is wrong in it
 */
export function readManifest(text: string): readonly FleetApp[] {
  const { apps } = parsed(text)
  if (!Array.isArray(apps) || apps.length === 0) throw new ManifestError('The manifest has no list `apps`.')
  const faults = [...apps.flatMap(faultsOf), ...doubles(apps.map((entry) => String(entry?.app)))]
  if (faults.length > 0) throw new ManifestError(faults.join('\n'))
  return apps.map((entry) => ({ wave: 1, ...entry, paths: entry.paths ?? [entry.code] }) as FleetApp)
}

function parsed(text: string): { readonly apps?: unknown } {
  try {
    return JSON.parse(text) ?? {}
  } catch (cause) {
    throw new ManifestError(`The manifest is no JSON: ${(cause as Error).message}`, { cause })
  }
}

function faultsOf(entry: unknown, index: number): readonly string[] {
  if (typeof entry !== 'object' || entry === null) return [`apps[${index}] is no object.`]
  const { app, wave = 1, paths, code, ...inputs } = entry as Readonly<Record<string, unknown>>
  const parsedApp = parseApp(typeof app === 'string' ? app : '')
  const name = 'problem' in parsedApp ? `apps[${index}]` : app
  const known = `app, wave, paths, ${INPUTS.join(', ')}`
  return [
    ...('problem' in parsedApp ? [`${name}: \`app\` ${parsedApp.problem}. ${parsedApp.fix}`] : []),
    ...(WAVES.includes(wave as number) ? [] : [`${name}: \`wave\` must be one of ${WAVES.join(', ')}.`]),
    ...(paths === undefined ? [] : faultsOfPaths(String(name), paths)),
    ...(code === undefined && paths === undefined
      ? [`${name}: set \`code\`, or \`paths\` to say with which files it changes.`]
      : []),
    ...(code === undefined || isFolderBelow(code)
      ? []
      : [`${name}: \`code\` must be a folder below the repository, such as services/${name}.`]),
    ...Object.entries(inputs).flatMap(([key, value]) => {
      if (!INPUTS.includes(key)) return [`${name}: \`${key}\` is not known. What is: ${known}.`]
      return typeof value === 'string' ? [] : [`${name}: \`${key}\` must be a text.`]
    })
  ]
}

/** GitHub's own `paths:` takes patterns; here one would match nothing, and its app would never be deployed. */
function faultsOfPaths(name: string, paths: unknown): readonly string[] {
  if (!isTexts(paths)) return [`${name}: \`paths\` must be a list of paths.`]
  const outside = paths.filter((path) => path === '' || /^(\/|\.\.(\/|$))|\*/.test(normalize(path)))
  return outside.map(
    (path) => `${name}: \`paths\` takes files and folders below the repository, and no ${JSON.stringify(path)}.`
  )
}

/** Not the whole: the workspace also holds the action, which must not be packed. */
function isFolderBelow(code: unknown): boolean {
  return typeof code === 'string' && !/^(\/|\.\.(\/|$)|\.\/?$)/.test(normalize(code))
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
}

function doubles(names: readonly string[]): readonly string[] {
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [...new Set(twice)].map((name) => `${name} is named twice.`)
}
