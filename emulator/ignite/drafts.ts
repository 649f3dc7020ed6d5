import { status } from '@grpc/grpc-js'
import { StatusError, type Unary } from '../contract.ts'
import type { Variants } from '../variants.ts'
import { appMeta } from './app-meta.ts'
import { hashedBytes, readCodeSource } from './code-source.ts'
import { requireRunnable } from './handling.ts'
import { codeHash, ulid } from './ids.ts'
import { type Ignite, knownApp } from './ignite.ts'
import { type App, type AppKey, appId, type Code, type Draft, type Version } from './model.ts'
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
    'ComputeService/CompileDraft': async ({ request }) => refuseCompile(savedDraft(store, request).draft.code),
    'ComputeService/PublishDraft': async ({ request }) => publish(ignite, request),
    'ComputeService/TestDraft': async ({ request }) => {
      const { app, draft } = savedDraft(store, request)
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

function draftInfo(draft: Draft, variants: Variants): object {
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

function savedDraft(store: Store, request: Fields): { app: App; draft: Draft } {
  const app = knownApp(store, appKey(request))
  const draft = store.draft(app)
  if (!draft) throw noDraft(status.FAILED_PRECONDITION, app)
  return { app, draft }
}

function noDraft(code: status, app: AppKey): StatusError {
  return new StatusError(code, `app ${appId(app)} has no draft`)
}

function refuseCompile(code: Code): never {
  const interpreted = code.kind === 'PREBUILT' || (code.kind === 'SDK' && code.runtime.name === 'python')
  if (interpreted) throw new StatusError(status.FAILED_PRECONDITION, 'nothing to compile')
  requireRunnable(code)
  throw new StatusError(status.UNIMPLEMENTED, `this emulator cannot compile ${code.kind}`)
}

function publish({ store, variants, now, ...rest }: Ignite, request: Fields): object {
  const { app, draft } = savedDraft(store, request)
  requireRunnable(draft.code)
  const version: Version = {
    number: (store.versions(app).at(-1)?.number ?? 0) + 1,
    code: draft.code,
    codeHash: draft.codeHash,
    resourceTier: app.settings.resource_tier,
    scaling: app.settings.scaling,
    createdAtMs: now()
  }
  const published: App = { ...app, activeVersion: version.number }
  store.addVersion(app, version)
  store.putApp(published)
  if (variants.has('draft-cleared')) store.deleteDraft(app)
  return { published_version: version.number, app: appMeta({ store, variants, now, ...rest }, published) }
}
