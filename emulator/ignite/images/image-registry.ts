import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { StatusError } from '../../contract/contract.ts'
import type { Image, RegistryCredentials } from '../model/image-model.ts'
import { invalid } from '../model/request-fields.ts'
import type { Store } from '../model/store.ts'
import { type Images, repositoryOf } from './images.ts'
import { BuildError } from './tools/build-error.ts'

/** The registry that builds push to. */
export const REGISTRY = 'registry.emulator'

/** An image of another registry: a directory with a Dockerfile stands for the reference. */
export type KnownImage = {
  readonly ref: string
  readonly directory: string
  /** Who may pull it; without, everybody. */
  readonly private?: Pick<RegistryCredentials, 'username' | 'password'>
}

type Pull = {
  readonly organization: string
  readonly reference: string
  /** The name of a registry secret; empty for none. */
  readonly secretRef: string
}

export type Registry = {
  /**
   * The image that the reference stands for now: a tag may stand for another one than yesterday. Throws
   * FAILED_PRECONDITION where it cannot be pulled, INVALID_ARGUMENT for a secret of another type.
   */
  pull(pull: Pull): Promise<Image>
}

type Tools = { readonly store: Store; readonly images: Images; readonly known: readonly KnownImage[] }

export function createRegistry({ store, images, known }: Tools): Registry {
  const foreign = foreignImages(images, known)
  return {
    pull: async (pull) => {
      const credentials = registrySecret(store, pull)
      if (pull.reference.startsWith(`${REGISTRY}/`)) return own(store, pull)
      return foreign(pull.reference, credentials)
    }
  }
}

function registrySecret(store: Store, { organization, secretRef }: Pull): RegistryCredentials | undefined {
  if (!secretRef) return undefined
  const value = store.secret(organization, secretRef)?.value
  if (!value) throw refusal(`registry secret "${secretRef}" not found`)
  if (value.type === 'registry_secret') return value
  throw invalid(`registry_secret_ref "${secretRef}" is a ${value.type}: expected type registry`)
}

function own(store: Store, { organization, reference }: Pull): Image {
  if (!reference.startsWith(`${REGISTRY}/${organization}/`)) {
    throw refusal(`pull access denied for ${reference}: 403 forbidden`)
  }
  const [, digest] = reference.split('@')
  const wanted = digest ?? store.imageTag(withTag(reference))
  const image = wanted === undefined ? undefined : store.image(wanted)
  if (!image) throw notFound(reference)
  return image
}

/** Builds an image of another registry when it is pulled first, and again when its directory has changed. */
function foreignImages(images: Images, known: readonly KnownImage[]) {
  const latest = new Map<string, { readonly state: string; readonly image: Promise<Image> }>()
  return async (reference: string, credentials: RegistryCredentials | undefined): Promise<Image> => {
    const found = known.find(({ ref }) => withTag(ref) === withTag(reference))
    if (!found) throw notFound(reference)
    if (found.private && !opens(credentials, found.private, reference)) {
      throw refusal(`pull access denied for ${reference}: 401 unauthorized`)
    }
    const state = await stateOf(found.directory)
    const before = latest.get(found.ref)
    if (before?.state === state) return before.image
    const image = buildKnown(images, found)
    latest.set(found.ref, { state, image })
    image.catch(() => latest.delete(found.ref))
    return image
  }
}

async function buildKnown(images: Images, { ref, directory }: KnownImage): Promise<Image> {
  const said: Uint8Array[] = []
  try {
    const { image } = await images.build({
      source: { kind: 'directory', directory },
      dockerfile: 'Dockerfile',
      args: {},
      references: [],
      say: (chunk) => void said.push(chunk)
    })
    return image
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw refusal(`the directory that stands for ${ref} does not build: ${Buffer.concat(said)}`)
  }
}

function opens(
  given: RegistryCredentials | undefined,
  owner: NonNullable<KnownImage['private']>,
  reference: string
): boolean {
  if (given?.username !== owner.username || given.password !== owner.password) return false
  return hostOf(given.server) === hostOf(reference.includes('/') ? reference : '')
}

/** Docker Hub is what no host stands for, and has several names. */
function hostOf(text: string): string {
  const [first = ''] = text.replace(/^https?:\/\//, '').split('/')
  const host = /[.:]/.test(first) || first === 'localhost' ? first : ''
  return /^(?:index\.|registry-1\.)?docker\.io$/.test(host) ? '' : host
}

/** Changes whenever a file of the directory is written. */
async function stateOf(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => {
    throw refusal(`the directory ${directory}, which stands for an image, cannot be read`)
  })
  const states = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    const { mtimeMs, size } = await stat(path)
    return [path, mtimeMs, size].join(' ')
  })
  return (await Promise.all(states)).sort().join('\n')
}

function withTag(reference: string): string {
  return reference.includes('@') || repositoryOf(reference) !== reference ? reference : `${reference}:latest`
}

function notFound(reference: string): StatusError {
  return refusal(`image ${reference} not found: manifest unknown`)
}

function refusal(details: string): StatusError {
  return new StatusError(status.FAILED_PRECONDITION, details)
}
