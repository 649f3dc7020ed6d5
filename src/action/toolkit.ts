/**
 * The parts of @actions/core that a run speaks to the runner by. The package's one entry also brings its OIDC client, and
 * with that 1 MB of HTTP that a run would load and never use (docs/decisions/0003-plain-bundle.md). So they are taken by
 * their paths, here alone.
 */
import { EOL } from 'node:os'
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import { toCommandProperties } from '../../node_modules/@actions/core/lib/utils.js'

export { summary } from '../../node_modules/@actions/core/lib/summary.js'

type AnnotationPlace = Parameters<typeof toCommandProperties>[0]

export function setSecret(secret: string): void {
  issue('add-mask', secret)
}

export function startGroup(title: string): void {
  issue('group', title)
}

export function endGroup(): void {
  issue('endgroup')
}

export function debug(text: string): void {
  issue('debug', text)
}

export function printAnnotation(
  level: 'notice' | 'warning' | 'error',
  text: string,
  place: AnnotationPlace = {}
): void {
  issueCommand(level, toCommandProperties(place), text)
}

/** A runner without files for that reads them from the log, where they begin a line. */
export function setOutput(name: string, value: string): void {
  if (process.env['GITHUB_OUTPUT']) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
  else {
    process.stdout.write(EOL)
    issueCommand('set-output', { name }, value)
  }
}

export function saveState(name: string, value: string): void {
  if (process.env['GITHUB_STATE']) issueFileCommand('STATE', prepareKeyValueMessage(name, value))
  else issueCommand('save-state', { name }, value)
}
