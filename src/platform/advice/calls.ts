import { namesIn, SETTINGS, type SettingsChange } from '../../model/settings.ts'
import { enumerate, size } from '../../model/values/words.ts'
import { type CallAdvice, STATUS_ADVICE } from './statuses.ts'

/** The whole service may be missing; most of what it does can be had without it. */
export const NO_BUILD_SERVICE =
  'The build service is switched off on this platform. The draft builds without it, repositories and contexts under 4 MB: set `builder: draft`, and leave out `platform`, `no-cache` and `image-tags`.'

/** The service is off where its infrastructure did not start. */
export const BUILD_ADVICE: CallAdvice = {
  UNIMPLEMENTED: NO_BUILD_SERVICE,
  UNAVAILABLE: `The platform may be restarting: run the job again in some minutes. If it stays so: ${NO_BUILD_SERVICE}`
}

/** Of a call about an app that this run has read or made before. */
export const GONE = {
  NOT_FOUND:
    'The app, or its draft, was there when this run began: somebody has deleted it meanwhile. If that was not meant to be, run the job again, which makes both anew.'
} as const satisfies CallAdvice

/** The platform names its own fields, and only some inputs can be behind them. */
export function settingsAdvice(change: SettingsChange): CallAdvice {
  const inputs = namesIn(change).map((name) => `\`${SETTINGS[name].input}\``)
  if (inputs.length === 0) return {}
  const which = inputs.length === 1 ? 'the value of' : 'one of the values of'
  return {
    INVALID_ARGUMENT: `The platform refuses ${which} ${enumerate(inputs)}, and its words say why. Write one that it takes there, or leave the input out.`
  }
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
    NOT_FOUND: `Either the secret or the app is not there (any more). ${check}`
  }
}
