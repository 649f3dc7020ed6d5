import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { descriptorSet, type FakeServer, fakeServer, type Handler } from '../platform/support/fake-server.ts'
import { type Inputs, inputsWithToken } from './deploying.ts'

type Fields = { readonly [name: string]: JsonValue }
type Handlers = Readonly<Record<string, Handler>>

/** What this run's draft is called by the platform. */
export const OURS = 'cafe0002'

/** What the platform answers where a test wants it to fail. */
export function failing(code: status, details = 'not on a Friday'): never {
  throw { code, details }
}

/**
 * The app `acme/greeter` with version 1 live, in memory. A test changes it, replaces handlers, and so makes the platform
 * answer one thing and do another.
 */
export class ActingApp {
  active = 1
  versions: Fields[] = [{ version: 1, code_hash: 'cafe0001', created_at_ms: '1000' }]
  draft: Fields | undefined
  settings: Fields = {
    env: { KEPT: '1' },
    ports: [80],
    health_path: '/healthz',
    resource_tier: 'RESOURCE_TIER_SMALL',
    allow_unauthenticated: false
  }
  #saved = 0

  /** A version of some code, which is active then. */
  publish(code_hash: string): number {
    const version = this.versions.length + 1
    this.versions = [{ version, code_hash, created_at_ms: String(5000 + version) }, ...this.versions]
    this.active = version
    return version
  }

  /** @param set Another schema than ours. */
  async serve(handlers: Handlers = {}, set = descriptorSet()): Promise<FakeServer> {
    return await fakeServer({ set, handlers: { ...this.#handlers(), ...handlers } })
  }

  #handlers(): Handlers {
    return {
      GetApp: () => ({ app: { id: 'acme/greeter', active_version: this.active, ...this.settings } }),
      CreateApp: () => failing(status.ALREADY_EXISTS),
      GetDraftInfo: () => (this.draft ? { draft: this.draft } : {}),
      ListAppVersions: () => ({ versions: this.versions }),
      SaveDraft: () => {
        const created_at_ms = String(2000 + this.#saved++)
        this.draft = { status: 'VERSION_STATUS_DRAFT', code_hash: OURS, created_at_ms }
        return { draft: this.draft }
      },
      UpdateAppConfig: ({ request }) => {
        this.change(request as Fields)
        return {}
      },
      PublishDraft: () => ({ published_version: this.publish(OURS) }),
      RollbackApp: ({ request }) => {
        this.active = Number((request as Fields)['version'])
        return {}
      }
    }
  }

  /** What UpdateAppConfig does: variables are merged. */
  change({ organization_name: _, app_name: __, env = {}, ...settings }: Fields): void {
    this.settings = { ...this.settings, ...settings, env: { ...(this.settings['env'] as Fields), ...(env as Fields) } }
  }
}

/** What a run of the action is given for it. */
export function inputsForActing({ endpoint }: Pick<FakeServer, 'endpoint'>, inputs: Inputs = {}): Inputs {
  const target = { grpc: endpoint.authority, tokenUrl: '' }
  return inputsWithToken(target, 'an-opaque-token', { app: 'acme:greeter', 'auth-url': '', ...inputs })
}

/** How often a method was called, whatever came of it. */
export function callsTo({ calls }: Pick<FakeServer, 'calls'>, method: string): number {
  return calls.filter((call) => call.method === method).length
}
