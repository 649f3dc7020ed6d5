import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JournalEntry } from '../../../emulator/ignite/journal.ts'
import { DEFAULT_ACCOUNT, type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { loadSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import type { ScriptedFault } from '../../../emulator/wire/faults/faults.ts'
import { inspect } from '../../../src/source/inspect.ts'
import { type Compute, compute } from '../../emulator/ignite/support/client.ts'
import { type TcpProxy, tcpProxy } from '../../faults/support/tcp-proxy.ts'
import { Workspace } from '../../support/deploying.ts'
import type { Holdings, Message, Settings } from './evidence.ts'
import { readVersions } from './held-code.ts'
import { isByAction, Moments } from './moments.ts'
import type { ChaosPlan, PlannedFault } from './plan.ts'

export const APP = { organization_name: 'acme', app_name: 'greeter' }

const SETTINGS_BEFORE = {
  resource_tier: 'RESOURCE_TIER_SMALL',
  env: { KEPT: '1', MODE: 'old' }
}

const FAILING =
  'def handler(payload, ctx):\n    raise ValueError("##[add-path]/tmp/evil\\n::set-output name=status::owned")\n'
const DOCKERFILE =
  'FROM python:3.12-slim\nCOPY server.py .\nEXPOSE 80\nRUN sleep 1\nUSER 65534\nCMD ["python3", "server.py"]\n'

/** Where a run takes place: the platform with the app as it was before, the network to it, and the checkout. */
export type Scene = AsyncDisposable & {
  readonly emulator: Emulator
  readonly proxy: TcpProxy
  readonly workspace: Workspace
  readonly moments: Moments
  /** Another client of the platform, which is not behind the proxy. */
  readonly client: Compute
  /** Whether a call is of the run that is behind the proxy. */
  isOurs(entry: JournalEntry): boolean
  read(): Promise<Holdings>
  /** The code that the run will deploy, as the run packs it. */
  ourCode(): Promise<object>
}

export async function prepareScene(plan: ChaosPlan): Promise<Scene> {
  await using preparing = new AsyncDisposableStack()
  const isOurs = (entry: JournalEntry): boolean => isByAction(entry) && proxy.speaksFrom(entry.peer)
  const moments = preparing.use(new Moments(isOurs))
  const workspace = preparing.use(checkout())
  const emulator = preparing.use(await startEmulator(emulatorOptions(plan, moments)))
  const proxy = preparing.use(await tcpProxy({ target: emulator.grpc, delayMs: plan.network.delayMs }))
  const token = emulator.mint({ org: DEFAULT_ACCOUNT.organization, ttlSeconds: 3600 })
  const set = loadSet(schemaOf(plan))
  const client = preparing.use(compute(emulator, { token, set }))
  const builds = preparing.use(compute(emulator, { token, set, service: 'BuildService' }))
  const ourCode = () => packed(workspace)
  await makeVersions(plan, client, ourCode)
  const running = preparing.move()
  return {
    ...{ emulator, proxy, workspace, moments, client, ourCode, isOurs },
    read: () => readHoldings(client, builds),
    [Symbol.asyncDispose]: () => running.disposeAsync()
  }
}

/** The files that are likely to hold secrets do: they must not be packed. */
function checkout(): Workspace {
  const workspace = new Workspace()
  for (const directory of ['failing', 'twin', 'web', 'greeter/.git']) {
    mkdirSync(path.join(workspace.path, directory), { recursive: true })
  }
  workspace.edit('handler.py', (text) => text.replace('"one"', '"new"'))
  workspace.write('greeter/.env', `SECRET=${DEFAULT_ACCOUNT.secret}\n`)
  workspace.write('greeter/.git/config', `extraheader = ${DEFAULT_ACCOUNT.secret}\n`)
  workspace.write('failing/handler.py', FAILING)
  workspace.write('twin/handler.py', 'def handler(payload, ctx):\n    return {"version": "of a twin"}\n')
  workspace.copy('examples/web/server.py', 'web/server.py')
  workspace.write('web/Dockerfile', DOCKERFILE)
  return workspace
}

function schemaOf({ platform }: ChaosPlan): Parameters<typeof loadSet>[0] {
  const { variants, permuteSeed } = platform
  return { variants: new Set(variants), ...(permuteSeed === undefined ? {} : { permuteSeed }) }
}

function emulatorOptions(plan: ChaosPlan, moments: Moments): EmulatorOptions {
  const { variants, permuteSeed, tokenTtlSeconds } = plan.platform
  return {
    variants,
    ...(permuteSeed === undefined ? {} : { permuteSeed }),
    tokenTtlSeconds,
    faults: plan.faults.map((fault) => scripted(fault, plan.versionsBefore)),
    onCall: moments.ended
  }
}

/** The emulator counts the calls that prepare the app as well. */
function scripted({ method, call, fault }: PlannedFault, versions: number): ScriptedFault {
  const before: Readonly<Record<string, number>> = {
    'ComputeService/GetApp': 1,
    'ComputeService/CreateApp': Math.min(versions, 1),
    'ComputeService/SaveDraft': versions,
    'ComputeService/PublishDraft': versions,
    'ComputeService/ListAppVersions': 1,
    'BuildService/ListBuilds': 1
  }
  return { method, calls: call === 'all' ? call : [call + (before[method] ?? 0)], fault }
}

async function makeVersions(plan: ChaosPlan, client: Compute, ourCode: () => Promise<object>): Promise<void> {
  if (plan.versionsBefore === 0) return
  await client.call('CreateApp', { organization_name: APP.organization_name, name: APP.app_name, ...SETTINGS_BEFORE })
  for (let version = 1; version <= plan.versionsBefore; version += 1) {
    const isOurs = plan.source === 'same-code' && version === plan.versionsBefore
    await client.call('SaveDraft', { ...APP, code: isOurs ? await ourCode() : otherCode(`before ${version}`) })
    await client.call('PublishDraft', APP)
  }
}

/** Code that no run of ours deploys. */
export function otherCode(word: string): object {
  return python(Buffer.from(`def handler(payload, ctx):\n    return {"version": "${word}"}\n`))
}

async function packed(workspace: Workspace): Promise<object> {
  const code = { path: path.join(workspace.path, 'greeter'), shownPath: 'greeter', runtime: 'python' } as const
  const stop = new AbortController().signal
  const inspected = await inspect(code, { workspace: workspace.path, exclude: [], credentials: [], stop })
  if ('problems' in inspected) throw new Error(inspected.problems.map(({ message }) => message).join('\n'))
  const { bytes } = await inspected.found.pack()
  return python(Buffer.from(bytes))
}

function python(source_code: Buffer): object {
  return { compile: { runtime: { python: {} }, source_code } }
}

async function readHoldings(client: Compute, builds: Compute): Promise<Holdings> {
  const { app } = (await read(client, 'GetApp', APP)) as { app?: Settings }
  const listed = (await read(builds, 'ListBuilds', {})) as { builds?: readonly Message[] }
  const running = (listed.builds ?? []).filter(({ status }) => /PENDING|QUEUED|RUNNING/.test(String(status)))
  return {
    activeVersion: Number(app?.['active_version'] ?? 0),
    versions: await readVersions(client, APP, read),
    settings: app,
    runningBuilds: running.map(({ id }) => String(id))
  }
}

/** The faults of the script may hit this client too. Empty where there is no app. */
async function read(client: Compute, method: string, request: object): Promise<object> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.call(method, request, 10_000)
    } catch (error) {
      if (/app .* not found/.test((error as Error).message)) return {}
      if (attempt === 8) throw error
    }
    await sleep(50)
  }
}
