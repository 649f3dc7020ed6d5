import { closeSync, constants, openSync } from 'node:fs'
import type { Environment } from '../inputs/input-reader.ts'
import { DeployError, why } from '../model/errors.ts'
import { enumerate } from '../model/values/words.ts'

const NAMES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const

/**
 * Tries the files that the runner reads after the step, before anything is sent: what a run cannot tell, it must not do. A
 * runner without such files reads the log instead. Throws DeployError.
 */
export function requireCommandFiles(env: Environment): void {
  const faults = NAMES.flatMap((name) => {
    const fault = faultOf(env[name])
    return fault === undefined ? [] : [{ name, fault }]
  })
  const [first] = faults
  if (!first) return
  const names = enumerate(faults.map(({ name }) => `\`${name}\``))
  const user = process.getuid ? ` as user ${process.getuid()}` : ''
  throw new DeployError(
    'bad_input',
    `The runner’s file${faults.length > 1 ? 's' : ''} ${names} cannot be written${user}: ${first.fault}.`,
    {
      hint:
        'In a container job, run the container as the user who owns them: set `options: --user root` (or the runner’s own ' +
        'user id) under `container:`.'
    }
  )
}

function faultOf(file: string | undefined): string | undefined {
  if (!file) return undefined
  try {
    closeSync(openSync(file, constants.O_WRONLY | constants.O_APPEND))
    return undefined
  } catch (error) {
    return why(error)
  }
}
