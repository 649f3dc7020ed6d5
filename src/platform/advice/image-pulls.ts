import { chapter } from './advice-row.ts'
import { REPORT } from './statuses.ts'

const CREDENTIALS = '`registry-secret-ref`, or `registry-server`, `registry-username` and `registry-password`'
const REFUSED =
  /pull access denied|no basic auth credentials|unauthorized: authentication required|requested access to the resource is denied|(?:pulling|pull|pulled)[\s"][^\n]{0,400}(?:\b40[13]\b|unauthorized|authentication)/i

/** What registries say, and the platform of an image that it cannot get from one. */
export const IMAGE_PULLS = chapter(
  'Pulls of images',
  [
    {
      id: 'credentials-refused',
      headline: 'the image cannot be pulled',
      pattern: REFUSED,
      given: ['registry-secret-ref', 'registry-server'],
      symptom: '`pull access denied`, `401 Unauthorized`, with credentials set',
      cause: 'The registry refuses the image to the credentials that are set.',
      cure: 'Check that they are for the registry in `image-ref`, that the token has not expired, and that it may read this package (for ghcr.io, a token with `read:packages`); a name that does not exist gives the same error, so check `image-ref` too.'
    },
    {
      id: 'credentials-missing',
      headline: 'the image cannot be pulled',
      pattern: REFUSED,
      given: ['image-ref'],
      symptom: '`pull access denied`, `401 Unauthorized`, without credentials',
      cause: 'The image cannot be pulled without credentials.',
      cure: `Set ${CREDENTIALS}; a name that does not exist gives the same error, so check \`image-ref\` too.`
    },
    {
      id: 'no-such-image',
      headline: 'the image is not there',
      pattern:
        /manifest[_ ]unknown|name[_ ]unknown|manifest for \S{1,400} not found|repository does not exist|failed to resolve reference "[^"\n]{1,400}": [^\n]{1,400}: not found/i,
      given: ['image-ref'],
      symptom: '`manifest unknown`, `MANIFEST_UNKNOWN`',
      cause: 'The registry has no such image.',
      cure: 'Check the name and the tag or digest in `image-ref`, and that the image was pushed before this step.'
    },
    {
      id: 'registry-host',
      headline: 'the image cannot be pulled',
      pattern:
        /(?:pull|pulling|resolve reference|registry|manifests?)[\s"][^\n]{0,400}(?:no such host|connection refused|i\/o timeout|no route to host|context deadline exceeded)/i,
      given: ['image-ref'],
      symptom: '`failed to pull image …: dial tcp 10.0.0.5:443: i/o timeout`',
      cause:
        'The platform does not reach the registry in `image-ref`: its name is wrong, or it lies in a network of your own.',
      cure: 'Check the host in `image-ref`. Push the image to a registry that the internet reaches, such as ghcr.io, and name it there.'
    },
    {
      id: 'pull-failed',
      headline: 'the image cannot be pulled',
      pattern: /ErrImagePull|ImagePullBackOff|failed to pull (?:and unpack )?image/i,
      given: ['image-ref'],
      symptom: '`ImagePullBackOff`, of an image that you name',
      cause: 'The image cannot be pulled.',
      cure: `Check \`image-ref\`; for a private registry, set ${CREDENTIALS}.`
    },
    {
      id: 'own-pull-failed',
      headline: 'the image cannot be pulled',
      pattern: /ErrImagePull|ImagePullBackOff|failed to pull (?:and unpack )?image/i,
      symptom: '`ImagePullBackOff`, of an image that the platform built',
      cause: 'The platform cannot pull an image from its own registry.',
      cure: `Run the job again; ${REPORT}`
    },
    {
      id: 'moving-tag',
      pattern: /moving tag|mutable tag|tag \S{1,200} (?:has moved|was moved|points to another|resolves to another)/i,
      given: ['image-ref'],
      symptom: '`image-ref uses a moving tag`',
      cause: 'A tag can come to mean another image.',
      cure: 'Pin the digest in `image-ref`: `registry/name@sha256:…`.'
    }
  ],
  { isOfPlatform: true }
)
