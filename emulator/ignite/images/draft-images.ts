import type { GitCredentials } from '../model/image-model.ts'
import { type App, appId, type ImageCode } from '../model/model.ts'
import type { Store } from '../model/store.ts'
import { REGISTRY } from './image-registry.ts'
import type { BuildOrder, Images, Source } from './images.ts'
import { BuildError } from './tools/build-error.ts'

type DraftBuild = Pick<BuildOrder, 'say'> & {
  readonly app: App
  readonly code: ImageCode
  /** The deploy id. */
  readonly job: string
}

export type DraftImages = {
  /** Builds what a draft is made of, and gives a reference that no other build has. Throws BuildError. */
  build(draft: DraftBuild): Promise<string>
}

export function createDraftImages(store: Store, images: Images): DraftImages {
  return {
    build: async ({ app, code, job, say }) => {
      if (code.kind === 'PREBUILT') return code.imageRef
      const reference = `${REGISTRY}/${appId(app)}:draft-${job.toLowerCase()}`
      const path = code.kind === 'UPLOAD_IMAGE' ? code.dockerfilePath : code.git.dockerfilePath
      // Without a path the platform's builder is buildpacks, even where a Dockerfile lies there.
      const order = { args: code.args, references: [reference], dockerfile: path || undefined, say }
      await images.build({ ...order, source: sourceOf(code, app, { store, say }) })
      return reference
    }
  }
}

type Saying = { readonly store: Store; readonly say: DraftBuild['say'] }

function sourceOf(code: Exclude<ImageCode, { kind: 'PREBUILT' }>, app: App, { store, say }: Saying): Source {
  if (code.kind === 'UPLOAD_IMAGE') return { kind: 'bytes', bytes: code.archive }
  const { url, reference, subPath, secretRef } = code.git
  say(Buffer.from(`Cloning ${url}${reference && ` at ${reference}`}\n`))
  const credentials = secretRef ? gitSecret(store, app.organization, secretRef) : undefined
  return { kind: 'git', url, reference, directory: subPath, credentials }
}

function gitSecret(store: Store, organization: string, name: string): GitCredentials {
  const value = store.secret(organization, name)?.value
  if (!value) throw new BuildError(`error resolving source context: git secret "${name}" not found`)
  if (value.type === 'git_secret') return value
  throw new BuildError(`error resolving source context: the secret "${name}" is a ${value.type}: expected type git`)
}
