import { chapter } from './advice-row.ts'

/** What builds images: Kaniko, BuildKit, buildpacks, and what the platform says of a build before it begins. */
export const IMAGE_BUILDERS = chapter(
  'Builders of images',
  [
    {
      id: 'copy-source',
      pattern:
        /failed to get fileinfo for \S{1,400}: lstat|copy failed: no source files specified|failed to (?:calculate checksum of ref|compute cache key)[^\n]{0,400}: not found|COPY failed: (?:file not found in build context|no source files were specified|stat \S{1,400}: (?:file does not exist|no such file))/,
      missed:
        /failed to get fileinfo for \S{1,400}: lstat (?:\/kaniko\/buildcontext|\/workspace)?\/?(\S{1,400}): |failed to (?:calculate checksum of ref|compute cache key)[^\n]{0,400}: "([^"\n]{1,400})": not found|COPY failed: [^\n]{0,100}stat (?:\/var\/lib\/docker\/tmp\/[^/\s]{1,80})?\/?(\S{1,400}): /,
      symptom:
        '`failed to get fileinfo for …: lstat …: no such file or directory`, `failed to calculate checksum of ref …: not found`',
      cause: 'The Dockerfile copies a file that the build context does not hold.',
      cure: 'Paths after COPY begin at `code` (with `git-url`, at `git-sub-path`). A file that lies there was left out: by `.dockerignore`, by `.igniteignore`, or by default, which the step that packs tells; `!NAME` in the ignore file takes it back.'
    },
    {
      id: 'dockerfile-context',
      pattern: /(?:--)?dockerfile[-_]path requires a context/i,
      symptom: '`--dockerfile-path requires a context`',
      cause: '`dockerfile-path` needs a directory or an archive in `code`, which holds the Dockerfile.',
      cure: 'Name a directory in `code`; a single file is none.'
    },
    {
      id: 'build-of-image',
      pattern:
        /(?:--)?(?:build[-_]args?|dockerfile[-_]path)(?: |:)[^\n]{0,200}(?:rejected|not supported|not allowed|prebuilt)/i,
      symptom: '`build_args: not allowed for a prebuilt image`',
      cause: 'A finished image is not built.',
      cure: 'Leave out `build-args` and `dockerfile-path` beside `image-ref`, or build from `code`.'
    },
    {
      id: 'buildpacks-detect',
      pattern: /No buildpack groups passed detection|no buildpacks participating/,
      symptom: '`No buildpack groups passed detection.`',
      cause: 'Buildpacks were used and did not know the code.',
      cure: 'Where there is a Dockerfile, name it: `dockerfile-path: Dockerfile`.'
    },
    {
      id: 'dockerfile-missing',
      pattern:
        /please provide a valid path to a Dockerfile|failed to read dockerfile|(?:\S{0,200}\/)?Dockerfile: no such file or directory/i,
      symptom: '`please provide a valid path to a Dockerfile`, `failed to read dockerfile`',
      cause: 'There is no Dockerfile where the build looks for it.',
      cure: '`dockerfile-path` is relative to `code`; check also that no ignore file leaves it out.'
    },
    {
      id: 'git-secret',
      pattern: /git secret ['"`]?[\w.-]{1,100}['"`]? (?:was |is )?(?:not found|does not exist|missing)/i,
      symptom: '`git secret "pat" not found`',
      cause: 'Nothing is stored under the name in `git-secret-ref`.',
      cure: 'Store a token that may read the repository with `dodil ignite secret create NAME --type git`, and write that name.'
    },
    {
      id: 'git-repository',
      pattern:
        /repository (?:['"`]?https?:\S{1,400} )?not found|could not read Username for|Authentication failed for ['"`]?https?:\S{1,400}|authentication required/i,
      given: ['git-url'],
      symptom: '`repository not found`, `could not read Username for …`, `Authentication failed for …`',
      cause: 'The platform cannot read the repository: there is none of this name, or it is private.',
      cure: 'Check `git-url`. For a private one, store a token that may read it with `dodil ignite secret create NAME --type git`, and write its name in `git-secret-ref`.'
    },
    {
      id: 'base-image',
      pattern:
        /(?:error building image:|failed to solve:|failed to resolve source metadata for)[^\n]{0,400}(?:UNAUTHORIZED|unauthorized|DENIED|denied|authorization failed|MANIFEST_UNKNOWN|manifest unknown|insufficient_scope)/,
      symptom: '`error building image: … UNAUTHORIZED`, `failed to resolve source metadata for …: pull access denied`',
      cause:
        'An image after FROM cannot be pulled: it does not exist, or it is private, and a build has no credentials for it.',
      cure: 'Check its name. For a private one, build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
      id: 'buildpacks',
      pattern: /===> DETECTING/,
      symptom: '`===> DETECTING`, and a failure after it',
      cause: 'The image was built by buildpacks.',
      cure: 'Where there is a Dockerfile, name it: `dockerfile-path: Dockerfile`.'
    }
  ],
  { isOfPlatform: true }
)
