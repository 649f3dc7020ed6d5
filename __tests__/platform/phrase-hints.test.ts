import { expect, test } from '@jest/globals'
import { hintFor, PLATFORM_HINTS } from '../../src/platform/phrase-hints.ts'

/** What is said, and a part of the answer. Those with `6.2` are in docs/platform.md, Failures. */
const cases: readonly (readonly [string, string])[] = [
  ['403 UMA authorization rejected', 'grant-role <id> ignite-authorization-service ignite.app-developer'], // 6.2
  ['batch assignment failed: ignite.model-user role not found', 'revoke-role'], // 6.2
  ['registry_secret_ref: secret "gh" is a git secret and was rejected', '`git-secret-ref` one of type git'], // 6.2
  ['secret gh is of type git, expected registry', '`registry-secret-ref` takes one of type registry'],
  [
    'Failed to pull image "ghcr.io/a/b:1": failed to authorize: unexpected status: 401 Unauthorized', // 6.2
    '`registry-secret-ref`, or `registry-server`'
  ],
  ['pull access denied for a/b, repository does not exist or may require docker login', 'check `image-ref` too'],
  ['errors: denied: requested access to the resource is denied', '`registry-secret-ref`'],
  ['manifest for ghcr.io/a/b:2 not found: manifest unknown', 'no such image'],
  ['{"errors":[{"code":"MANIFEST_UNKNOWN"}]}', 'no such image'],
  ['Back-off pulling image "ghcr.io/a/b:1": ImagePullBackOff', 'for a private registry, set `registry-secret-ref`'],
  ['image-ref uses a moving tag', 'Pin the digest'], // 6.2
  [
    'Error: container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root', // 6.2
    'write the number'
  ],
  ['container has runAsNonRoot and image will run as root', 'no container as root'],
  ['CreateContainerConfigError', '`USER 65534`'],
  ['pod app-7d: CrashLoopBackOff, last exit code 1', 'listen on `$PORT`'], // 6.2
  ['Error: listen EADDRINUSE: address already in use :::8080', 'listen on `$PORT`'],
  ['listen tcp :80: bind: permission denied', 'listen on `$PORT`'],
  ['Cannot POST /', 'serve `POST /` on `$PORT`'],
  ['10.0.0.1 - "POST / HTTP/1.1" 405 Method Not Allowed', 'name the ports that it serves in `ports`'], // 6.2
  ['dial tcp 10.1.2.3:80: connect: connection refused', 'does not answer `POST /`'],
  ['Readiness probe failed: HTTP probe failed with statuscode: 404', 'set `health-path: /health`'], // 6.2
  ['Liveness probe failed: Get "http://10.1.2.3:80/healthz": context deadline exceeded', 'also while it is busy'],
  ['GET /healthz answered 404', '`/healthz` unless told otherwise'],
  ['getaddrinfo ENOTFOUND hello-acme.ignite.dodil.cloud', 'a couple of minutes'], // 6.2
  ['lookup hello-acme.ignite.dodil.cloud on 10.0.0.10:53: no such host', '`verify-timeout-seconds`'],
  ['--dockerfile-path requires a context', 'a single file is none'], // 6.2
  ['build_args are not allowed with --build-arg: rejected', 'leave out `build-args`'], // 6.2
  ['build_args: not allowed for a prebuilt image', 'leave out `build-args`'],
  ['[detector] ERROR: No buildpack groups passed detection.', '`dockerfile-path: Dockerfile`'], // 6.2
  ['===> DETECTING\nheroku/python 1.0', 'built by buildpacks'], // 6.2
  [
    'Error: error resolving dockerfile path: please provide a valid path to a Dockerfile within the build context',
    'relative to `code`'
  ],
  ["ModuleNotFoundError: No module named 'handler'", '`handler.py` at the root of `code`'],
  ['entrypoint handler.py not found', '`handler.py` at the root of `code`'],
  ['ERROR: Could not find a version that satisfies the requirement foo==9 (from versions: none)', 'requirements.txt'],
  ["ERROR: Invalid requirement: 'foo=9' (from line 2 of requirements.txt)", 'pip install --dry-run'],
  ['error: metadata-generation-failed', 'wheels for Linux'],
  ["ModuleNotFoundError: No module named 'numpy'", 'Add its package to requirements.txt'],
  ['error: could not find `Cargo.toml` in `/workspace` or any parent directory', 'Cargo.toml at the root of `code`'],
  ['  = note: the `wasm32-wasip2` target may not be installed', '`rust-target`'],
  ["error[E0463]: can't find crate for `core`", '`toolchain`'],
  ['error: no bin target named `app`', '[[bin]]'],
  ['{"status":"no draft"}', '`mode: draft`'], // 6.2
  ['no active compilation for org:app', 'saves the draft anew'] // 6.2
]

test.each(cases)('%s', (text, part) => {
  expect(hintFor(text)).toContain(part)
  expect(hintFor(`| some line before\n| ${text}\n| and one after`)).toBe(hintFor(text))
})

test('every hint is the answer to something', () => {
  const answers = new Set(cases.map(([text]) => hintFor(text)))
  for (const { hint } of PLATFORM_HINTS) expect(answers).toContain(hint)
})

test.each([
  [''],
  ['error[E0425]: cannot find value `x` in this scope'],
  ['getaddrinfo ENOTFOUND rpc.dodil.io'],
  ['getaddrinfo ENOTFOUND packages.example.org'],
  ['dial tcp 140.82.112.3:443: connect: connection refused'],
  ['connect ECONNREFUSED 127.0.0.1:5432'],
  ['"GET /healthz HTTP/1.1" 200'],
  ['"POST / HTTP/1.1" 200'],
  ['pull request 12 merged'],
  ['401 of https://api.github.com/repos/a/b/pulls/3: 401 Unauthorized'],
  ['ValueError: an item has no price']
])('%j has no hint of the platform', (text) => {
  expect(hintFor(text)).toBeUndefined()
})

test.each([
  ['query users: dial tcp 10.0.0.5:5432: connect: connection refused'],
  ["KeyError: 'role not found'"],
  ['no draft of this letter'],
  ['requests.exceptions.HTTPError: "POST / HTTP/1.1" 404'],
  ['pull of the queue failed: 401']
])('%j of a program has no hint of the platform, which may say the same', (text) => {
  expect(hintFor(text)).toBeDefined()
  expect(hintFor(text, 'program')).toBeUndefined()
})

test.each([["ModuleNotFoundError: No module named 'numpy'"], ["error[E0463]: can't find crate for `core`"]])(
  '%j of a program has the hint that mends its code',
  (text) => {
    expect(hintFor(text, 'program')).toBe(hintFor(text))
    expect(hintFor(text)).toBeDefined()
  }
)

/** The inputs that a hint may name. */
const INPUTS =
  /^(app|mode|code|rust-target|toolchain|dockerfile-path|build-args|git-secret-ref|image-ref|registry-(secret-ref|server|username|password)|health-path|ports|verify-timeout-seconds)$/

test.each(PLATFORM_HINTS.map(({ hint, source }) => [hint, source]))('%s', (hint, source) => {
  expect(hint).toMatch(/^[A-Z`a-z].*\.$/)
  expect(source).not.toBe('')
  const quoted = [...hint.matchAll(/`([a-z][a-z-]+)(?::[^`]*)?`/g)].map((match) => match[1])
  for (const word of quoted) expect(word).toMatch(INPUTS)
})

test('only the end of a long text is read', () => {
  expect(hintFor(`CrashLoopBackOff${' '.repeat(65_537)}`)).toBeUndefined()
})

test.each([
  ['pull '],
  ['git secret '],
  ['registry-secret'],
  ['POST / '],
  ['failed '],
  ['/healthz '],
  ['dial tcp a:'],
  ['build-arg '],
  ['handler.py '],
  ['not found '],
  ['tag '],
  ['listen '],
  ['type git '],
  ['ENOTFOUND a'],
  ['manifest for a']
])('a 10 MB text of %j is got over', (piece) => {
  expect(() => hintFor(piece.repeat(10e6 / piece.length))).not.toThrow()
})
