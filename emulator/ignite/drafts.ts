import { status } from '@grpc/grpc-js'
import { StatusError, type Unary } from '../contract.ts'
import type { Variants } from '../variants.ts'
import { appMeta } from './app-meta.ts'
import { hashedBytes, readCodeSource } from './code-source.ts'
import type { Handling } from './handling.ts'
import { codeHash, ulid } from './ids.ts'
import { type Ignite, knownApp } from './ignite.ts'
import { type App, type AppKey, appId, type Code, type Draft, type SdkCode, type Version } from './model.ts'
import { appKey, bytes, type Fields, message } from './request-fields.ts'
import type { Store } from './store.ts'
import { draftStatus } from './wire-words.ts'

/** The methods of the draft slot. */
export function draftHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  const { store, variants, handling } = ignite
  return {
    'ComputeService/SaveDraft': async ({ request }) => {
      const code = await readCodeSource(message(request, 'code'))
      const app = knownApp(store, appKey(request))
      const draft = newDraft(code, ignite.now())
      store.putDraft(app, draft)
      return { draft: draftInfo(draft, variants) }
    },
    'ComputeService/GetDraftInfo': async ({ request }) => {
      const app = knownApp(store, appKey(request))
      const draft = store.draft(app)
      if (!draft && variants.has('draft-not-found')) throw noDraft(status.NOT_FOUND, app)
      return draft ? { draft: draftInfo(draft, variants) } : {}
    },
    'ComputeService/PublishDraft': async ({ request }) => publish(ignite, request),
    'ComputeService/TestDraft': async ({ request }) => {
      const { app, draft } = savedDraft(store, request)
      await handling.requireRunnable(draft.code)
      // A platform that compiles while it publishes must do so for a test as well; its words are not shown then.
      if (!compilesItself(draft.code, variants)) requireCompiled(draft, handling)
      const payload = bytes(request, 'payload')
      return { execution_id: await handling.start({ app, code: draft.code, slot: 'draft', payload }) }
    }
  }
}

/** What saving this code makes of the draft slot. */
export function newDraft(code: Code, now: number): Draft {
  const hashed = hashedBytes(code)
  // The platform builds such an image while it publishes, and its log is found by the draft's deploy_id.
  const built = code.kind === 'UPLOAD_IMAGE' || code.kind === 'GIT_IMAGE'
  return {
    code,
    codeHash: hashed ? codeHash(hashed) : '',
    status: 'DRAFT',
    deployId: built ? ulid(now) : '',
    error: '',
    createdAtMs: now
  }
}

/** The message DraftInfo. */
export function draftInfo(draft: Draft, variants: Variants): object {
  return {
    status: draftStatus(draft, variants),
    code_hash: draft.codeHash,
    deploy_id: draft.deployId,
    error: draft.error,
    image_ref: draft.code.kind === 'PREBUILT' ? draft.code.imageRef : '',
    created_at_ms: draft.createdAtMs,
    code_kind: `CODE_KIND_${draft.code.kind}`
  }
}

/** The app and its draft. Throws NOT_FOUND, or FAILED_PRECONDITION where there is no draft. */
export function savedDraft(store: Store, request: Fields): { app: App; draft: Draft } {
  const app = knownApp(store, appKey(request))
  const draft = store.draft(app)
  if (!draft) throw noDraft(status.FAILED_PRECONDITION, app)
  return { app, draft }
}

function noDraft(code: status, app: AppKey): StatusError {
  return new StatusError(code, `app ${appId(app)} has no draft`)
}

function requireCompiled(draft: Draft, handling: Handling): void {
  if (draft.status === 'COMPILED' || !handling.isCompiled(draft.code)) return
  throw new StatusError(status.FAILED_PRECONDITION, 'draft is not compiled')
}

/** Whether the platform compiles such a draft unasked. */
function compilesItself(code: Code, variants: Variants): boolean {
  return variants.has('compile-sdk-refused') && code.kind === 'SDK' && code.runtime.name !== 'rust'
}

async function publish(ignite: Ignite, request: Fields): Promise<object> {
  const { store, variants, now, handling } = ignite
  const saved = savedDraft(store, request)
  const code = await handling.requireRunnable(saved.draft.code)
  const own = compilesItself(code, variants) && handling.isCompiled(code)
  const draft = own ? await compiled(ignite, saved.app, { ...saved.draft, code }) : saved.draft
  requireCompiled(draft, handling)
  return store.transaction(() => {
    const app = knownApp(store, saved.app)
    const version = snapshot(app, draft, { number: (store.versions(app).at(-1)?.number ?? 0) + 1, now: now() })
    const published: App = { ...app, activeVersion: version.number }
    store.addVersion(app, version)
    store.putApp(published)
    if (variants.has('draft-cleared')) store.deleteDraft(app)
    return { published_version: version.number, app: appMeta(ignite, published) }
  })
}

/** Compiles the draft within the call. Throws FAILED_PRECONDITION when that fails or another draft replaces it. */
async function compiled(
  { store, compiles }: Ignite,
  app: App,
  draft: Draft & { readonly code: SdkCode }
): Promise<Draft> {
  const { deployId } = compiles.start(app, draft)
  await compiles.ended(deployId)
  const now = store.draft(app)
  if (now?.deployId !== deployId) {
    throw new StatusError(status.FAILED_PRECONDITION, 'the draft was replaced while it was compiled')
  }
  if (now.status !== 'COMPILED') {
    throw new StatusError(status.FAILED_PRECONDITION, `the draft does not compile: ${now.error}`)
  }
  return now
}

function snapshot(app: App, draft: Draft, { number, now }: { number: number; now: number }): Version {
  return {
    number,
    code: draft.code,
    codeHash: draft.codeHash,
    resourceTier: app.settings.resource_tier,
    scaling: app.settings.scaling,
    createdAtMs: now
  }
}
