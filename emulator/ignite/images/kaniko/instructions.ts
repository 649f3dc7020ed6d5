import { mkdir } from 'node:fs/promises'
import type { Command, ImageConfig } from '../../model/image-model.ts'
import { assignments, commandOf, declarations, oneWord, words } from '../dockerfile/dockerfile-words.ts'
import type { Instruction, Keyword } from '../dockerfile/parse.ts'
import { BuildError } from '../tools/build-error.ts'
import { merged } from '../tools/host-environment.ts'
import { runCommand } from '../tools/run-command.ts'
import type { Site } from '../tools/site.ts'
import { copyFiles } from './copy.ts'
import type { KanikoLog } from './kaniko-log.ts'
import { insideOf, onDisk, type Stage, scopeOf } from './kaniko-stage.ts'

/** What the instructions of one build share. */
export type Bench = {
  readonly site: Site
  readonly log: KanikoLog
  /** The ARGs before the first FROM. */
  readonly globals: Readonly<Record<string, string>>
  /** The stages that are built already. */
  readonly stages: readonly Stage[]
}

type Apply = (stage: Stage, instruction: Instruction, bench: Bench) => Promise<Stage>

const IGNORED: Apply = async (stage) => stage

/** What each instruction but FROM makes of a stage. Throws BuildError. */
export const APPLY: Readonly<Record<Exclude<Keyword, 'FROM'>, Apply>> = {
  ARG: async (stage, { rest }, { site, globals }) => {
    const declared = declarations(rest, scopeOf(stage)).flatMap(([name, fallback]) => {
      const value = site.args[name] ?? fallback ?? globals[name]
      return value === undefined ? [] : [[name, value] as const]
    })
    return { ...stage, args: { ...stage.args, ...Object.fromEntries(declared) } }
  },
  ENV: async (stage, { rest }) =>
    configured(stage, { env: { ...stage.config.env, ...assignments(rest, scopeOf(stage)) } }),
  WORKDIR: async (stage, { rest }) => {
    const workdir = insideOf(stage, oneWord(rest, scopeOf(stage)))
    await mkdir(onDisk(stage, workdir), { recursive: true })
    return configured(stage, { workdir })
  },
  USER: async (stage, { rest }) => configured(stage, { user: oneWord(rest, scopeOf(stage)) }),
  EXPOSE: async (stage, { rest }) =>
    configured(stage, { exposed: [...stage.config.exposed, ...words(rest, scopeOf(stage))] }),
  CMD: async (stage, { rest }) => configured(stage, { cmd: commandOf(rest) }),
  // As Docker does: a new entrypoint does not get the arguments of an older command.
  ENTRYPOINT: async (stage, { rest }) => configured(stage, { entrypoint: commandOf(rest), cmd: null }),
  COPY: copied,
  ADD: copied,
  RUN: run,
  LABEL: IGNORED,
  VOLUME: IGNORED,
  STOPSIGNAL: IGNORED,
  HEALTHCHECK: IGNORED,
  MAINTAINER: IGNORED,
  SHELL: unsupported,
  ONBUILD: unsupported
}

function configured(stage: Stage, change: Partial<ImageConfig>): Stage {
  return { ...stage, config: { ...stage.config, ...change } }
}

async function unsupported(_stage: Stage, { keyword }: Instruction): Promise<never> {
  throw new BuildError(`this emulator does not know ${keyword}`)
}

async function copied(stage: Stage, instruction: Instruction, { site, stages, log }: Bench): Promise<Stage> {
  const from = instruction.flags['from']
  await copyFiles(stage, instruction, from === undefined ? contextOf(site) : originIn(stages, from))
  log('Taking snapshot of files...')
  return { ...stage, layers: stage.layers + 1 }
}

function contextOf({ context }: Site) {
  return { directory: context, shown: '/kaniko/buildcontext' }
}

function originIn(stages: readonly Stage[], from: string) {
  const stage = stages.find(({ name, index }) => name === from.toLowerCase() || String(index) === from)
  if (!stage) throw new BuildError(`this emulator copies from the Dockerfile's own stages only, not from ${from}`)
  return { directory: stage.root, shown: `/kaniko/${stage.index}` }
}

async function run(stage: Stage, { rest }: Instruction, { site, log }: Bench): Promise<Stage> {
  const command = shellOf(commandOf(rest))
  if (!site.systemPackages) refusePackages(command)
  const shown = `[${command.join(' ')}]`
  log('Initializing snapshotter ...')
  log('Taking snapshot of full filesystem...')
  log(`Cmd: ${command[0]}`)
  log(`Args: [${command.slice(1).join(' ')}]`)
  log('This emulator runs the command on this machine, as you, and not in a container.')
  log(`Running: ${shown}`)
  const cwd = onDisk(stage, '.')
  await mkdir(cwd, { recursive: true })
  const env = merged({ ...(await site.environment(stage.root)), ...stage.args }, stage.config.env, stage.root)
  const { succeeded, how } = await runCommand(command, { cwd, env, say: site.say, signal: site.signal })
  if (!succeeded) {
    const ended = how.replace('exit code', 'exit status').replace(/^SIG/, 'signal: SIG')
    throw new BuildError(`failed to execute command: waiting for process to exit: ${ended}`)
  }
  log('Taking snapshot of full filesystem...')
  return { ...stage, layers: stage.layers + 1 }
}

/** What they install would go into this machine, or fail for want of its root's rights. */
function refusePackages(command: readonly string[]): void {
  const [, manager] = /(?:^|[\s;&|({/])(apt-get|apt|apk|yum|dnf|microdnf)\s/.exec(command.join(' ')) ?? []
  if (manager === undefined) return
  throw new BuildError(
    `this emulator runs RUN on this machine, and ${manager} would install packages here: start it with --allow-system-packages if it may`
  )
}

function shellOf(command: Command): readonly string[] {
  return command.form === 'exec' ? command.args : ['/bin/sh', '-c', command.text]
}
