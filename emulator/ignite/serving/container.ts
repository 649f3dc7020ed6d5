import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join, posix } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type HostEnvironment, merged } from '../images/tools/host-environment.ts'
import type { Command, ImageConfig } from '../model/image-model.ts'
import type { Env } from '../model/model.ts'
import { type GuardedProcess, spawnGuarded } from '../running/guarded-process.ts'
import { cutLines } from '../running/line-cutter.ts'
import type { OnLog } from '../running/worker.ts'
import { callHttp } from './http-call.ts'

/** How an image is started. */
type Container = {
  readonly config: ImageConfig
  /** The image's root on this machine's disk. */
  readonly root: string
  /** The app's own variables. */
  readonly env: Env
  readonly healthPath: string
  /** How long it may take until its health path answers. */
  readonly healthWaitMs: number
  readonly environment: HostEnvironment
  readonly onLog: OnLog
  /** Ends it, also while it starts. */
  readonly signal: AbortSignal
}

export type RunningContainer = {
  readonly port: number
  readonly alive: boolean
  close(): Promise<void>
}

/** The container does not come up. The message is what the cluster would say, and the container's last lines. */
export class ContainerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = new.target.name
  }
}

const KEPT_LINES = 20
const LOOK_MS = 50
/** What a look has at least, as a probe of Kubernetes: cut off sooner, it makes a broken pipe the program’s last words. */
const PROBE_MS = 1000

/**
 * Starts the image's command on this machine with PORT set to a free port, and resolves when its health path answers.
 * Throws ContainerError.
 */
export async function startContainer(container: Container): Promise<RunningContainer> {
  checkUser(container.config)
  const command = commandOf(container)
  const port = await freePort()
  const { root, config } = container
  const cwd = join(root, config.workdir)
  await mkdir(cwd, { recursive: true })
  const env = merged(await container.environment(root), { ...config.env, ...container.env }, root)
  const running = spawnGuarded(command, { cwd, env: { ...env, PORT: String(port) } })
  container.signal.addEventListener('abort', running.kill)
  if (container.signal.aborted) running.kill()
  running.stdin.end()
  const last = watch(running, container.onLog)
  try {
    await healthy(container, { running, port, last })
  } catch (error) {
    running.kill()
    await running.ended
    throw error
  }
  return {
    port,
    get alive() {
      return running.alive
    },
    close: async () => {
      running.kill()
      await running.ended
    }
  }
}

/** The platform runs no container as root, and cannot tell what a name stands for. */
function checkUser({ user }: ImageConfig): void {
  const [name = ''] = user.split(':')
  if (/^0*$/.test(name) || name === 'root') {
    throw new ContainerError('CreateContainerConfigError: container has runAsNonRoot and image will run as root')
  }
  if (!/^\d+$/.test(name)) {
    const why = `image has non-numeric user (${name}), cannot verify user is non-root`
    throw new ContainerError(`CreateContainerConfigError: container has runAsNonRoot and ${why}`)
  }
}

function commandOf({ config: { entrypoint, cmd }, root }: Container): readonly string[] {
  const first = entrypoint ?? cmd
  if (!first) throw new ContainerError('RunContainerError: no command specified')
  const rest = entrypoint?.form === 'exec' && cmd ? argsOf(cmd) : []
  return [...argsOf(first), ...rest].map((arg) => inImage(arg, root))
}

function argsOf(command: Command): readonly string[] {
  return command.form === 'exec' ? command.args : ['/bin/sh', '-c', command.text]
}

/** There is no root of its own: an absolute path that the image has is looked for there. */
function inImage(arg: string, root: string): string {
  return posix.isAbsolute(arg) && existsSync(join(root, arg)) ? join(root, arg) : arg
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Passes on what the container prints, and gives its last lines. */
function watch(running: GuardedProcess, onLog: OnLog): () => string {
  const lines: string[] = []
  for (const stream of ['stdout', 'stderr'] as const) {
    const cutter = cutLines((line) => {
      onLog(stream, line)
      lines.push(line)
      if (lines.length > KEPT_LINES) lines.shift()
    })
    running[stream].on('data', cutter.write)
    running[stream].on('end', cutter.end)
  }
  return () => lines.join('\n')
}

type Started = { readonly running: GuardedProcess; readonly port: number; readonly last: () => string }

async function healthy({ healthPath, healthWaitMs }: Container, { running, port, last }: Started): Promise<void> {
  const deadline = performance.now() + healthWaitMs
  let seen = 'nothing listens on $PORT'
  for (;;) {
    if (!running.alive) {
      const { how } = await running.ended
      throw new ContainerError(`CrashLoopBackOff: the container ended with ${how}\n${last()}`.trimEnd())
    }
    const left = Math.ceil(deadline - performance.now())
    if (left <= 0) break
    const code = await look(port, healthPath, AbortSignal.timeout(Math.max(left, PROBE_MS)))
    if (code !== undefined && code >= 200 && code < 300) return
    if (code !== undefined) seen = `HTTP probe failed with statuscode: ${code}`
    await sleep(LOOK_MS)
  }
  const within = `${healthPath} did not answer with 2xx within ${healthWaitMs / 1000} s`
  throw new ContainerError(`Readiness probe failed: ${within}: ${seen}\n${last()}`.trimEnd())
}

/** The status of the health path; undefined where there is no answer. */
async function look(port: number, path: string, within: AbortSignal): Promise<number | undefined> {
  const request = { method: 'GET', path, headers: {}, body: new Uint8Array() }
  try {
    return (await callHttp(port, request, within)).code
  } catch {
    return undefined
  }
}
