import { DeployError, PlatformError } from '../../model/errors.ts'
import type { ImageSource, SavingPlan } from '../../model/plan.ts'
import type { SecretKind } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import type { PrebuiltCode } from '../../model/requests.ts'
import { isMoving, parseImageReference, registrySecretName } from '../../model/values/image-reference.ts'

/** The reference of an image that is ready, once the platform is let into its registry. */
export async function imageCode(run: Run, { reference, registry }: ImageSource): Promise<PrebuiltCode> {
  const parsed = parseImageReference(reference)
  if (parsed && isMoving(parsed)) {
    const how = parsed.tag === undefined ? 'without a tag, which means latest and' : 'by a tag, which'
    run.tools.log.warning(
      `The image ${reference} is named ${how} may mean another image tomorrow, also for versions published ` +
        'today. Name it by its digest: image-ref: NAME@sha256:… (docker buildx imagetools inspect NAME:TAG shows it).'
    )
  }
  const code = { kind: 'prebuilt', imageRef: reference } as const
  if (registry === undefined) return { ...code, registrySecretRef: undefined }
  if (registry.kind === 'stored') return { ...code, registrySecretRef: registry.secret }
  const name = registrySecretName(run.app.name)
  await run.step(
    'Store registry secret',
    () => run.platform.storeRegistrySecret(name, registry).catch((error: unknown) => notStored(error, name)),
    () => `Stored the credentials of ${registry.server} as the secret ${name}`
  )
  return { ...code, registrySecretRef: name }
}

function notStored(error: unknown, name: string): never {
  if (!(error instanceof PlatformError && error.ambiguous)) throw error
  throw new DeployError(error.reason, `${error.message}. The secret ${name} may have been stored all the same.`, {
    cause: error,
    hint: 'Nothing was published. Run the job again, which stores it anew.'
  })
}

/** Looks at a stored secret before anything is written. */
export async function checkRegistrySecret(run: Run<SavingPlan>): Promise<void> {
  const { source } = run.plan
  if (source.kind !== 'image' || source.registry?.kind !== 'stored') return
  const { secret } = source.registry
  await run.step(
    'Check registry secret',
    () => checkSecret(run, secret),
    (isKnown) => `The secret ${secret} ${isKnown ? 'is a registry secret' : 'is used as it is'}`
  )
}

/**
 * A git secret in the place of a registry secret is refused by the platform only when the image is pulled. False where
 * the account may not list secrets: it may be allowed to use this one all the same.
 */
async function checkSecret({ platform, app, tools }: Run, secret: string): Promise<boolean> {
  const found = await readSecret({ platform, tools }, secret)
  if (found === undefined) return false
  const { kind } = found
  if (kind === 'registry') return true
  const why = kind === undefined ? 'there is no secret of that name' : `it is a ${kind} secret`
  throw new DeployError('bad_input', `\`registry-secret-ref: ${secret}\` cannot be used for ${appId(app)}: ${why}.`, {
    hint: `Make one with \`dodil ignite secret create ${kind === undefined ? secret : 'NAME'} --type registry\`, or give \`registry-server\`, \`registry-username\` and \`registry-password\`.`
  })
}

type FoundSecret = { readonly kind: SecretKind | string | undefined }

/** Undefined where secrets may not be listed. */
async function readSecret(
  { platform, tools }: Pick<Run, 'platform' | 'tools'>,
  name: string
): Promise<FoundSecret | undefined> {
  try {
    return { kind: await platform.readSecretKind(name) }
  } catch (error) {
    if (!(error instanceof PlatformError && error.code === 'PERMISSION_DENIED')) throw error
    tools.log.debug(`The type of the secret is not checked: ${error.message}`)
    return undefined
  }
}
