import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DEFAULT_ACCOUNT } from '../../emulator/start.ts'
import { node, type Program } from '../measuring/process.ts'
import type { Platform } from './emulator.ts'
import { MAIN, ROOT } from './places.ts'
import type { Scene } from './scene.ts'
import { AUTHORITY } from './tls-front.ts'

export type Inputs = Readonly<Record<string, string>>

/** A checkout with an example of the repository in it, and what the runner keeps beside it. */
export function checkout(scene: Scene, example: string): Promise<string> {
  return scene.once(`checkout ${example}`, () => {
    const workspace = scene.at(`checkout-${example}`)
    cpSync(path.join(ROOT, 'examples', example), path.join(workspace, example), { recursive: true })
    return workspace
  })
}

/** The built main, as the runner starts it. */
export function main(workspace: string, inputs: Inputs): Program {
  return { ...node(MAIN), env: { ...runnerEnvironment(workspace), ...inputVariables(inputs) } }
}

/** What every deployment to a platform names. */
export function inputsFor({ grpc, tokenUrl }: Platform, inputs: Inputs): Inputs {
  const { id, secret } = DEFAULT_ACCOUNT
  const account = { 'service-account-id': id, 'service-account-secret': secret }
  return { 'api-endpoint': grpc, 'auth-url': tokenUrl, ...account, ...inputs }
}

function runnerEnvironment(workspace: string): Readonly<Record<string, string>> {
  const temp = path.join(workspace, '_temp')
  mkdirSync(temp, { recursive: true })
  const file = (name: string) => {
    writeFileSync(path.join(temp, name), '')
    return path.join(temp, name)
  }
  return {
    NODE_EXTRA_CA_CERTS: AUTHORITY,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary')
  }
}

function inputVariables(inputs: Inputs): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}
