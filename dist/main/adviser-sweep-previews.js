export const id = "adviser-sweep-previews";
export const ids = ["adviser-sweep-previews"];
export const modules = {

/***/ 1280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cp: () => (/* binding */ adviceFor)
});

// UNUSED EXPORTS: ADVICE, adviceRow

;// CONCATENATED MODULE: ./build/platform/advice/advice-row.js
/** A name that is near a well-known one cannot be told from one\u2019s own. */
const MISSPELT = 'If the name is misspelt, correct it in the code.';
/** What belongs to the same path, host, image or app name as the words before it, or after it. */
const NAME_BEFORE = String.raw `(?<![\w/@-]|\w[.:])`;
const NAME_AFTER = String.raw `(?![\w/@-]|[.:]\w)`;
/** A chapter whose patterns match whole words of a sentence only. */
function chapter(title, rows, { isOfPlatform }) {
    const guarded = rows.map((row) => ({ ...row, pattern: outsideOfNames(row.pattern) }));
    return { title, rows: guarded, isOfPlatform };
}
function outsideOfNames({ source, flags }) {
    return new RegExp(`${NAME_BEFORE}(?:${source})${NAME_AFTER}`, flags);
}

;// CONCATENATED MODULE: ./build/platform/advice/containers.js

const LISTEN = 'listen on `$PORT`';
const SERVE = 'Serve `POST /` on `$PORT`, or name the ports that it serves in `ports`.';
/** What is said of a container that does not start, or does not answer. */
const CONTAINERS = chapter('Containers', [
    {
        id: 'user-without-number',
        headline: 'the container does not start',
        pattern: /cannot verify user is non-root|non-numeric user/i,
        symptom: '`image has non-numeric user (app), cannot verify user is non-root`',
        cause: 'The image names its user, and the platform must see that it is not root.',
        cure: 'Write the number in the Dockerfile, for example `USER 65534`.'
    },
    {
        id: 'root-user',
        headline: 'the container does not start',
        pattern: /runAsNonRoot|image will run as root|CreateContainerConfigError/,
        symptom: '`container has runAsNonRoot and image will run as root`, `CreateContainerConfigError`',
        cause: 'The platform runs no container as root.',
        cure: 'End the Dockerfile with a numeric user, for example `USER 65534`.'
    },
    {
        id: 'other-processor',
        headline: 'the container does not start',
        pattern: /exec format error/i,
        symptom: '`exec format error`',
        cause: 'The image was built for another processor.',
        cure: 'Build it for linux/amd64: with `docker build --platform linux/amd64`, or here with `platform: linux/amd64`.'
    },
    {
        id: 'memory',
        headline: 'the app runs out of memory',
        pattern: /OOMKilled|JavaScript heap out of memory/,
        symptom: '`OOMKilled`',
        cause: 'The app needed more memory than its tier has.',
        cure: 'Set a larger `tier` (small, medium, large or xlarge), or let the app hold less at once.'
    },
    {
        id: 'listen',
        headline: 'the container does not start',
        pattern: /EADDRINUSE|address already in use|(?:listen|bind)(?: |: )[^\n]{0,200}(?:EACCES|permission denied)/i,
        symptom: '`listen EADDRINUSE: address already in use`, `listen tcp :80: bind: permission denied`',
        cause: 'The port is fixed in the code, and it is taken or is not for this user.',
        cure: 'Listen on `$PORT`, and end the Dockerfile with `USER 65534`.'
    },
    {
        id: 'own-error',
        headline: 'the container does not start',
        pattern: /(?:Traceback \(most recent call last\)|panic: |Uncaught )[\s\S]{0,4000}CrashLoopBackOff|CrashLoopBackOff[\s\S]{0,4000}(?:Traceback \(most recent call last\)|panic: |Uncaught )/,
        symptom: '`CrashLoopBackOff`, and an exception in the app\u2019s log',
        cause: 'The app ended with an error of its own as it started.',
        cure: 'Mend that error: the last lines of its log name it and the place in the code.'
    },
    {
        id: 'command-missing',
        headline: 'the container does not start',
        pattern: /CrashLoopBackOff[\s\S]{0,4000}exit code:? 127|exec: "?\S{1,200}"?: (?:executable file )?not found|exec \S{1,200}: no such file or directory/i,
        symptom: '`CrashLoopBackOff \u2026 exit code 127`, `exec: "gunicorn": executable file not found in $PATH`',
        cause: 'The command that starts the container is not in the image.',
        cure: 'Check the first word after CMD or ENTRYPOINT, and that the Dockerfile installs that program.'
    },
    {
        id: 'command-done',
        headline: 'the container does not start',
        pattern: /CrashLoopBackOff[\s\S]{0,4000}exit code:? 0(?!\d)|reason:? "?Completed/i,
        symptom: '`CrashLoopBackOff \u2026 exit code 0`, `Reason: Completed`',
        cause: 'The command of the container came to its end without an error, and a container ends with its command.',
        cure: 'Let CMD start a server that stays in the foreground and listens on `$PORT`; a job that ends is not what an app of Ignite is.'
    },
    {
        id: 'crash-loop',
        headline: 'the container does not start',
        pattern: /CrashLoopBackOff/,
        symptom: '`CrashLoopBackOff`, and no word of why',
        cause: 'The container ends as it starts.',
        cure: `Where its own last words do not say why, start it as the platform does: \`docker run --rm --user 65534 --env PORT=8080 IMAGE\`. Most often the port is fixed in the code (${LISTEN}), or it writes where only root may (end the Dockerfile with \`USER 65534\`, and write below \`$HOME\`).`
    },
    {
        id: 'probe-refused',
        headline: 'the app does not answer its health check',
        pattern: /(?:readiness|liveness|startup) probe failed[^\n]{0,300}(?:connection refused|nothing listens)/i,
        symptom: '`Readiness probe failed: \u2026 connection refused`',
        cause: 'Nothing listens on the port that the platform asks. A line of the app\u2019s log such as \u201clistening on 3000\u201d means that the port is fixed in the code.',
        cure: 'Listen on `$PORT` and on 0.0.0.0, not on localhost; or name the port in `ports`.'
    },
    {
        id: 'health-path',
        headline: 'the app does not answer its health check',
        pattern: /(?:readiness|liveness|startup) probe failed|(?:\S{0,100}\d)?\/healthz[\s"':](?!answers with 40[13])[^\n]{0,200}(?:40\d|50\d|failed|timed? ?out|refused)|(?:failed|timed? ?out|refused)[^\n]{0,200}[\s"']\/healthz|health ?checks? failed|failed health ?checks?/i,
        symptom: '`Readiness probe failed: HTTP probe failed with statuscode: 404`',
        cause: 'The app must answer its health path with 2xx, also while it is busy, and the platform asks `/healthz` unless told otherwise.',
        cure: 'Answer it there. An app that serves `/health` fails: set `health-path: /health`.'
    },
    {
        id: 'no-post',
        headline: 'the app does not answer `POST /`',
        pattern: /Cannot POST \/(?=\s|$)|POST \/[\s"]{1,3}[^\n]{0,100}40[45]|40[45][^\n]{0,100}POST \/(?=\s|$)|upstream connect error|dial tcp \S{1,200}:(?!443:)\d{1,5}: (?:connect: connection refused|i\/o timeout)/m,
        symptom: '`Cannot POST /`, `"POST / HTTP/1.1" 405`, `dial tcp 10.1.2.3:80: connect: connection refused`',
        cause: 'The container does not answer `POST /` on the port that the platform asks.',
        cure: SERVE
    },
    {
        id: 'name-of-app',
        pattern: /(?:ENOTFOUND|EAI_AGAIN) \S{1,300}\.ignite\.\S{1,200}|(?:no such host|could not resolve host)[^\n]{0,300}\.ignite\.\S{1,200}|lookup \S{1,300}\.ignite\.\S{1,200}/i,
        symptom: '`getaddrinfo ENOTFOUND hello-acme.ignite.dodil.cloud`',
        cause: 'The name of a new app can take a couple of minutes to resolve.',
        cure: 'Run the job again a few minutes later.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/image-builders.js

/** What builds images: Kaniko, BuildKit, buildpacks, and what the platform says of a build before it begins. */
const IMAGE_BUILDERS = chapter('Builders of images', [
    {
        id: 'copy-source',
        pattern: /failed to get fileinfo for \S{1,400}: lstat (?:\/kaniko\/buildcontext|\/workspace)?\/?([^\s:]{1,400})|copy failed: no source files specified|failed to (?:calculate checksum of ref|compute cache key)[^\n]{0,400}: "\/?([^"\n]{1,400})": not found|COPY failed: (?:file not found in build context[^\n]{0,100}?: stat|stat) (?:\/var\/lib\/docker\/tmp\/[^/\s]{1,80})?\/?([^\s:]{1,400}): (?:file does not exist|no such file)|COPY failed: (?:file not found in build context|no source files were specified)/,
        misses: 'file',
        symptom: '`failed to get fileinfo for \u2026: lstat \u2026: no such file or directory`, `failed to calculate checksum of ref \u2026: not found`',
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
        pattern: /(?:--)?(?:build[-_]args?|dockerfile[-_]path)(?: |:)[^\n]{0,200}(?:rejected|not supported|not allowed|prebuilt)/i,
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
        pattern: /please provide a valid path to a Dockerfile|failed to read dockerfile|(?:\S{0,200}\/)?Dockerfile: no such file or directory/i,
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
        pattern: /repository (?:['"`]?https?:\S{1,400} )?not found|could not read Username for|Authentication failed for ['"`]?https?:\S{1,400}|authentication required/i,
        given: ['git-url'],
        symptom: '`repository not found`, `could not read Username for \u2026`, `Authentication failed for \u2026`',
        cause: 'The platform cannot read the repository: there is none of this name, or it is private.',
        cure: 'Check `git-url`. For a private one, store a token that may read it with `dodil ignite secret create NAME --type git`, and write its name in `git-secret-ref`.'
    },
    {
        id: 'git-host',
        headline: 'the repository cannot be read',
        pattern: /(?:clone|fetch|unable to access|resolving source context|ls-remote)[^\n]{0,300}(?:could not resolve host|no such host|connection refused|i\/o timeout|timed out|no route to host|failed to connect)/i,
        given: ['git-url'],
        symptom: '`unable to access \u2026: Could not resolve host`, `dial tcp 10.0.0.5:443: i/o timeout`, of a clone',
        cause: 'The platform does not reach the host in `git-url`: its name is wrong, or it lies in a network of your own.',
        cure: 'Check `git-url`. What the internet does not reach is deployed from a checkout: run actions/checkout, and set `code` in place of `git-url`.'
    },
    {
        id: 'base-image',
        pattern: /(?:error building image:|failed to solve:|failed to resolve source metadata for)[^\n]{0,400}(?:UNAUTHORIZED|unauthorized|DENIED|denied|authorization failed|MANIFEST_UNKNOWN|manifest unknown|insufficient_scope)/,
        symptom: '`error building image: \u2026 UNAUTHORIZED`, `failed to resolve source metadata for \u2026: pull access denied`',
        cause: 'An image after FROM cannot be pulled: it does not exist, or it is private, and a build has no credentials for it.',
        cure: 'Check its name. For a private one, build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
        id: 'run-failed',
        pattern: /failed to execute command: waiting for process to exit|process "[^\n]{1,400}" did not complete successfully/,
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
], { isOfPlatform: true });

// EXTERNAL MODULE: ./build/platform/advice/statuses.js
var statuses = __webpack_require__(833);
;// CONCATENATED MODULE: ./build/platform/advice/image-pulls.js


const CREDENTIALS = '`registry-secret-ref`, or `registry-server`, `registry-username` and `registry-password`';
const REFUSED = /pull access denied|no basic auth credentials|unauthorized: authentication required|requested access to the resource is denied|(?:pulling|pull|pulled)[\s"][^\n]{0,400}(?:\b40[13]\b|unauthorized|authentication)/i;
/** What registries say, and the platform of an image that it cannot get from one. */
const IMAGE_PULLS = chapter('Pulls of images', [
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
        pattern: /manifest[_ ]unknown|name[_ ]unknown|manifest for \S{1,400} not found|repository does not exist|failed to resolve reference "[^"\n]{1,400}": [^\n]{1,400}: not found/i,
        given: ['image-ref'],
        symptom: '`manifest unknown`, `MANIFEST_UNKNOWN`',
        cause: 'The registry has no such image.',
        cure: 'Check the name and the tag or digest in `image-ref`, and that the image was pushed before this step.'
    },
    {
        id: 'registry-host',
        headline: 'the image cannot be pulled',
        pattern: /(?:pull|pulling|resolve reference|registry|manifests?)[\s"][^\n]{0,400}(?:no such host|connection refused|i\/o timeout|no route to host|context deadline exceeded)/i,
        given: ['image-ref'],
        symptom: '`failed to pull image \u2026: dial tcp 10.0.0.5:443: i/o timeout`',
        cause: 'The platform does not reach the registry in `image-ref`: its name is wrong, or it lies in a network of your own.',
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
        cure: `Run the job again; ${statuses/* REPORT */.ri}`
    },
    {
        id: 'moving-tag',
        pattern: /moving tag|mutable tag|tag \S{1,200} (?:has moved|was moved|points to another|resolves to another)/i,
        given: ['image-ref'],
        symptom: '`image-ref uses a moving tag`',
        cause: 'A tag can come to mean another image.',
        cure: 'Pin the digest in `image-ref`: `registry/name@sha256:\u2026`.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/platform-words.js


/** What the platform says of rights, secrets and drafts. */
const PLATFORM_WORDS = chapter('The platform', [
    {
        id: 'other-organization',
        headline: 'the credentials are of another organization',
        pattern: /The credentials belong to the organization ([\w.-]{1,63}), the app to \S{1,63}/,
        symptom: '`The credentials belong to the organization acme, the app to globex`',
        cause: 'An account deploys to its own organization alone, whatever its roles.',
        cure: 'Write `app` with that organization (`app: NAME:\u2026`) or without any, or give the credentials of an account of the other one.'
    },
    {
        id: 'no-role',
        pattern: /UMA authorization rejected/i,
        symptom: '`403 UMA authorization rejected`',
        cause: 'No Ignite role of the account allows this; roles of other services do not count.',
        cure: `Grant one that does, with ${statuses/* GRANT */.dM}`
    },
    {
        id: 'stale-role',
        pattern: /(?:([a-z][\w-]{0,50}\.[a-z][\w-]{0,50}) )?role not found/i,
        symptom: '`batch assignment failed: \u2026 role not found`',
        cause: 'The service account holds a role that the platform no longer has.',
        cure: `Take it away with \`dodil auth service-account revoke-role <service-account-id> ignite-authorization-service NAME\`. Then grant the one for deploying, with ${statuses/* GRANT */.dM}`
    },
    {
        id: 'secret-kind',
        pattern: /(?:git|registry)[ -](?:secret|slot|credentials?) [^\n]{0,200}(?:rejected|mismatch)|registry_secret_ref: [^\n]{0,200}git secret|git_secret_ref: [^\n]{0,200}registry secret|(?:of|has) type:? ['"`]?(?:git|registry)['"`]?,[^\n]{0,80}(?:expected|must be|needs)/i,
        symptom: '`secret gh is of type git, expected registry`',
        cause: 'The secret is of the other kind: `registry-secret-ref` takes one of type registry, `git-secret-ref` one of type git.',
        cure: '`dodil ignite secret list` shows the types.'
    },
    {
        id: 'no-draft',
        pattern: /"status": ?"no draft"|no draft/i,
        symptom: '`{"status":"no draft"}`',
        cause: 'The app has no draft: another run, or somebody, published or discarded it.',
        cure: 'Run the job again; it saves the draft anew.'
    },
    {
        id: 'no-compilation',
        pattern: /no active compilation/i,
        symptom: '`no active compilation for \u2026`',
        cause: 'The platform compiles nothing for this app now.',
        cure: 'Run the job again; it saves the draft anew.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/program.js

/** What only its own network reaches. */
const OWN_HOST = String.raw `localhost|127\.0\.0\.1|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}`;
/** Of databases and queues; of no app. */
const PORTS = '5432|3306|6379|27017|5672|9092|9200|1433|1521';
const AWAY = 'connection refused|timed? ?out|no route to host|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|connecting to';
const MODULE_NOT_FOUND = /ModuleNotFoundError: No module named ['"]?([\w.]{1,200})/;
/** What the user's own program says as it ends. */
const PROGRAM = chapter('The app\u2019s own program', [
    {
        id: 'handler-arguments',
        pattern: /handler\(\) takes \d{1,3} positional arguments? but 2 were given|handler\(\) missing \d{1,3} required positional arguments?/,
        symptom: '`handler() takes 1 positional argument but 2 were given`',
        cause: 'The platform calls the handler with two arguments.',
        cure: 'Write it as `def handler(payload, ctx):`.'
    },
    {
        id: 'lfs-pointer',
        pattern: /version https:\/\/git-lfs\.github\.com\/spec\/v1/,
        symptom: '`SyntaxError`, at a line `version https://git-lfs.github.com/spec/v1`',
        cause: 'A file of the code is a pointer of Git LFS, not the file itself.',
        cure: 'Let actions/checkout fetch the files: write lfs: true under its `with:`.'
    },
    {
        id: 'handler-function',
        pattern: /cannot import name ['"]handler['"] from ['"]handler['"]|module ['"]handler['"] has no attribute ['"]handler['"]/,
        symptom: "`cannot import name 'handler' from 'handler'`",
        cause: 'handler.py has no function of the name handler.',
        cure: 'Define `def handler(payload, ctx):` at its top level.'
    },
    {
        id: 'handler-file',
        pattern: /No module named ['"]?handler['"]?|(?:\S{0,200}\/)?handler\.py['"`]?:? (?:\[Errno 2\] )?(?:is |was |does )?(?:not found|missing|no such file or directory|not exist)|(?:not found|missing|has no|no such file or directory|(?:can't|cannot|could not) find):? (?:the )?(?:file )?['"`]?(?:\S{0,200}\/)?handler\.py/i,
        symptom: "`No module named 'handler'`, `handler.py not found`",
        cause: 'Python apps begin with `handler.py` at the root of `code`, with `handler(payload, ctx)` in it.',
        cure: 'Check that `code` names the directory that holds it; a file of another name must be renamed.'
    },
    {
        id: 'variable-missing',
        pattern: /os\.environ\[[\s\S]{0,4000}KeyError: ['"](\w{1,200})['"]/,
        symptom: "`KeyError: 'DATABASE_URL'`, of `os.environ`",
        cause: 'The code reads an environment variable that the app does not have.',
        cure: 'Write it on a line of this action\u2019s input `env`, as NAME=VALUE; the value of a secret comes from the repository\u2019s secrets there.'
    },
    {
        id: 'process-killed',
        pattern: /the (?:Python|Go|Rust|Deno) process ended: SIG[A-Z]{1,10}/,
        symptom: '`the Python process ended: SIGKILL`',
        cause: 'The process in which the platform calls the handler was killed.',
        cure: 'SIGKILL is most often a lack of memory: set a larger `tier` (small, medium, large or xlarge).'
    },
    processEnded('python', /the Python process ended: exit (?:code|status)|SystemExit(?:: \d|, \S)/, {
        symptom: '`the Python process ended: exit code 3`, `SystemExit: 1`',
        ways: '`sys.exit()`, `exit()` and `os._exit()`'
    }),
    processEnded('go', /the Go process ended: exit (?:code|status)/, {
        symptom: '`the Go process ended: exit code 3`',
        ways: '`os.Exit()`, `log.Fatal()` and a panic in a goroutine'
    }),
    processEnded('rust', /the Rust process ended: exit (?:code|status)/, {
        symptom: '`the Rust process ended: exit code 3`',
        ways: '`std::process::exit()`'
    }),
    processEnded('deno', /the Deno process ended: exit (?:code|status)/, {
        symptom: '`the Deno process ended: exit code 3`',
        ways: '`Deno.exit()`'
    }),
    {
        id: 'own-network',
        pattern: new RegExp(`(?:${OWN_HOST})[^\\n]{0,40}?\\b(?:${PORTS})\\b[^\\n]{0,80}(?:${AWAY})|(?:${AWAY})[^\\n]{0,60}?\\b(?:${OWN_HOST})[^\\n]{0,40}?\\b(?:${PORTS})\\b`, 'i'),
        symptom: '`connect ECONNREFUSED 127.0.0.1:5432`, `dial tcp 10.0.0.5:5432: i/o timeout`, of a database',
        cause: 'The app looks for a database, or the like, on its own machine or in a network of yours, and it runs in the platform\u2019s network.',
        cure: 'Give it an address that the internet reaches, on a line of the input `env`.'
    },
    {
        id: 'result-not-json',
        pattern: /Object of type \S{1,200} is not JSON serializable/,
        symptom: '`Object of type datetime is not JSON serializable`',
        cause: 'The handler returned a value that JSON has no form for.',
        cure: 'Return text, bytes, or dicts and lists of text, numbers and booleans; write a date as text, with `str()` or `.isoformat()`.'
    },
    {
        id: 'python-module-in-image',
        headline: 'a module is missing',
        pattern: MODULE_NOT_FOUND,
        given: ['dockerfile-path', 'image-ref'],
        misses: 'python',
        symptom: "`ModuleNotFoundError: No module named 'flask'`, of an image",
        cause: 'The code imports a module that is not in the image.',
        cure: 'Add the package of `NAME` to requirements.txt, and install it in the Dockerfile with `RUN pip install -r requirements.txt`; a module of your own must be copied into the image.',
        misspelt: MISSPELT
    },
    {
        id: 'python-module',
        headline: 'a module is missing',
        pattern: MODULE_NOT_FOUND,
        misses: 'python',
        symptom: "`ModuleNotFoundError: No module named 'numpy'`",
        cause: 'The code imports a module that is not there.',
        cure: 'Add the package of `NAME` to requirements.txt at the root of `code`; a module of your own must lie in `code`.',
        misspelt: MISSPELT
    },
    {
        id: 'node-file',
        headline: 'a file of the code is missing',
        pattern: /Cannot find module ['"]((?:\/|\.{1,2}\/)[^'"\n]{0,300})['"](?! or its corresponding)/,
        misses: 'node',
        symptom: "`Cannot find module '/app/server.js'`",
        cause: 'Node was told to load a file that is not in the image.',
        cure: 'Check the path after CMD or in the import, and that the Dockerfile copies the file to where it is looked for; what is built must be built in the Dockerfile, for example with `RUN npm run build`.'
    },
    {
        id: 'node-package',
        headline: 'a package is missing',
        pattern: /Cannot find (?:module|package) ['"]([^'"\n]{1,200})['"](?! or its corresponding)/,
        misses: 'node',
        symptom: "`Cannot find module 'express'`",
        cause: 'The image lacks a package that the code needs: node_modules of the checkout is not sent.',
        cure: 'Name `NAME` under dependencies (not devDependencies) in package.json, and install in the Dockerfile: `COPY package*.json ./`, then `RUN npm ci --omit=dev`.',
        misspelt: MISSPELT
    }
], { isOfPlatform: false });
/** What ends a process differs from language to language; that it must not does not. */
function processEnded(language, pattern, { symptom, ways }) {
    return {
        id: `process-ended-${language}`,
        pattern,
        symptom,
        cause: 'The code ends its own process, in which the platform calls the handler, before there is a result.',
        cure: `Look in it, and in what it calls, for ${ways}: return a result, or an error, in its place.`
    };
}

;// CONCATENATED MODULE: ./build/platform/advice/toolchains.js

const NO_STANDARD_LIBRARY = /(?:can't find crate for `(?:core|std)`[\s\S]{0,400}?)?the `([\w.-]{1,100})` target may not be installed|can't find crate for `(?:core|std)`/;
/** What compilers and package managers say of the code. */
const TOOLCHAINS = chapter('Compilers and package managers', [
    {
        id: 'pip-version',
        pattern: /Could not find a version that satisfies|No matching distribution found|Requires-Python/,
        symptom: '`Could not find a version that satisfies the requirement \u2026`',
        cause: 'pip found no such version for this Python: the platform has 3.12, an image its own.',
        cure: 'Check the line in requirements.txt, or the RUN of the Dockerfile.'
    },
    {
        id: 'pip-requirements',
        pattern: /Invalid requirement: |conflicting dependencies|ResolutionImpossible/,
        symptom: '`Invalid requirement: \u2026`, `conflicting dependencies`',
        cause: 'pip cannot satisfy requirements.txt.',
        cure: 'Try it with `pip install --dry-run -r requirements.txt` under Python 3.12.'
    },
    {
        id: 'pip-wheel',
        pattern: /metadata-generation-failed|Failed building wheel|subprocess-exited-with-error/,
        symptom: '`metadata-generation-failed`, `Failed building wheel for \u2026`',
        cause: 'A package of requirements.txt has no wheel for the platform and could not be built there.',
        cure: 'Choose a version with wheels for Linux and Python 3.12.'
    },
    {
        id: 'npm-no-package',
        pattern: /npm (?:error|ERR!) 404[^\n]{0,20} GET (?:\S{0,300}\/)?([\w.%@-]{1,100}) - Not found/,
        symptom: '`npm error 404 Not Found - GET https://registry.npmjs.org/expres - Not found`',
        cause: 'npm finds no package of this name.',
        cure: 'Mend `NAME` in package.json or in the Dockerfile. For a private package the build has no credentials: build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
        id: 'cargo-manifest',
        pattern: /could not find `?Cargo\.toml`? in|(?:\S{0,200}\/)?Cargo\.toml['"`]?:? (?:is |was |does )?(?:not found|missing|no such file or directory|not exist)/i,
        symptom: '``could not find `Cargo.toml` in \u2026``',
        cause: 'Rust apps need Cargo.toml at the root of `code`.',
        cure: 'Check that `code` names the directory that holds it.'
    },
    {
        id: 'cargo-crate',
        pattern: /use of (?:unresolved module or unlinked crate|undeclared crate or module) `([^`\n]{1,100})`|(?:maybe a missing|you might be missing) crate `([^`\n]{1,100})`|can't find crate for `(?!(?:core|std)`)([^`\n]{1,100})`/,
        misses: 'rust',
        symptom: '``use of unresolved module or unlinked crate `rand` ``',
        cause: 'The code uses a crate that Cargo.toml does not name, or a module that is not declared.',
        cure: 'Add the crate with `cargo add NAME`, and commit Cargo.toml and Cargo.lock.',
        misspelt: MISSPELT
    },
    {
        id: 'cargo-no-crate',
        pattern: /no matching package named `([^`\n]{1,100})` found/,
        symptom: '``no matching package named `serd` found``',
        cause: 'Cargo.toml names a crate that crates.io does not have.',
        cure: 'Correct the spelling of `NAME` under `[dependencies]` in Cargo.toml; a crate of your own is named by its path there, and must lie in `code`.'
    },
    {
        id: 'cargo-version',
        pattern: /failed to select a version for (?:the requirement )?`([^`\n]{1,100})`/,
        symptom: '``failed to select a version for the requirement `serde = "^9"` ``',
        cause: 'No version of this crate meets what Cargo.toml and the other crates ask for.',
        cure: 'Correct the version in Cargo.toml (`cargo search` shows the newest), run `cargo update` in `code`, and commit Cargo.toml and Cargo.lock.'
    },
    {
        id: 'rust-version',
        pattern: /(?:requires rustc \d[\w.]{0,20}|is not supported by the following packages?|rustc \d[\w.]{0,20} is not supported)/,
        symptom: '``package `x` cannot be built because it requires rustc 1.88 or newer``',
        cause: 'A crate wants a newer compiler than the platform used.',
        cure: 'Write that version in `toolchain`, in quotes, or an older version of the crate in Cargo.toml.'
    },
    {
        id: 'cargo-lock',
        pattern: /lock file \S{1,400} needs to be updated but --(?:locked|frozen) was passed/,
        symptom: '`the lock file \u2026 needs to be updated but --locked was passed`',
        cause: 'Cargo.lock does not fit Cargo.toml.',
        cure: 'Run `cargo check` in `code`, and commit Cargo.lock.'
    },
    {
        id: 'rust-target-of-toolchain',
        pattern: NO_STANDARD_LIBRARY,
        given: ['toolchain'],
        symptom: '``the `wasm32-wasip2` target may not be installed``, with `toolchain` set',
        cause: 'The compiler that `toolchain` names has no standard library for the target that it builds for.',
        cure: 'Leave `toolchain` out, or name a version in it for which the platform has that target.'
    },
    {
        id: 'rust-target-set',
        pattern: NO_STANDARD_LIBRARY,
        given: ['rust-target'],
        symptom: '``the `wasm32-wasip2` target may not be installed``, with `rust-target` set',
        cause: 'The compiler has no standard library for the target that it builds for.',
        cure: 'Leave `rust-target` out, or set `rust-target: native`.'
    },
    {
        id: 'rust-target',
        pattern: NO_STANDARD_LIBRARY,
        symptom: '``the `wasm32-wasip2` target may not be installed``',
        cause: 'The compiler has no standard library for the target that it builds for.',
        cure: 'Remove the target from `.cargo/config.toml`; where none is named there, set `rust-target: native`.'
    },
    {
        id: 'cargo-no-target',
        pattern: /no bin target|a bin target must be available|no targets specified in the manifest/,
        symptom: '`no bin target named \u2026`, `no targets specified in the manifest`',
        cause: 'cargo finds nothing to build.',
        cure: 'Check that src/main.rs or src/lib.rs lies beside Cargo.toml in `code`, and what Cargo.toml says under `[[bin]]` and `[lib]`.'
    },
    {
        id: 'go-sum',
        pattern: /missing go\.sum entry/,
        symptom: '`missing go.sum entry for module providing package \u2026`',
        cause: 'go.sum does not hold the checksums of all modules.',
        cure: 'Run `go mod tidy` in `code`, and commit go.mod and go.sum.'
    },
    {
        id: 'go-module',
        pattern: /(?:no required module provides|cannot find module providing) package ([^\s;:]{1,300})/,
        misses: 'go',
        symptom: '`no required module provides package \u2026`, `cannot find module providing package \u2026`',
        cause: 'go.mod does not name a module that the code imports.',
        cure: 'Run `go get NAME` in `code`, and commit go.mod and go.sum; a package of your own must lie in `code`.',
        misspelt: MISSPELT
    },
    {
        id: 'go-no-mod',
        pattern: /go\.mod file not found in current directory or any parent directory|cannot find main module/,
        symptom: '`go.mod file not found in current directory or any parent directory`, `cannot find main module`',
        cause: 'There is no go.mod at the root of `code`.',
        cure: 'Run `go mod init app` and `go mod tidy` there, and commit go.mod and go.sum; where go.mod lies in another directory, point `code` at that.'
    },
    {
        id: 'go-no-files',
        pattern: /no Go files in \S{1,400}/,
        symptom: '`no Go files in \u2026`',
        cause: 'There is no Go file at the root of `code`.',
        cure: 'Point `code` at the directory that holds `package main`; where the app is of another language, remove `runtime: go`.'
    },
    {
        id: 'go-main',
        pattern: /(?:runtime\.main_main\u00b7f: )?function main is undeclared in the main package|is not a main package/,
        symptom: '`function main is undeclared in the main package`',
        cause: 'Go apps are started by `func main()` in `package main`, at the root of `code`.',
        cure: 'Write `func main() { ignite.Start(handler) }` there, and check that `code` names that directory.'
    }
], { isOfPlatform: false });

;// CONCATENATED MODULE: ./build/platform/advice/advice.js






/**
 * The nearest evidence first: a container that crashes because its program raised is mended in the program. The first row
 * that is found is the advice. What none of them knows is left to the call that failed, and last to its status.
 */
const ADVICE = [
    PROGRAM,
    TOOLCHAINS,
    IMAGE_BUILDERS,
    IMAGE_PULLS,
    CONTAINERS,
    PLATFORM_WORDS
];
/** In UTF-16 units: the end of a text, where the failure stands. */
const MOST_READ = 64 * 1024;
/** What mends the failure that a text tells of; undefined where it is none that is known. */
function adviceFor(evidence) {
    const found = findRow(evidence);
    if (found === undefined)
        return undefined;
    const { row, match } = found;
    // npm writes the slash of a scope as its URL has it.
    const name = match
        .slice(1)
        .find((group) => group !== undefined)
        ?.replace(/%2f/i, '/');
    return {
        advice: named(row, name, sightingOf(row, name, evidence)),
        line: lineAt(match.input, match.index),
        headline: row.headline
    };
}
/** Of what a program or its compiler says, only what is wrong with the code is recognised. */
function adviceRow(evidence) {
    return findRow(evidence)?.row;
}
function findRow({ text, speaker, isGiven }) {
    const end = text.slice(-MOST_READ);
    for (const { rows, isOfPlatform } of ADVICE) {
        if (isOfPlatform && speaker !== 'platform')
            continue;
        for (const row of rows) {
            const match = (row.given?.some(isGiven) ?? true) ? row.pattern.exec(end) : null;
            if (match)
                return { row, match };
        }
    }
    return undefined;
}
function sightingOf({ misses }, name, { lookUp }) {
    return misses === undefined || name === undefined ? undefined : lookUp?.(misses, name);
}
/** What was seen in the code comes before what helps most, and where it is sure in its place. */
function named(row, name, seen) {
    const words = [row.cause, ...cures(row, seen)].join(' ');
    return name !== undefined && PLAIN_NAME.test(name) ? words.replaceAll('NAME', () => name) : words;
}
function cures({ cure, misspelt }, seen) {
    if (seen === undefined)
        return misspelt === undefined ? [cure] : [cure, misspelt];
    return seen.isSure ? [seen.says] : [seen.says, `Otherwise, ${cure.slice(0, 1).toLowerCase()}${cure.slice(1)}`];
}
/** Any other may be words of somebody else's, and is named in the line above. */
const PLAIN_NAME = /^@?\w[\w.+/-]{0,99}$/;
function lineAt(text, index) {
    const begin = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    return text.slice(begin, end === -1 ? undefined : end);
}


/***/ })

};
