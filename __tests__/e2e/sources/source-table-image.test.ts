import { deployEach, prebuilt, type SourceRow } from '../support/source-table.ts'
import { PINNED_IMAGE, PRIVATE_IMAGE, PUBLIC_IMAGE, REGISTRY_OWNER } from '../support/source-trees.ts'

const WEB = { greeting: 'Hello, Ada!', version: 'one' }
const PLATFORMS = [{}, { variants: ['no-code-hash', 'status-spelling'], permuteSeed: 71 }] as const

const imageRows: readonly SourceRow[] = [
  {
    what: 'a public image by its tag',
    platforms: PLATFORMS,
    inputs: { 'image-ref': PUBLIC_IMAGE },
    arrives: () => [['SaveDraft', prebuilt(PUBLIC_IMAGE)]],
    answers: WEB,
    warns: [`The image ${PUBLIC_IMAGE} is named by a tag, which may mean another image tomorrow`]
  },
  {
    what: 'a public image by its digest',
    platforms: PLATFORMS,
    inputs: { 'image-ref': PINNED_IMAGE },
    arrives: () => [['SaveDraft', prebuilt(PINNED_IMAGE)]],
    answers: WEB
  },
  {
    what: 'a private image with a stored secret',
    platforms: PLATFORMS,
    inputs: { 'image-ref': PRIVATE_IMAGE, 'registry-secret-ref': 'ghcr' },
    arrives: () => [['SaveDraft', prebuilt(PRIVATE_IMAGE, 'ghcr')]],
    answers: WEB,
    says: ['The secret ghcr is a registry secret']
  },
  {
    what: 'a private image with credentials, which are stored first',
    platforms: PLATFORMS,
    inputs: {
      'image-ref': PRIVATE_IMAGE,
      'registry-server': 'ghcr.io',
      'registry-username': REGISTRY_OWNER.username,
      'registry-password': REGISTRY_OWNER.password
    },
    arrives: ({ app }) => [
      [
        'CreateSecret',
        {
          name: `${app}-registry`,
          value: { value: 'registry_secret', registry_secret: { ...REGISTRY_OWNER, server_address: 'ghcr.io' } }
        }
      ],
      ['SaveDraft', prebuilt(PRIVATE_IMAGE, `${app}-registry`)]
    ],
    answers: WEB,
    says: ['Stored the credentials of ghcr.io as the secret app-3-registry']
  }
]

deployEach(imageRows)
