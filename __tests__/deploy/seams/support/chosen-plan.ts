import type { DeployPlan, Source } from '../../../../src/model/plan.ts'
import type { SettingsChange } from '../../../../src/model/settings.ts'
import { PLAN } from '../../../support/fakes.ts'
import type { PlanChoice, WorldChoice } from './schedule.ts'

export const SCHEMA = '{"type":"object"}'

/** The plan that the inputs of such a choice give. */
export function chosenPlan(choice: PlanChoice): DeployPlan {
  const { settings, strategy, hasSchema, tests, rollback } = choice
  return {
    ...PLAN,
    source: sourceOf(choice.code),
    description: { ...PLAN.description, inputSchema: hasSchema ? SCHEMA : undefined },
    settings: settingsOf(settings),
    envUpdateStrategy: strategy,
    tests: {
      cases: tests === 'none' ? [] : [{ name: 'case 1', payload: new Uint8Array([1]), expected: undefined }],
      timeoutMs: 60_000
    },
    verify: { target: { kind: 'auto' }, timeoutMs: 60_000 },
    rollback: { onFailure: rollback === 'on-failure', onCancel: rollback === 'on-cancel' }
  }
}

function sourceOf(code: PlanChoice['code']): Source {
  const build = {
    builder: code === 'service' ? 'build-service' : 'draft',
    dockerfilePath: 'Dockerfile',
    buildArgs: {},
    platform: undefined,
    noCache: false,
    imageTags: []
  } as const
  switch (code) {
    case 'python':
    case 'go':
      return { ...(PLAN.source as Extract<Source, { kind: 'code' }>), runtime: code }
    case 'image':
      return { kind: 'image', reference: 'registry.example/greeter@sha256:1', registry: undefined }
    case 'git':
    case 'service': {
      const url = 'https://example.com/greeter.git'
      return { kind: 'git', url, reference: 'f'.repeat(40), subPath: undefined, secretRef: undefined, build }
    }
  }
}

const ENV = { 'env-changed': ['MODE', 'new'], 'env-added': ['ADDED', 'ours'] } as const

function settingsOf(settings: PlanChoice['settings']): SettingsChange {
  const env = settings.flatMap((each) => (each === 'env-changed' || each === 'env-added' ? [ENV[each]] : []))
  return {
    ...(settings.includes('tier') && { tier: 'medium' }),
    ...(settings.includes('public') && { allowUnauthenticated: true }),
    ...(env.length > 0 && { env: Object.fromEntries(env) })
  }
}

/** What the plan makes of each live setting that it names, in the model's flat form; undefined where it is to be gone. */
export function wantedOf(
  { settings, strategy, hasSchema }: PlanChoice,
  { schemaIsLive }: WorldChoice
): Readonly<Record<string, string | undefined>> {
  const { env, ...rest } = settingsOf(settings)
  const gone = env !== undefined && strategy === 'overwrite' ? { 'env.MODE': undefined, 'env.KEPT': undefined } : {}
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, JSON.stringify(value)])),
    ...gone,
    ...Object.fromEntries(Object.entries(env ?? {}).map(([name, value]) => [`env.${name}`, value])),
    ...(hasSchema && schemaIsLive && { inputSchema: JSON.stringify(SCHEMA) })
  }
}
