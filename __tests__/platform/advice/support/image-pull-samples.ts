import type { Sample } from './samples.ts'

const REFUSED: Sample = {
  said: [
    'Failed to pull image "ghcr.io/a/b:1": failed to authorize: unexpected status: 401 Unauthorized',
    'pull access denied for a/b, repository does not exist or may require docker login',
    'errors: denied: requested access to the resource is denied'
  ],
  nearMisses: [
    'Publishing acme/pull-access-denied: FAILED_PRECONDITION: no',
    '401 of https://api.github.com/repos/a/b/pulls/3: 401 Unauthorized',
    'pull request 12 merged by 401-team'
  ]
}

const NOT_PULLED: Sample = {
  said: ['Back-off pulling image "ghcr.io/a/b:1": ImagePullBackOff', 'container app: ErrImagePull'],
  nearMisses: ['app acme/imagepullbackoff has no draft', 'pulled image "ghcr.io/a/b:1"', 'failed to pull images.txt']
}

/** Registries and the kubelet. */
export const IMAGE_PULL_SAMPLES: Readonly<Record<string, Sample>> = {
  'credentials-refused': REFUSED,
  'credentials-missing': REFUSED,
  'no-such-image': {
    said: [
      'manifest for ghcr.io/a/b:2 not found: manifest unknown',
      '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}',
      'failed to pull and unpack image "ghcr.io/a/b:2": failed to resolve reference "ghcr.io/a/b:2": ghcr.io/a/b:2: not found'
    ],
    nearMisses: [
      'failed to resolve reference "x": i/o timeout',
      'the manifest is known',
      'app acme/manifest-unknown',
      'manifest unknown/2.json'
    ]
  },
  'registry-host': {
    said: [
      'Failed to pull image "10.0.0.5:5000/a/b:1": failed to resolve reference: dial tcp 10.0.0.5:5000: i/o timeout',
      'pull of registry.corp/a/b:1: lookup registry.corp: no such host'
    ],
    nearMisses: [
      'dial tcp 10.0.0.5:5432: i/o timeout',
      'pull request 7: timed out',
      'the app’s registry of orders: connection refused-by-peer'
    ]
  },
  'pull-failed': NOT_PULLED,
  'own-pull-failed': NOT_PULLED,
  'moving-tag': {
    said: ['image-ref uses a moving tag', 'tag latest points to another digest than before'],
    nearMisses: ['acme/moving-tag', 'a tag was read', 'removing tag latest']
  }
}
