import type { Inputs } from '../../support/deploying.ts'
import type { Draw } from './draw.ts'
import type { SourceKind } from './plan.ts'

const TREES: Readonly<Record<SourceKind, Inputs>> = {
  code: { code: 'greeter' },
  'same-code': { code: 'greeter' },
  'failing-code': { code: 'failing', 'test-payload': '{}' },
  dockerfile: { code: 'web', 'dockerfile-path': 'Dockerfile' },
  'build-service': { code: 'web', 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
}

const SETTINGS: readonly Inputs[] = [
  { tier: 'large' },
  { env: 'MODE=new\nADDED=1' },
  { env: 'ADDED=2' },
  { 'health-path': '/live' },
  { ports: '80\n8080' },
  { 'allow-unauthenticated': 'true' }
]

/** Variables and settings that may be the same as the other run's, with other values. */
const SETTINGS_OF_TWIN: readonly Inputs[] = [
  { env: 'MODE=twin\nOF_TWIN=1' },
  { env: 'OF_TWIN=2' },
  { tier: 'medium' },
  { 'health-path': '/twin' },
  { ports: '8081' }
]

type Asked = {
  readonly source: SourceKind
  /** Whether a call will hang: the run is given less time then. */
  readonly hangs: boolean
  readonly hasTwin: boolean
}

/** What the workflow says, beside where the platform is. */
export function drawInputs(draw: Draw, { source, hangs, hasTwin }: Asked): Inputs {
  const settings = draw.some(SETTINGS, draw.one(hasTwin ? [1, 1, 2] : [0, 0, 1, 1, 2]))
  return {
    ...TREES[source],
    ...(TREES[source]['code'] === 'greeter' && draw.chance(40) ? { 'test-payload': '{"name":"Ada"}' } : {}),
    ...Object.assign({}, ...settings),
    ...drawRollback(draw),
    ...(draw.chance(10) ? { 'github-token': '' } : {}),
    'timeout-minutes': hangs ? '1' : '3'
  }
}

/** The same of the other run. */
export function drawInputsOfTwin(draw: Draw): Inputs {
  return {
    code: 'twin',
    ...(draw.chance(30) ? { 'test-payload': '{}' } : {}),
    ...Object.assign({}, ...draw.some(SETTINGS_OF_TWIN, draw.between(1, 2))),
    ...drawRollback(draw),
    'timeout-minutes': '3'
  }
}

function drawRollback(draw: Draw): Inputs {
  return {
    ...(draw.chance(50) ? { 'rollback-on-failure': 'true' } : {}),
    ...(draw.chance(40) ? { 'rollback-on-cancel': 'true' } : {})
  }
}
