import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { commandProperty, type OutputLine, type ParsedCommand, splitLines } from './commands.ts'
import { type CommandFile, type NamedValues, readCommandFile, readPairs } from './files.ts'
import type { Masks } from './masks.ts'
import type { Level, StageLog } from './stage-log.ts'

/** Bytes of a step summary that the runner uploads; a larger one is rejected as a whole. */
export const summaryLimit = 1024 * 1024

/** What commands and command files of one stage change. */
export type StageEffects = {
  readonly log: StageLog
  readonly masks: Masks
  readonly workspace: string
  /** Nothing in post: its outputs have no name to be known by. */
  readonly outputs: NamedValues | undefined
  readonly state: NamedValues
  readonly jobEnvironment: Map<string, string>
  readonly jobPath: string[]
  /** A bad command or command file fails the step, whatever the process says. */
  failed: boolean
  echo: boolean
  summary: string | undefined
}

/** Why a command cannot be processed. */
class CommandFault extends Error {
  override readonly name = 'CommandFault'
}

type Execute = (effects: StageEffects, command: ParsedCommand) => void

const executions: Readonly<Record<string, Execute>> = {
  'add-mask': addMask,
  'set-output': (effects, command) => setOutput(effects, requireName(effects, command), command.data),
  'save-state': (effects, command) => effects.state.set(requireName(effects, command), command.data),
  'set-env': refuseUnsecure,
  'add-path': refuseUnsecure,
  'add-matcher': addMatcher,
  'remove-matcher': removeMatcher,
  debug: ({ log }, { data }) => log.debug(data),
  error: annotate,
  warning: annotate,
  notice: annotate,
  group: ({ log }, { data }) => log.output(`##[group]${data}`),
  endgroup: ({ log }) => log.output('##[endgroup]'),
  echo: switchEcho
}

// Commands whose text is never echoed: it is shown anyway, or secret.
const silent = new Set(['add-mask', 'debug', 'error', 'warning', 'notice'])

/** Does to the stage what a line of output asks for, or shows it. */
export function applyLine(effects: StageEffects, line: OutputLine): void {
  const { kind, command, text } = line
  if (kind === 'text' || command === undefined) effects.log.outputOfProcess(text)
  else if (kind === 'command') execute(effects, command, text)
  else if (kind === 'refused') fail(effects, `Invalid stop-commands token '${command.data}'`)
  else {
    effects.log.output(text)
    // A token of some length is a secret: who knows it can switch commands on.
    if (kind === 'stop' && command.data.length > 6) effects.masks.add(command.data)
  }
}

function execute(effects: StageEffects, command: ParsedCommand, text: string): void {
  const isSilent = silent.has(command.name)
  if (effects.echo && !isSilent) effects.log.output(text)
  try {
    executions[command.name]?.(effects, command)
  } catch (error) {
    fail(effects, `Unable to process command '${isSilent ? command.name : text}' successfully.`)
    fail(effects, (error as Error).message)
  }
}

function fail(effects: StageEffects, message: string): void {
  effects.log.issue('error', message)
  effects.failed = true
}

function requireName({ log }: StageEffects, command: ParsedCommand): string {
  const changelog = '2022-10-11-github-actions-deprecating-save-state-and-set-output-commands'
  log.issue('warning', unsupported(command.name, 'is deprecated and will be disabled soon', changelog))
  const name = commandProperty(command, 'name')
  if (name === undefined) throw new CommandFault(`Required field 'name' is missing in ##[${command.name}] command.`)
  return name
}

function unsupported(command: string, state: string, changelog: string): string {
  const link = `https://github.blog/changelog/${changelog}/`
  return `The \`${command}\` command ${state}. Please upgrade to using Environment Files. For more information see: ${link}`
}

function refuseUnsecure(_: StageEffects, command: ParsedCommand): void {
  const changelog = '2020-10-01-github-actions-deprecating-set-env-and-add-path-commands'
  throw new CommandFault(unsupported(command.name, 'is disabled', changelog))
}

function setOutput({ outputs }: StageEffects, name: string, value: string): void {
  if (name === '') throw new CommandFault('The name of an output must not be empty')
  outputs?.set(name, value)
}

function addMask({ echo, log, masks }: StageEffects, { data }: ParsedCommand): void {
  if (data.trim() === '') {
    log.issue('warning', "Can't add secret mask for empty string in ##[add-mask] command.")
    return
  }
  if (echo) log.output('::add-mask::***')
  masks.add(data)
}

function annotate({ log }: StageEffects, command: ParsedCommand): void {
  log.issue(command.name as Level, command.data, command.properties)
}

function switchEcho(effects: StageEffects, { data }: ParsedCommand): void {
  const value = data.trim().toUpperCase()
  if (value !== 'ON' && value !== 'OFF') {
    throw new CommandFault(
      `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`
    )
  }
  effects.echo = value === 'ON'
}

/** Reads the matcher file, since a bad one fails the step. What it would match is not looked for. */
function addMatcher({ log, workspace }: StageEffects, { data }: ParsedCommand): void {
  if (data === '') log.issue('warning', 'File path must be specified.')
  else JSON.parse(readFileSync(resolve(workspace, data), 'utf8'))
}

function removeMatcher(effects: StageEffects, command: ParsedCommand): void {
  const owner = commandProperty(command, 'owner')
  if ((owner === undefined) === (command.data === '')) {
    effects.log.issue('warning', 'Either an owner name or a file path must be specified in ##[remove-matcher] command.')
  } else if (owner === undefined) {
    addMatcher(effects, command)
  }
}

type ReadFile = (effects: StageEffects, text: string) => void

const fileReaders: Readonly<Record<CommandFile, ReadFile>> = {
  GITHUB_PATH: ({ jobPath }, text) => {
    jobPath.unshift(
      ...splitLines(text)
        .filter((line) => line !== '')
        .toReversed()
    )
  },
  GITHUB_ENV: (effects, text) => {
    for (const [name, value] of readPairs(text)) setJobVariable(effects, name, value)
  },
  GITHUB_STEP_SUMMARY: readSummary,
  GITHUB_STATE: ({ state }, text) => {
    for (const [name, value] of readPairs(text)) state.set(name, value)
  },
  GITHUB_OUTPUT: (effects, text) => {
    for (const [name, value] of readPairs(text)) setOutput(effects, name, value)
  }
}

/** Processes a stage's command files, each on its own: one that is malformed leaves the others standing. */
export function applyFiles(effects: StageEffects, files: Readonly<Record<CommandFile, string>>): void {
  for (const [name, path] of Object.entries(files)) {
    try {
      fileReaders[name as CommandFile](effects, readCommandFile(path))
    } catch (error) {
      const context = name.replace('GITHUB_', '').toLowerCase()
      fail(effects, `Unable to process file command '${context}' successfully.`)
      fail(effects, (error as Error).message)
    }
  }
}

function setJobVariable({ jobEnvironment, log }: StageEffects, name: string, value: string): void {
  if (name.toUpperCase() === 'NODE_OPTIONS') {
    log.issue('error', `Can't store ${name} output parameter using '$GITHUB_ENV' command.`)
  } else {
    jobEnvironment.set(name, value)
  }
}

function readSummary(effects: StageEffects, text: string): void {
  const size = Buffer.byteLength(text)
  if (size === 0) return
  if (size > summaryLimit) {
    const sizes = `supports content up to a size of ${summaryLimit / 1024}k, got ${Math.floor(size / 1024)}k`
    effects.log.issue('error', `$GITHUB_STEP_SUMMARY upload aborted, ${sizes}.`)
    return
  }
  effects.summary = splitLines(text)
    .map((line) => `${effects.masks.mask(line)}\n`)
    .join('')
}
