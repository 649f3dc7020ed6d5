import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from './tools/build-error.ts'
import { runCommand } from './tools/run-command.ts'
import { type Built, EMPTY_CONFIG, type Site } from './tools/site.ts'

/** The user of Paketo's run images: a number, as the platform wants it. */
const USER = '1002'
const WORKSPACE = '/workspace'

type Step = { readonly name: string; readonly command: readonly string[] }

/** What the buildpacks have recognised. */
type Plan = { readonly buildpacks: readonly string[]; readonly steps: readonly Step[]; readonly web: string }

/**
 * Builds an image without a Dockerfile, with a log like that of Paketo's buildpacks: a Procfile's `web:`, the start
 * script of package.json, or server.py beside requirements.txt. Throws BuildError.
 */
export async function buildWithBuildpacks(site: Site): Promise<Built> {
  const say = (line: string) => site.say(Buffer.from(`${line}\n`))
  say('===> ANALYZING')
  for (const reference of site.references) say(`[analyzer] Image with name "${reference}" not found`)
  say('===> DETECTING')
  const plan = await detect(site.context)
  if (!plan) {
    say('[detector] ERROR: No buildpack groups passed detection.')
    say('[detector] ERROR: Please check that you are running against the correct path.')
    say('[detector] ERROR: failed to detect: no buildpacks participating')
    throw new BuildError('ERROR: No buildpack groups passed detection.')
  }
  for (const buildpack of plan.buildpacks) say(`[detector] paketo-buildpacks/${buildpack}`)
  say('===> RESTORING')
  say('===> BUILDING')
  const workspace = join(site.root, WORKSPACE)
  await cp(site.context, workspace, { recursive: true, verbatimSymlinks: true })
  for (const step of plan.steps) await build(step, site, workspace)
  say('[builder]   Assigning launch processes:')
  say(`[builder]     web (default): ${plan.web}`)
  say('===> EXPORTING')
  for (const reference of site.references) say(`[exporter] Saving ${reference}...`)
  const config = { ...EMPTY_CONFIG, workdir: WORKSPACE, user: USER, cmd: { form: 'shell', text: plan.web } as const }
  return { config, layers: 1 + plan.steps.length }
}

async function detect(context: string): Promise<Plan | undefined> {
  const text = (name: string) => readFile(join(context, name), 'utf8').catch(() => undefined)
  const procfile = /^web:\s*(\S.*)$/m.exec((await text('Procfile')) ?? '')?.[1]?.trim()
  const node = nodePlan(await text('package.json'), (await text('package-lock.json')) !== undefined)
  const requirements = await text('requirements.txt')
  const server = requirements !== undefined && (await text('server.py')) !== undefined ? 'python3 server.py' : undefined
  const web = procfile ?? node?.web ?? server
  if (web === undefined) return undefined
  const python = requirements === undefined ? [] : ['cpython', 'pip']
  const pip = { name: 'pip install', command: ['python3', '-m', 'pip', 'install', '-r', 'requirements.txt'] }
  return {
    buildpacks: [...python, ...(node ? ['node-engine', 'npm-install'] : []), ...(procfile ? ['procfile'] : [])],
    steps: [...(namesPackages(requirements) ? [pip] : []), ...(node?.steps ?? [])],
    web
  }
}

function nodePlan(text: string | undefined, locked: boolean): Pick<Plan, 'steps' | 'web'> | undefined {
  if (text === undefined) return undefined
  const { scripts, dependencies } = packageOf(text)
  if (!scripts?.['start']) return undefined
  const install = { name: 'npm install', command: ['npm', locked ? 'ci' : 'install', '--omit=dev'] }
  return { steps: Object.keys(dependencies ?? {}).length > 0 ? [install] : [], web: 'npm start' }
}

function packageOf(text: string): { scripts?: Record<string, string>; dependencies?: Record<string, string> } {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BuildError('ERROR: failed to detect: package.json is not JSON', { cause })
  }
}

function namesPackages(requirements = ''): boolean {
  return requirements.split('\n').some((line) => /^[^#\s]/.test(line.trim()))
}

async function build({ name, command }: Step, site: Site, cwd: string): Promise<void> {
  site.say(Buffer.from(`[builder]   Running '${name}'\n`))
  const env = await site.environment(site.root)
  const { succeeded, how } = await runCommand(command, { cwd, env, say: site.say, signal: site.signal })
  if (succeeded) return
  site.say(Buffer.from(`[builder] ERROR: failed to build: ${how.replace('exit code', 'exit status')}\n`))
  throw new BuildError('ERROR: failed to build: executing lifecycle: failed with status code: 51')
}
