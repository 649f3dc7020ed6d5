import { status } from '@grpc/grpc-js'
import { StatusError, type Unary } from '../../contract/contract.ts'
import type { Variants } from '../../contract/variants.ts'
import { posted } from '../handling.ts'
import { codeHash } from '../model/ids.ts'
import { type App, type AppKey, appId, type Code, type Draft, isSdk, type Version } from '../model/model.ts'
import { appKey, bytes, type Fields, message } from '../model/request-fields.ts'
import type { Store } from '../model/store.ts'
import { type Ignite, knownApp } from './handler-tools.ts'
import { appMeta } from './messages/app-meta.ts'
import { hashedBytes, readCodeSource } from './messages/code-message.ts'
import { draftStatus } from './messages/wire-words.ts'

/** The methods of the draft slot. */
export function draftHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  const { store, variants, handling } = ignite
  return {
    'ComputeService/SaveDraft': async ({ request }) => {
      const code = await readCodeSource(message(request, 'code'))
      const app = knownApp(store, appKey(request))
      return { draft: draftInfo(putNewDraft(ignite, app, code), variants) }
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
      if (isSdk(draft.code) ? !isMadeByPublish(draft.code, variants) : variants.has('compile-image-refused')) {
        requireMade(ignite, draft)
      }
      const made = isSdk(draft.code) ? undefined : ready(ignite, { app, draft })
      const asked = posted(bytes(request, 'payload'))
      return { execution_id: await handling.start({ app, artifact: draft, slot: 'draft', request: asked }, made) }
    }
  }
}

/** Puts code into the draft slot. */
export function putNewDraft({ store, variants, compiles, handling, now }: Ignite, app: App, code: Code): Draft {
  const draft = newDraft(code, now())
  store.putDraft(app, draft)
  const builds = variants.has('save-builds') && !isSdk(code) && handling.isCompiled(code)
  return builds ? compiles.start(app, draft) : draft
}

function newDraft(code: Code, now: number): Draft {
  const hashed = hashedBytes(code)
  return {
    code,
    imageRef: code.kind === 'PREBUILT' ? code.imageRef : '',
    codeHash: hashed ? codeHash(hashed) : '',
    status: 'DRAFT',
    deployId: '',
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
    image_ref: draft.imageRef,
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

/** Throws FAILED_PRECONDITION for code that has to be compiled, or an image that has to be built. */
function requireMade({ handling }: Ignite, draft: Draft): void {
  if (draft.status === 'COMPILED' || !handling.isCompiled(draft.code)) return
  const what = isSdk(draft.code) ? 'draft is not compiled' : 'image is not built'
  throw new StatusError(status.FAILED_PRECONDITION, what)
}

/** Whether the platform makes such a draft ready unasked. Images it always builds while it publishes, if need be. */
function isMadeByPublish(code: Code, variants: Variants): boolean {
  return isSdk(code) ? variants.has('compile-sdk-refused') && code.runtime.name !== 'rust' : code.kind !== 'PREBUILT'
}

async function publish(ignite: Ignite, request: Fields): Promise<object> {
  const { store, variants, now, handling, serving } = ignite
  const saved = savedDraft(store, request)
  await handling.requireRunnable(saved.draft.code)
  const draft = await ready(ignite, saved)
  requireMade(ignite, draft)
  if (!isSdk(draft.code)) await serving.pull(saved.app, draft)
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

/**
 * The draft, compiled or built within the call where publishing does that. Throws FAILED_PRECONDITION when it fails or
 * another draft replaces it.
 */
async function ready(ignite: Ignite, { app, draft }: ReturnType<typeof savedDraft>): Promise<Draft> {
  const { store, variants, handling, compiles } = ignite
  const { code } = draft
  if (!isMadeByPublish(code, variants) || !handling.isCompiled(code)) return draft
  // Images that are built are as they were; code is compiled anew.
  if (!isSdk(code) && draft.status === 'COMPILED') return draft
  const { deployId } = draft.status === 'COMPILING' ? draft : compiles.start(app, draft)
  await compiles.ended(deployId)
  const now = store.draft(app)
  if (now?.deployId !== deployId) {
    throw new StatusError(status.FAILED_PRECONDITION, 'the draft was replaced while it was compiled')
  }
  if (now.status !== 'COMPILED') {
    const what = isSdk(code) ? 'the draft does not compile' : 'the image was not built'
    throw new StatusError(status.FAILED_PRECONDITION, `${what}: ${now.error}`)
  }
  return now
}

function snapshot(app: App, draft: Draft, { number, now }: { number: number; now: number }): Version {
  return {
    number,
    code: draft.code,
    imageRef: draft.imageRef,
    codeHash: draft.codeHash,
    resourceTier: app.settings.resource_tier,
    scaling: app.settings.scaling,
    createdAtMs: now
  }
}
