import { size } from '../../model/values/words.ts'
import { type CallAdvice, STATUS_ADVICE } from './statuses.ts'

/** The whole service may be missing; most of what it does can be had without it. */
export const NO_BUILD_SERVICE =
  'The platform’s build service can be switched off. Without it the draft builds repositories, and contexts under 4 MB: set `builder: draft`, and leave out `platform`, `no-cache` and `image-tags`.'

/** The service is off where its infrastructure did not start. */
export const BUILD_ADVICE: CallAdvice = {
  UNIMPLEMENTED: NO_BUILD_SERVICE,
  UNAVAILABLE: `${STATUS_ADVICE.UNAVAILABLE} ${NO_BUILD_SERVICE}`
}

/** What makes each kind of request smaller. */
const SMALLER = {
  source:
    'Leave out what the app does not need with an `.igniteignore` file. An image can be built from more: write a Dockerfile, and set `dockerfile-path` and `builder: build-service`.',
  draftContext:
    'Set `builder: build-service`, which uploads the context in pieces, or leave files out with `.dockerignore`.',
  buildContext:
    'With `builder: build-service` a larger context is uploaded first. Leave files out with `.dockerignore`.'
} as const

/** In bytes. A smaller archive was not refused for its size. */
const NEAR_THE_LIMIT = 3_000_000

/** The platform's own limit is not public: 4 MB is assumed. Nothing is known of an archive that is far from it. */
export function sizeAdvice(archive: Uint8Array, request: keyof typeof SMALLER): CallAdvice {
  if (archive.length < NEAR_THE_LIMIT) return {}
  const sizes = `The request holds an archive of ${size(archive.length)}, and 4 MB is assumed to be the most. ${SMALLER[request]}`
  return {
    RESOURCE_EXHAUSTED: `${sizes} If it is not the size, a quota of the organization is used up.`,
    OUT_OF_RANGE: sizes
  }
}

/** Secrets of the other type are rejected; with which status is not public. */
export function secretAdvice(input: 'git-secret-ref' | 'registry-secret-ref'): CallAdvice {
  const [wanted, other] = input === 'git-secret-ref' ? ['git', 'registry'] : ['registry', 'git']
  const check = `\`${input}\` must name a ${wanted} secret that exists, made with \`dodil ignite secret create NAME --type ${wanted}\`: a ${other} secret is refused.`
  return {
    INVALID_ARGUMENT: `${STATUS_ADVICE.INVALID_ARGUMENT} ${check}`,
    FAILED_PRECONDITION: `${STATUS_ADVICE.FAILED_PRECONDITION} ${check}`,
    NOT_FOUND: `${STATUS_ADVICE.NOT_FOUND} ${check}`
  }
}
