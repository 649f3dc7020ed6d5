import { chapter } from './advice-row.ts'

/** What builds images: Kaniko, BuildKit, buildpacks, and what the platform says of a build before it begins. */
export const IMAGE_BUILDERS = chapter(
  'Builders of images',
  [
    {
      id: 'copy-source',
      pattern:
        /failed to get fileinfo for \S{1,400}: lstat (?:\/kaniko\/buildcontext|\/workspace)?\/?([^\s:]{1,400})|copy failed: no source files specified|failed to (?:calculate checksum of ref|compute cache key)[^\n]{0,400}: "\/?([^"\n]{1,400})": not found|COPY failed: (?:file not found in build context[^\n]{0,100}?: stat|stat) (?:\/var\/lib\/docker\/tmp\/[^/\s]{1,80})?\/?([^\s:]{1,400}): (?:file does not exist|no such file)|COPY failed: (?:file not found in build context|no source files were specified)/,
      misses: 'file',
      symptom:
        '`failed to get fileinfo for …: lstat …: no such file or directory`, `failed to calculate checksum of ref …: not found`',
      cause: 'The Dockerfile copies a file that the build context does not hold.',
      cure: 'Paths after COPY begin at `code` (with `git-url`, at `git-sub-path`): check the path, and that `.dockerignore` does not leave the file out.'
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
      given: ['image-ref'],
      symptom: '`build_args: not allowed for a prebuilt image`',
      cause: 'A finished image is not built.',
      cure: 'Leave out `build-args` and `dockerfile-path` beside `image-ref`, or build from `code`.'
    },
    {
      id: 'build-args',
      headline: 'the platform takes no build arguments',
      pattern: /(?:--)?build[-_]args?(?: |:)[^\n]{0,200}(?:rejected|not supported|not allowed)/i,
      symptom: '`build_args are not allowed`, of a build',
      cause: 'The platform takes no arguments for this build.',
      cure: 'Remove `build-args`, and write the values into the Dockerfile, as `ARG NAME=value`. What may not stand there belongs in the input `env`, which the app reads as it runs; or build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
      id: 'buildpacks-detect',
      pattern: /No buildpack groups passed detection|no buildpacks participating/,
      symptom: '`No buildpack groups passed detection.`',
      cause: 'Buildpacks were used and did not know the code.',
      cure: 'Build with a Dockerfile: set `dockerfile-path: Dockerfile`, and leave `builder: buildpacks` out.'
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
      headline: 'the repository cannot be read',
      pattern: /git secret ['"`]?[\w.-]{1,100}['"`]? (?:was |is )?(?:not found|does not exist|missing)/i,
      symptom: '`git secret "pat" not found`',
      cause: 'Nothing is stored under the name in `git-secret-ref`.',
      cure: 'Store a token that may read the repository with `dodil ignite secret create NAME --type git`, and write that name.'
    },
    {
      id: 'git-repository',
      headline: 'the repository cannot be read',
      pattern:
        /repository (?:['"`]?https?:\S{1,400} )?not found|could not read Username for|Authentication failed for ['"`]?https?:\S{1,400}|authentication required/i,
      given: ['git-url'],
      symptom: '`repository not found`, `could not read Username for …`, `Authentication failed for …`',
      cause: 'The platform cannot read the repository: there is none of this name, or it is private.',
      cure: 'Check `git-url`. For a private one, store a token that may read it with `dodil ignite secret create NAME --type git`, and write its name in `git-secret-ref`.'
    },
    {
      id: 'git-host',
      headline: 'the repository cannot be read',
      pattern:
        /(?:clone|fetch|unable to access|resolving source context|ls-remote)[^\n]{0,300}(?:could not resolve host|no such host|connection refused|i\/o timeout|timed out|no route to host|failed to connect)/i,
      given: ['git-url'],
      symptom: '`unable to access …: Could not resolve host`, `dial tcp 10.0.0.5:443: i/o timeout`, of a clone',
      cause:
        'The platform does not reach the host in `git-url`: its name is wrong, or it lies in a network of your own.',
      cure: 'Check `git-url`. What the internet does not reach is deployed from a checkout: run actions/checkout, and set `code` in place of `git-url`.'
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
      id: 'run-failed',
      pattern:
        /failed to execute command: waiting for process to exit|process "[^\n]{1,400}" did not complete successfully/,
      symptom: '`failed to execute command: waiting for process to exit: exit status 1`',
      cause: 'A command after RUN failed.',
      cure: '`docker build .` in `code` shows the same on your machine. Where it does not: the build has no credentials of yours, reaches the internet alone, and has only the files that were sent.'
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
