import type { Emulator } from '../../../emulator/start.ts'
import type { DescriptorSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import { pythonCode } from '../../emulator/ignite/support/driver.ts'

/** What lies on the platform when the run begins: version 1 is live, a draft lies beside it, or version 2 is live. */
export type Begin = 'nothing' | 'one' | 'draft' | 'two'

/** An app, and who its description says made it. */
type MadeApp = { readonly name: string; readonly maker: string }

export const GREETER: MadeApp = { name: 'greeter', maker: 'octo-org/octo-app' }
export const PREVIEW: MadeApp = { name: 'greeter-pr-7', maker: 'octo-org/octo-app#7' }

const READ_ONCE = { GetApp: 1, GetDraftInfo: 1, ListAppVersions: 1 }

/** How often each method is called before the run: by `begin`, and by reading what it has made. */
export const CALLS: Readonly<Record<Begin, Readonly<Record<string, number>>>> = {
  nothing: { GetApp: 1 },
  one: { ...READ_ONCE, UpdateAppConfig: 1, SaveDraft: 1, PublishDraft: 1 },
  draft: { ...READ_ONCE, UpdateAppConfig: 1, SaveDraft: 2, PublishDraft: 1 },
  two: { ...READ_ONCE, UpdateAppConfig: 1, SaveDraft: 2, PublishDraft: 2 }
}

type Meta = {
  readonly active_version: number
  readonly public_urls: readonly string[]
  readonly env: object
  readonly resource_tier: string
}

/** What the platform holds of the greeter. */
export type Held = {
  readonly meta: Meta | undefined
  /** Empty where there is none. */
  readonly draftHash: string
  /** The hashes of the versions, by their numbers. */
  readonly versions: ReadonlyMap<number, string>
}

/** A client that shares no code with the action. */
export type ByHand = Disposable & {
  begin(state: Begin): Promise<void>
  saveDraft(version: string): Promise<void>
  publish(): Promise<void>
  read(): Promise<Held>
  hasExecution(id: string): Promise<boolean>
}

type Hand = {
  /** What the platform's messages are like; by default as without variants. */
  readonly set?: DescriptorSet
  /** The code of a version. */
  readonly codeOf?: (version: string) => string | Buffer
}

export function byHand(
  emulator: Pick<Emulator, 'grpc' | 'mint'>,
  { name, maker }: MadeApp = GREETER,
  { codeOf = handler, ...hand }: Hand = {}
): ByHand {
  const app = { organization_name: 'acme', app_name: name }
  const client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 600 }), ...hand })
  const saveDraft = async (version: string) => {
    await client.call('SaveDraft', { ...app, code: pythonCode(codeOf(version)) })
  }
  const publish = async () => {
    await client.call('PublishDraft', app)
  }
  return {
    saveDraft,
    publish,
    begin: async (state) => {
      if (state === 'nothing') return
      const description = `Deployed by ${maker} (dodil/ignite-deploy)`
      await client.call('CreateApp', { organization_name: 'acme', name, description })
      // All that was set is sent again: some platforms take what is left out as unset, and some want a mask.
      const settings = { description, ports: [80], allow_unauthenticated: true }
      await client.call('UpdateAppConfig', { ...app, ...settings, update_mask: { paths: Object.keys(settings) } })
      await saveDraft('one')
      await publish()
      if (state !== 'one') await saveDraft('two')
      if (state === 'two') await publish()
    },
    read: () => heldBy(client, app),
    hasExecution: async (id) => {
      const { execution } = (await client.call('GetExecution', { execution_id: id })) as { execution: object | null }
      return execution !== null
    },
    [Symbol.dispose]: () => client[Symbol.dispose]()
  }
}

function handler(version: string): string {
  return `def handler(payload, ctx):\n    return {"version": "${version}"}\n`
}

async function heldBy(client: ReturnType<typeof compute>, app: object): Promise<Held> {
  const found = await client.call('GetApp', app).catch(() => undefined)
  if (!found) return { meta: undefined, draftHash: '', versions: new Map() }
  const { draft } = (await client.call('GetDraftInfo', app)) as { draft: { code_hash: string } | null }
  const { versions } = (await client.call('ListAppVersions', app)) as {
    versions: readonly { version: number; code_hash: string }[]
  }
  return {
    meta: (found as { app: Meta }).app,
    draftHash: draft?.code_hash ?? '',
    versions: new Map(versions.map(({ version, code_hash }) => [version, code_hash]))
  }
}
