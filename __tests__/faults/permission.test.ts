import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import { liveApp } from '../e2e/support/live-app.ts'
import {
  type Inputs,
  inputsFor,
  messagesOf,
  outputsOf,
  remote,
  run,
  runMain,
  theFailure,
  Workspace
} from '../support/deploying.ts'
import { type Facts, faultCase } from './support/fault-case.ts'

type Refused = {
  /** `ComputeService` where none is named. */
  readonly method: string
  readonly call?: number
  /** What was being done, as the reader is told. */
  readonly doing: string
  readonly inputs?: Inputs
  readonly files?: Readonly<Record<string, string>>
  /** Whether the draft slot holds this run's draft by then. */
  readonly saved: boolean
}

const IMAGE = { 'dockerfile-path': 'Dockerfile' }
const BY_SERVICE = { ...IMAGE, builder: 'build-service' }
const DOCKERFILE = { 'greeter/Dockerfile': 'FROM scratch\nRUN echo built\n' }
const TEST = { 'test-payload': '{}' }

const refused: readonly Refused[] = [
  { method: 'GetApp', doing: 'Reading the app acme/greeter', saved: false },
  { method: 'GetDraftInfo', doing: 'Reading the draft of acme/greeter', saved: false },
  { method: 'ListAppVersions', doing: 'Reading the versions of acme/greeter', saved: false },
  { method: 'CreateApp', doing: 'Creating the app acme/greeter', saved: false },
  { method: 'SaveDraft', doing: 'Saving the draft of acme/greeter', saved: false },
  {
    method: 'CompileDraft',
    doing: 'Compiling the draft of acme/greeter',
    inputs: IMAGE,
    files: DOCKERFILE,
    saved: true
  },
  { method: 'TestDraft', doing: 'Testing the draft of acme/greeter', inputs: TEST, saved: true },
  { method: 'GetExecution', doing: 'Reading the execution', inputs: TEST, saved: true },
  { method: 'PublishDraft', doing: 'Publishing acme/greeter', saved: true },
  {
    method: 'BuildService/ListBuilds',
    doing: 'Reading the builds',
    inputs: BY_SERVICE,
    files: DOCKERFILE,
    saved: false
  },
  {
    method: 'BuildService/CreateBuild',
    doing: 'Starting the build of greeter',
    inputs: BY_SERVICE,
    files: DOCKERFILE,
    saved: false
  },
  { method: 'BuildService/GetBuild', doing: 'Reading the build', inputs: BY_SERVICE, files: DOCKERFILE, saved: false },
  {
    method: 'SecretService/CreateSecret',
    doing: 'Storing the secret greeter-registry',
    inputs: {
      code: '',
      'image-ref': 'ghcr.io/acme/web:1',
      'registry-server': 'ghcr.io',
      'registry-username': 'octocat',
      'registry-password': 'read-packages'
    },
    saved: false
  }
]

const DENIED = {
  action: 'status',
  code: status.PERMISSION_DENIED,
  details: 'not on a Friday',
  afterEffect: false
} as const

for (const row of refused) {
  faultCase({
    number: 51,
    fault: `PERMISSION_DENIED on ${row.method}`,
    expected: {
      exit: 1,
      reason: 'permission_denied',
      changed: 'false',
      versions: 0,
      'names what was done': true,
      'names the call': true,
      'names the right': true,
      'says that the draft was changed': row.saved
    },
    run: () => denied(row)
  })
}

async function denied({ method, call = 1, doing, inputs = {}, files = {} }: Refused): Promise<Facts> {
  const name = method.includes('/') ? method : `ComputeService/${method}`
  await using emulator = await startEmulator({ faults: [{ method: name, calls: [call], fault: DENIED }] })
  using workspace = new Workspace()
  for (const [file, text] of Object.entries(files)) workspace.write(file, text)
  const { main, post } = await run(workspace, { inputs: inputsFor(emulator, inputs) })
  const { message, reason = '' } = theFailure(main)
  expect(post.exitCode).toBe(0)
  const notices = messagesOf(main, 'notice').join('\n')
  return {
    exit: main.exitCode ?? -1,
    reason,
    changed: String(outputsOf(main)['changed']),
    versions: (await remote(emulator)).versions.length,
    'names what was done': message.startsWith(doing),
    'names the call': message.includes(` (${name.split('/')[1]}): PERMISSION_DENIED: not on a Friday.`),
    'names the right': message.includes(
      'grant-role <service-account-id> ignite-authorization-service ignite.app-developer'
    ),
    'says that the draft was changed': /the draft slot holds this run’s code/.test(notices)
  }
}

faultCase({
  number: 51,
  fault: 'PERMISSION_DENIED on UpdateAppConfig',
  expected: { reason: 'permission_denied', 'says that the draft was changed': true, versions: 1, 'tier is': 'small' },
  run: async () => {
    await using live = await liveApp({
      faults: [{ method: 'ComputeService/UpdateAppConfig', calls: [2], fault: DENIED }]
    })
    const { emulator, workspace } = live
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { tier: 'large' }) })
    const { message, reason = '' } = theFailure(main)
    expect(message).toContain(
      'Changing the settings of acme/greeter (UpdateAppConfig): PERMISSION_DENIED: not on a Friday.'
    )
    const { state, versions } = await remote(emulator)
    return {
      reason,
      'says that the draft was changed': messagesOf(main, 'notice')
        .join()
        .includes('the draft slot holds this run’s code'),
      versions: versions.length,
      'tier is': state?.settings.tier ?? ''
    }
  }
})
