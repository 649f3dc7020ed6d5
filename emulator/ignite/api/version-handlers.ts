import { isUtf8 } from 'node:buffer'
import { status } from '@grpc/grpc-js'
import { StatusError, type Unary } from '../../contract/contract.ts'
import type { Variants } from '../../contract/variants.ts'
import { type CodeFile, readArchive } from '../code/archive.ts'
import { codeFiles } from '../code/code-files.ts'
import { posted } from '../handling.ts'
import { type App, appId, type ImageCode, isSdk, type Version } from '../model/model.ts'
import { appKey, bytes, type Fields, number } from '../model/request-fields.ts'
import type { Store } from '../model/store.ts'
import { type Ignite, knownApp } from './handler-tools.ts'
import { appMeta, versionMeta } from './messages/app-meta.ts'
import { runtimeMessage } from './messages/code-message.ts'
import { versionStatus } from './messages/wire-words.ts'

/** The methods of an app's history. */
export function versionHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  const { store, handling } = ignite
  return {
    'ComputeService/ListAppVersions': async ({ request }) => {
      const app = knownApp(store, appKey(request))
      return {
        versions: store
          .versions(app)
          .toReversed()
          .map((version) => versionInfo(version, app))
      }
    },
    'ComputeService/GetAppVersion': async ({ request }) => {
      const { app, version } = knownVersion(store, request)
      return { app: versionMeta(ignite, app, version) }
    },
    'ComputeService/RollbackApp': async ({ request }) => {
      const { app, version } = knownVersion(store, request)
      const repointed: App = { ...app, activeVersion: version.number }
      store.putApp(repointed)
      return { app: appMeta(ignite, repointed) }
    },
    'ComputeService/TestAppVersion': async ({ request }) => {
      const { app, version } = knownVersion(store, request)
      const slot = version.number === app.activeVersion ? 'live' : 'test'
      const asked = posted(bytes(request, 'payload'))
      return { execution_id: await handling.start({ app, artifact: version, slot, request: asked }) }
    },
    ...(ignite.variants.has('no-app-code') ? {} : codeHandlers(ignite))
  }
}

function codeHandlers({ store, variants }: Ignite): Readonly<Record<string, Unary>> {
  return {
    'ComputeService/GetAppCode': async ({ request }) => {
      const app = knownApp(store, appKey(request))
      const current = { ...request, version: number(request, 'version') || app.activeVersion }
      return { files: await filesOf(knownVersion(store, current).version, variants) }
    }
  }
}

function knownVersion(store: Store, request: Fields): { app: App; version: Version } {
  const app = knownApp(store, appKey(request))
  const wanted = number(request, 'version')
  const version = store.version(app, wanted)
  if (!version) throw new StatusError(status.NOT_FOUND, `app ${appId(app)} has no version ${wanted}`)
  return { app, version }
}

function versionInfo(version: Version, app: App): object {
  return {
    version: version.number,
    code_hash: version.codeHash,
    created_at_ms: version.createdAtMs,
    status: versionStatus(version, app),
    resource_tier: version.resourceTier,
    runtime: runtimeMessage(version.code),
    scaling: version.scaling,
    code_uri: version.imageRef
  }
}

async function filesOf({ code }: Version, variants: Variants): Promise<object[]> {
  const files = isSdk(code) ? await codeFiles(code) : variants.has('code-text') ? await contextFiles(code) : []
  return files.map(({ path, content }) => {
    const isBinary = !isUtf8(content) || content.includes(0)
    const given = variants.has('code-text') ? String(content) : content
    return { path, size_bytes: content.length, is_binary: isBinary, content: isBinary ? undefined : given }
  })
}

async function contextFiles(code: ImageCode): Promise<readonly CodeFile[]> {
  return (code.kind === 'UPLOAD_IMAGE' && (await readArchive(code.archive))) || []
}
