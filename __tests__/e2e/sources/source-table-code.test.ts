import { expect } from '@jest/globals'
import {
  ARCHIVE,
  type Arriving,
  builtImage,
  deployEach,
  OWN_TAG,
  type SourceRow,
  TIME_LEFT
} from '../support/source-table.ts'

const WEB = { greeting: 'Hello, Ada!', version: 'one' }
const HI = { greeting: 'Hi, Ada!', version: 'one' }

function compiled(source_code: object): object {
  const python = { version: '' }
  return { source: 'compile', compile: { runtime: { runtime: 'python', python }, source_code } }
}

function fromCode(given: object, archive: object = ARCHIVE): object {
  const from_code = { archive, dockerfile_path: '', build_args: {}, ...given }
  return { source: 'image', image: { source: 'from_code', from_code } }
}

function build({ app }: Arriving, given: object): object {
  return {
    name: app,
    dockerfile: 'Dockerfile',
    tags: [expect.stringMatching(new RegExp(`^${OWN_TAG.source}$`))],
    build_args: {},
    no_cache: false,
    platform: '',
    timeout_secs: TIME_LEFT,
    ...given
  }
}

const inline = { source: 'zipped_code', zipped_code: ARCHIVE }
const uploaded = { source: 'context_id', context_id: expect.stringMatching(/^ctx_\w{26}$/) }

function upload({ app }: Arriving, content_type: string, chunk: object): object {
  return { metadata: { name: app, content_type, expected_size_bytes: 0 }, chunk, payload: 'chunk' }
}

const NUMBERS = { permuteSeed: 51 }
const REFUSED = { variants: ['compile-image-refused'] } as const

const compiledRows: readonly SourceRow[] = [
  {
    what: 'a directory',
    platforms: [{}, NUMBERS, { variants: ['custom-options', 'no-code-hash'] }],
    inputs: { code: 'greeter' },
    arrives: () => [['SaveDraft', compiled(ARCHIVE)]],
    answers: WEB
  },
  {
    what: 'a directory of a private app',
    platforms: [{}],
    inputs: { code: 'greeter' },
    arrives: () => [['SaveDraft', compiled(ARCHIVE)]]
  },
  {
    what: 'a single file',
    platforms: [{}, NUMBERS],
    inputs: { code: 'solo/handler.py' },
    arrives: () => [['SaveDraft', compiled(ARCHIVE)]],
    answers: { version: 'solo' }
  },
  {
    what: 'a .zip',
    platforms: [{}, NUMBERS],
    inputs: { code: 'greeter.zip' },
    arrives: ({ trees }) => [['SaveDraft', compiled(trees.bytesOf('greeter.zip'))]],
    answers: WEB
  },
  {
    what: 'a .tar.gz',
    platforms: [{}, NUMBERS],
    inputs: { code: 'greeter.tar.gz' },
    arrives: ({ trees }) => [['SaveDraft', compiled(trees.bytesOf('greeter.tar.gz'))]],
    answers: WEB
  }
]

const draftRows: readonly SourceRow[] = [
  {
    what: 'a Dockerfile, by the draft',
    platforms: [
      {},
      NUMBERS,
      REFUSED,
      { variants: ['status-spelling', 'no-code-hash'] },
      { variants: ['compile-logs-live', 'compile-logs-lines', 'custom-options'] },
      { variants: ['compile-image-refused', 'status-spelling', 'draft-cleared', 'no-code-hash'], permuteSeed: 52 }
    ],
    inputs: { code: 'web', 'dockerfile-path': 'Dockerfile' },
    arrives: () => [['SaveDraft', fromCode({ dockerfile_path: 'Dockerfile' })]],
    answers: WEB
  },
  {
    what: 'a Dockerfile in a directory, with build arguments',
    platforms: [{}, NUMBERS, REFUSED],
    inputs: { code: 'nested', 'dockerfile-path': './docker/app.Dockerfile', 'build-args': 'GREETING=Hi\nOTHER=a=b' },
    arrives: () => [
      [
        'SaveDraft',
        fromCode({ dockerfile_path: 'docker/app.Dockerfile', build_args: { GREETING: 'Hi', OTHER: 'a=b' } })
      ]
    ],
    answers: HI
  },
  {
    what: 'a Dockerfile in a .zip',
    platforms: [{}, REFUSED],
    inputs: { code: 'web.zip', 'dockerfile-path': 'Dockerfile', builder: 'draft' },
    arrives: ({ trees }) => [['SaveDraft', fromCode({ dockerfile_path: 'Dockerfile' }, trees.bytesOf('web.zip'))]],
    answers: WEB
  },
  {
    what: 'buildpacks, although a Dockerfile lies there',
    platforms: [{}, NUMBERS, REFUSED],
    inputs: { code: 'buildpacks-web', builder: 'buildpacks' },
    arrives: () => [['SaveDraft', fromCode({})]],
    answers: WEB
  }
]

const serviceRows: readonly SourceRow[] = [
  {
    what: 'a Dockerfile, by the build service with all of its options',
    platforms: [{}, NUMBERS, { variants: ['build-digest', 'status-spelling'] }],
    inputs: {
      code: 'nested',
      'dockerfile-path': 'docker/app.Dockerfile',
      'build-args': 'GREETING=Hi',
      platform: 'linux/arm64',
      'no-cache': 'true',
      'image-tags': 'v1\nlatest'
    },
    arrives: (place) => [
      [
        'CreateBuild',
        build(place, {
          ...inline,
          dockerfile: 'docker/app.Dockerfile',
          tags: [expect.stringMatching(OWN_TAG), 'v1', 'latest'],
          build_args: { GREETING: 'Hi' },
          no_cache: true,
          platform: 'linux/arm64'
        })
      ],
      ['SaveDraft', builtImage(place)]
    ],
    answers: HI
  },
  {
    what: 'a Dockerfile, by the build service as named',
    platforms: [{}, REFUSED, { variants: ['no-code-hash', 'build-digest'], permuteSeed: 53 }],
    inputs: { code: 'web', 'dockerfile-path': 'Dockerfile', builder: 'build-service' },
    arrives: (place) => [
      ['CreateBuild', build(place, inline)],
      ['SaveDraft', builtImage(place)]
    ],
    answers: WEB
  },
  {
    what: 'a context over the inline limit, which is uploaded',
    platforms: [{}, NUMBERS, { variants: ['build-digest'] }],
    inputs: { code: 'large', 'dockerfile-path': 'Dockerfile' },
    arrives: (place) => [
      ['UploadBuildContext', upload(place, 'application/gzip', { ...ARCHIVE, messages: 9 })],
      ['CreateBuild', build(place, uploaded)],
      ['SaveDraft', builtImage(place)]
    ],
    answers: WEB
  },
  {
    what: 'a .zip over the inline limit, which is uploaded as it is',
    platforms: [{}],
    inputs: { code: 'large.zip', 'dockerfile-path': 'Dockerfile' },
    arrives: (place) => [
      ['UploadBuildContext', upload(place, 'application/zip', { ...place.trees.bytesOf('large.zip'), messages: 9 })],
      ['CreateBuild', build(place, uploaded)],
      ['SaveDraft', builtImage(place)]
    ],
    answers: WEB
  }
]

deployEach([...compiledRows, ...draftRows, ...serviceRows])
