import type { Speaker } from '../model/errors.ts'

/** A failure that the platform's pages know, and what mends it in the words of this action's inputs. */
export type PlatformHint = {
  /** Stands in the platform's, the cluster's or a tool's own words. Linear on any text. */
  readonly pattern: RegExp
  readonly hint: string
  /** Where the cause and its fix are from: a part of docs/platform.md, or the tool whose words they are. */
  readonly source: string
}

const GRANT = '`dodil auth service-account grant-role <id> ignite-authorization-service ignite.app-developer`'
const SERVE = 'serve `POST /` on `$PORT`, or name the ports that it serves in `ports`'
const CREDENTIALS = '`registry-secret-ref`, or `registry-server`, `registry-username` and `registry-password`'
/** In UTF-16 units: the end of a text, where the failure stands. */
const MOST_READ = 64 * 1024

const ACCESS: readonly PlatformHint[] = [
  {
    pattern: /UMA authorization rejected/i,
    hint: `The service account lacks an Ignite role, and roles are per service. Grant it with ${GRANT}, and wait about 5 minutes: the platform caches roles.`,
    source: '6.2, 5.4'
  },
  {
    pattern: /role not found/i,
    hint: 'The service account holds a role that no longer exists. Take it away with `dodil auth service-account revoke-role`, then grant the new one.',
    source: '6.2, 5.4'
  }
]

const IMAGE_PULL: readonly PlatformHint[] = [
  {
    pattern:
      /git[ -](?:secret|slot|credentials?)\b.{0,200}\b(?:registry|rejected|mismatch)|registry[ -](?:secret|slot|credentials?)\b.{0,200}\b(?:git|rejected|mismatch)\b|\btype:? ['"`]?(?:git|registry)\b.{0,80}\b(?:expected|must be|needs)\b/i,
    hint: 'The secret is of the other kind: `registry-secret-ref` takes one of type registry, `git-secret-ref` one of type git. `dodil ignite secret list` shows the types.',
    source: '6.2, 2.4'
  },
  {
    pattern:
      /pull access denied|no basic auth credentials|unauthorized: authentication required|requested access to the resource is denied|\bpull(?:ing|ed)?\b.{0,400}(?:\b40[13]\b|unauthorized|authentication)/i,
    hint: `The image cannot be pulled without credentials. Set ${CREDENTIALS}; a name that does not exist gives the same error, so check \`image-ref\` too.`,
    source: '6.2'
  },
  {
    pattern: /manifest[_ ]unknown|name[_ ]unknown|manifest for \S{1,400} not found|repository does not exist/i,
    hint: 'The registry has no such image. Check the name and the tag or digest in `image-ref`, and that the image was pushed before this step.',
    source: '4.2; registries’ own error codes'
  },
  {
    pattern: /ErrImagePull|ImagePullBackOff|failed to pull image/i,
    hint: `The image cannot be pulled. Check \`image-ref\`; for a private registry, set ${CREDENTIALS}.`,
    source: '6.2'
  },
  {
    pattern: /moving tag|mutable tag|\btag\b.{0,200}\b(?:has moved|was moved|points to another|resolves to another)/i,
    hint: 'A tag can come to mean another image. Pin the digest in `image-ref`: `registry/name@sha256:…`.',
    source: '6.2'
  }
]

const CONTAINER: readonly PlatformHint[] = [
  {
    pattern: /cannot verify user is non-root|non-numeric user/i,
    hint: 'The image names its user, and the platform must see that it is not root: write the number in the Dockerfile, for example `USER 65534`.',
    source: '6.2, 4.5'
  },
  {
    pattern: /runAsNonRoot|image will run as root|CreateContainerConfigError/i,
    hint: 'The platform runs no container as root. End the Dockerfile with a numeric user, for example `USER 65534`.',
    source: '6.2, 4.5'
  },
  {
    pattern:
      /(?:readiness|liveness|startup) probe failed|\/healthz\b.{0,200}\b(?:40\d|50\d|failed|timed? ?out|refused)\b|\b(?:failed|timed? ?out|refused)\b.{0,200}\/healthz\b|health ?checks? failed|failed health ?checks?/i,
    hint: 'The app must answer its health path with 2xx, also while it is busy, and the platform asks `/healthz` unless told otherwise. An app that serves `/health` fails: set `health-path: /health`.',
    source: '6.2, 4.5'
  },
  {
    pattern: /CrashLoopBackOff|EADDRINUSE|address already in use|listen\b.{0,200}\b(?:EACCES|permission denied)/i,
    hint: 'The container ends as it starts. Most often the port is fixed in the code, or the user is root: listen on `$PORT`, and end the Dockerfile with `USER 65534`.',
    source: '6.2, 4.5'
  },
  {
    pattern:
      /Cannot POST \/(?:\s|$)|POST \/[\s"]{1,3}.{0,100}\b40[45]\b|\b40[45]\b.{0,100}\bPOST \/(?:\s|$)|upstream connect error|dial tcp \S{1,200}:(?!443\b)\d{1,5}: (?:connect: connection refused|i\/o timeout)/im,
    hint: `The container does not answer \`POST /\` on the port that the platform asks: ${SERVE}.`,
    source: '6.2'
  },
  {
    pattern:
      /(?:ENOTFOUND|EAI_AGAIN) \S{1,300}\.ignite\.\S|(?:no such host|could not resolve host).{0,300}\.ignite\.|lookup \S{1,300}\.ignite\.\S/i,
    hint: 'The name of a new app can take a couple of minutes to resolve. Run the job again, or raise `verify-timeout-seconds`.',
    source: '6.2, 4.6'
  }
]

const IMAGE_BUILD: readonly PlatformHint[] = [
  {
    pattern: /dockerfile[-_]path requires a context/i,
    hint: '`dockerfile-path` needs a directory or an archive in `code`, which holds the Dockerfile; a single file is none.',
    source: '6.2'
  },
  {
    pattern:
      /build[-_]args?\b.{0,200}\b(?:rejected|not supported|not allowed|prebuilt|image-ref)|dockerfile[-_]path\b.{0,200}\b(?:rejected|not supported|not allowed|prebuilt|image-ref)/i,
    hint: 'A finished image is not built: leave out `build-args` and `dockerfile-path` beside `image-ref`, or build from `code`.',
    source: '6.2'
  },
  {
    pattern: /No buildpack groups passed detection|no buildpacks participating/i,
    hint: 'Buildpacks were used and did not know the code. Where there is a Dockerfile, name it: `dockerfile-path: Dockerfile`.',
    source: '6.2; the buildpacks’ lifecycle'
  },
  {
    pattern:
      /please provide a valid path to a Dockerfile|failed to read dockerfile|Dockerfile: no such file or directory/i,
    hint: 'There is no Dockerfile where the build looks for it. `dockerfile-path` is relative to `code`; check also that no ignore file leaves it out.',
    source: 'Kaniko and BuildKit'
  },
  {
    pattern: /===> DETECTING/,
    hint: 'The image was built by buildpacks. Where there is a Dockerfile, name it: `dockerfile-path: Dockerfile`.',
    source: '6.2; the buildpacks’ lifecycle'
  }
]

const CODE: readonly PlatformHint[] = [
  {
    pattern:
      /No module named ['"]?handler\b|handler\.py.{0,200}(?:not found|missing|no such file|does not exist)|(?:not found|missing|no such file).{0,200}\bhandler\.py/i,
    hint: 'Python apps begin with `handler.py` at the root of `code`, with `handler(payload, ctx)` in it. Check that `code` names that directory.',
    source: '4.5'
  },
  {
    pattern: /Could not find a version that satisfies|No matching distribution found|Requires-Python/i,
    hint: 'pip found no such version for this Python: the platform has 3.12, an image its own. Check the line in requirements.txt, or the RUN of the Dockerfile.',
    source: '4.2, 4.5; pip'
  },
  {
    pattern: /Invalid requirement: |conflicting dependencies|ResolutionImpossible/,
    hint: 'pip cannot satisfy requirements.txt. Try it with `pip install --dry-run -r requirements.txt` under Python 3.12.',
    source: '4.2; pip'
  },
  {
    pattern: /metadata-generation-failed|Failed building wheel|subprocess-exited-with-error/,
    hint: 'A package of requirements.txt has no wheel for the platform and could not be built there. Choose a version with wheels for Linux and Python 3.12.',
    source: '4.2, 4.5; pip'
  },
  {
    pattern: /ModuleNotFoundError: No module named /,
    hint: 'The code imports a module that is not there. Add its package to requirements.txt; a module of your own must lie in `code`.',
    source: '4.2; Python'
  },
  {
    pattern: /could not find `?Cargo\.toml|Cargo\.toml.{0,200}(?:not found|missing|no such file|does not exist)/i,
    hint: 'Rust apps need Cargo.toml at the root of `code`. Check that `code` names that directory.',
    source: '4.5; cargo'
  },
  {
    pattern:
      /target may not be installed|can't find crate for `(?:core|std)`|no bin target|a bin target must be available|no targets specified in the manifest/i,
    hint: 'cargo has nothing to build for this target. Check `rust-target` and `toolchain`, and that Cargo.toml has a binary (`src/main.rs`, or `[[bin]]`).',
    source: '4.2; cargo and rustc'
  }
]

const DRAFT: readonly PlatformHint[] = [
  {
    pattern: /"status": ?"no draft"|\bno draft\b/i,
    hint: 'The app has no draft. Save one first: `mode: draft`, or `mode: deploy` for all at once.',
    source: '6.2'
  },
  {
    pattern: /no active compilation/i,
    hint: 'The platform compiles nothing for this app now. Run the job again; it saves the draft anew.',
    source: '6.2'
  }
]

/** The special before the general: the first that is found is the answer. */
export const PLATFORM_HINTS: readonly PlatformHint[] = [
  ...ACCESS,
  ...IMAGE_PULL,
  ...CONTAINER,
  ...IMAGE_BUILD,
  ...CODE,
  ...DRAFT
]

/**
 * What mends the failure that a text tells of: a call's details, a draft's or test's error, the tail of a log. Of what a
 * program or its compiler says, only what is wrong with the code is recognised.
 */
export function hintFor(text: string, speaker: Speaker = 'platform'): string | undefined {
  const end = text.slice(-MOST_READ)
  const known = speaker === 'program' ? CODE : PLATFORM_HINTS
  return known.find(({ pattern }) => pattern.test(end))?.hint
}
