import { expect } from '@jest/globals'
import { builtImage, deployEach, OWN_TAG, type SourceRow, TIME_LEFT } from '../support/source-table.ts'
import { OWN_REPOSITORY, PRIVATE_REPOSITORY, type SourceTrees } from '../support/source-trees.ts'

const ONE = { greeting: 'Hello, Ada!', version: 'one' }
const TWO = { greeting: 'Hello, Ada!', version: 'two' }
const NO_DOCKERFILE = 'No `dockerfile-path` is given: buildpacks build the image.'

const NUMBERS = { permuteSeed: 61 }
const REFUSED = { variants: ['compile-image-refused'] } as const

/** The workflow runs for the commit before the newest. */
const olderCommit = ({ commit }: SourceTrees) => ({ sha: commit })

function fromGit(given: object): object {
  const nothing = {
    url: OWN_REPOSITORY,
    reference: '',
    sub_path: '',
    dockerfile_path: '',
    secret_ref: '',
    build_args: {}
  }
  return { source: 'image', image: { source: 'from_git', from_git: { ...nothing, ...given } } }
}

const draftRows: readonly SourceRow[] = [
  {
    what: 'the workflow’s own repository, at the commit that it runs for',
    platforms: [{}, NUMBERS, REFUSED],
    inputs: { 'git-url': `${OWN_REPOSITORY}.git` },
    github: olderCommit,
    arrives: ({ trees }) => [['SaveDraft', fromGit({ url: `${OWN_REPOSITORY}.git`, reference: trees.commit })]],
    answers: ONE,
    says: [NO_DOCKERFILE]
  },
  {
    what: 'the workflow’s own repository, at a branch that is named',
    platforms: [{}],
    inputs: { 'git-url': OWN_REPOSITORY, 'git-ref': 'main' },
    github: olderCommit,
    arrives: () => [['SaveDraft', fromGit({ reference: 'main' })]],
    answers: TWO
  },
  {
    what: 'a private repository with its secret, at its default branch',
    platforms: [{}, NUMBERS, REFUSED],
    inputs: { 'git-url': PRIVATE_REPOSITORY, 'git-secret-ref': 'git-pat' },
    github: olderCommit,
    arrives: () => [['SaveDraft', fromGit({ url: PRIVATE_REPOSITORY, secret_ref: 'git-pat' })]],
    answers: TWO
  },
  {
    what: 'a directory of a repository',
    platforms: [{}, { variants: ['compile-image-refused', 'status-spelling', 'no-code-hash'] }],
    inputs: { 'git-url': OWN_REPOSITORY, 'git-sub-path': './services/web/' },
    github: olderCommit,
    arrives: ({ trees }) => [['SaveDraft', fromGit({ reference: trees.commit, sub_path: 'services/web' })]],
    answers: ONE,
    says: [NO_DOCKERFILE]
  },
  {
    what: 'a repository with a Dockerfile and build arguments',
    platforms: [{}, NUMBERS, REFUSED],
    inputs: { 'git-url': OWN_REPOSITORY, 'dockerfile-path': 'docker/web.Dockerfile', 'build-args': 'GREETING=Hi' },
    github: olderCommit,
    arrives: ({ trees }) => [
      [
        'SaveDraft',
        fromGit({
          reference: trees.commit,
          dockerfile_path: 'docker/web.Dockerfile',
          build_args: { GREETING: 'Hi' }
        })
      ]
    ],
    answers: { ...ONE, greeting: 'Hi, Ada!' }
  }
]

function build(app: string, given: object): object {
  return {
    name: app,
    dockerfile: 'Dockerfile',
    tags: [expect.stringMatching(new RegExp(`^${OWN_TAG.source}$`))],
    build_args: {},
    no_cache: false,
    platform: '',
    timeout_secs: TIME_LEFT,
    source: 'git_source',
    git_source: { url: OWN_REPOSITORY, reference: '', context_dir: '' },
    ...given
  }
}

const serviceRows: readonly SourceRow[] = [
  {
    what: 'a repository, by the build service',
    platforms: [{}, NUMBERS, { variants: ['build-digest'] }],
    inputs: { 'git-url': OWN_REPOSITORY, builder: 'build-service', 'dockerfile-path': 'docker/web.Dockerfile' },
    github: olderCommit,
    arrives: (place) => [
      [
        'CreateBuild',
        build(place.app, {
          dockerfile: 'docker/web.Dockerfile',
          tags: [expect.stringMatching(new RegExp(`^${OWN_TAG.source}$`))],
          git_source: { url: OWN_REPOSITORY, reference: place.trees.commit, context_dir: '' }
        })
      ],
      ['SaveDraft', builtImage(place)]
    ],
    answers: ONE
  },
  {
    what: 'a directory of a branch, by the build service',
    platforms: [{}],
    inputs: {
      'git-url': OWN_REPOSITORY,
      'git-ref': 'main',
      'git-sub-path': 'apps/web',
      builder: 'build-service',
      'dockerfile-path': 'Dockerfile'
    },
    arrives: (place) => [
      [
        'CreateBuild',
        build(place.app, { git_source: { url: OWN_REPOSITORY, reference: 'main', context_dir: 'apps/web' } })
      ],
      ['SaveDraft', builtImage(place)]
    ],
    answers: ONE
  }
]

deployEach([...draftRows, ...serviceRows])
