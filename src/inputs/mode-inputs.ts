import type { Mode } from '../model/plan.ts'
import { ACCESS_INPUTS, DEFAULTS, INPUTS, type InputName, SETTING_INPUTS } from './input-names.ts'
import type { InputReader } from './input-reader.ts'
import { parseChoice } from './parse/parse-values.ts'

/** The inputs that say where, as whom and for how long, and those that the runner fills in. */
const ALWAYS: readonly InputName[] = [
  'app',
  'mode',
  'working-directory',
  ...ACCESS_INPUTS,
  'timeout-minutes',
  'github-token',
  'job-status',
  'check-run-id'
]

/** What goes into a draft, and makes the app that it is of. */
const SAVING: readonly InputName[] = [
  'create-app',
  'code',
  'runtime',
  'rust-target',
  'toolchain',
  'dependencies',
  'dockerfile-path',
  'build-args',
  'builder',
  'platform',
  'no-cache',
  'image-tags',
  'git-url',
  'git-ref',
  'git-sub-path',
  'git-secret-ref',
  'image-ref',
  'registry-secret-ref',
  'registry-server',
  'registry-username',
  'registry-password'
]

const SETTING: readonly InputName[] = [...SETTING_INPUTS, 'config-file']

const TEST: readonly InputName[] = ['test-payload', 'test-payload-file', 'test-expect', 'test-timeout-seconds']

const VERIFY: readonly InputName[] = ['verify-url', 'verify-timeout-seconds']

const ROLLBACK: readonly InputName[] = ['rollback-on-failure', 'rollback-on-cancel']

const COMPARING: readonly InputName[] = ['dry-run', 'skip-if-unchanged']

const COMMENT: readonly InputName[] = ['comment', 'comment-key', 'pr-number']

const DEPLOYMENT: readonly InputName[] = ['github-deployment', 'github-environment']

/** The inputs that mean something in each mode. A rollback is of a commit that nobody knows: GitHub is told of no deployment. */
export const MODE_INPUTS: Readonly<Record<Mode, readonly InputName[]>> = {
  deploy: [...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...COMPARING, ...VERIFY, ...ROLLBACK, ...COMMENT, ...DEPLOYMENT],
  preview: [
    ...[...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...VERIFY, ...ROLLBACK, ...COMMENT, ...DEPLOYMENT],
    ...(['skip-if-unchanged', 'preview-name'] as const)
  ],
  draft: [...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...COMMENT],
  publish: [
    ...[...ALWAYS, 'expected-code-hash' as const, ...SETTING, ...TEST, ...VERIFY, ...ROLLBACK],
    ...[...COMMENT, ...DEPLOYMENT]
  ],
  rollback: [...ALWAYS, 'version', 'expected-code-hash', ...TEST, ...VERIFY, ...COMMENT],
  delete: [...ALWAYS, 'confirm', ...COMMENT],
  status: ALWAYS
}

/** Undefined where there is no such mode. Inputs that mean nothing in it are reported. */
export function readMode(inputs: InputReader): Mode | undefined {
  const mode = inputs.read('mode', (text) => parseChoice(text, MODES), inputs.text('mode') ?? 'deploy')
  if (mode === undefined) return undefined
  const foreign = INPUTS.filter((name) => !MODE_INPUTS[mode].includes(name) && inputs.text(name) !== DEFAULTS[name])
  const isDry = foreign.includes('dry-run') && inputs.given(['dry-run']).length > 0
  inputs.rejectUseless(
    foreign.filter((name) => name !== 'dry-run'),
    `\`mode: ${mode}\``
  )
  // Removed without a thought, it would do what was only to be looked at.
  if (isDry)
    inputs.reject(['dry-run'], '`dry-run` works with `mode: deploy` only.', `Without it, \`mode: ${mode}\` is done.`)
  return mode
}

const MODES = Object.keys(MODE_INPUTS) as readonly Mode[]
