import { chapter } from './advice-row.ts'

const LISTEN = 'listen on `$PORT`'
const SERVE = 'Serve `POST /` on `$PORT`, or name the ports that it serves in `ports`.'

/** What is said of a container that does not start, or does not answer. */
export const CONTAINERS = chapter(
  'Containers',
  [
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
      pattern:
        /(?:Traceback \(most recent call last\)|panic: |Uncaught )[\s\S]{0,4000}CrashLoopBackOff|CrashLoopBackOff[\s\S]{0,4000}(?:Traceback \(most recent call last\)|panic: |Uncaught )/,
      symptom: '`CrashLoopBackOff`, and an exception in the app’s log',
      cause: 'The app ended with an error of its own as it started.',
      cure: 'Mend that error: the last lines of its log name it and the place in the code.'
    },
    {
      id: 'command-missing',
      headline: 'the container does not start',
      pattern:
        /CrashLoopBackOff[\s\S]{0,4000}exit code:? 127|exec: "?\S{1,200}"?: (?:executable file )?not found|exec \S{1,200}: no such file or directory/i,
      symptom: '`CrashLoopBackOff … exit code 127`, `exec: "gunicorn": executable file not found in $PATH`',
      cause: 'The command that starts the container is not in the image.',
      cure: 'Check the first word after CMD or ENTRYPOINT, and that the Dockerfile installs that program.'
    },
    {
      id: 'command-done',
      headline: 'the container does not start',
      pattern: /CrashLoopBackOff[\s\S]{0,4000}exit code:? 0(?!\d)|reason:? "?Completed/i,
      symptom: '`CrashLoopBackOff … exit code 0`, `Reason: Completed`',
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
      symptom: '`Readiness probe failed: … connection refused`',
      cause:
        'Nothing listens on the port that the platform asks. A line of the app’s log such as “listening on 3000” means that the port is fixed in the code.',
      cure: 'Listen on `$PORT` and on 0.0.0.0, not on localhost; or name the port in `ports`.'
    },
    {
      id: 'health-path',
      headline: 'the app does not answer its health check',
      pattern:
        /(?:readiness|liveness|startup) probe failed|(?:\S{0,100}\d)?\/healthz[\s"':](?!answers with 40[13])[^\n]{0,200}(?:40\d|50\d|failed|timed? ?out|refused)|(?:failed|timed? ?out|refused)[^\n]{0,200}[\s"']\/healthz|health ?checks? failed|failed health ?checks?/i,
      symptom: '`Readiness probe failed: HTTP probe failed with statuscode: 404`',
      cause:
        'The app must answer its health path with 2xx, also while it is busy, and the platform asks `/healthz` unless told otherwise.',
      cure: 'Answer it there. An app that serves `/health` fails: set `health-path: /health`.'
    },
    {
      id: 'no-post',
      headline: 'the app does not answer `POST /`',
      pattern:
        /Cannot POST \/(?=\s|$)|POST \/[\s"]{1,3}[^\n]{0,100}40[45]|40[45][^\n]{0,100}POST \/(?=\s|$)|upstream connect error|dial tcp \S{1,200}:(?!443:)\d{1,5}: (?:connect: connection refused|i\/o timeout)/m,
      symptom: '`Cannot POST /`, `"POST / HTTP/1.1" 405`, `dial tcp 10.1.2.3:80: connect: connection refused`',
      cause: 'The container does not answer `POST /` on the port that the platform asks.',
      cure: SERVE
    },
    {
      id: 'name-of-app',
      pattern:
        /(?:ENOTFOUND|EAI_AGAIN) \S{1,300}\.ignite\.\S{1,200}|(?:no such host|could not resolve host)[^\n]{0,300}\.ignite\.\S{1,200}|lookup \S{1,300}\.ignite\.\S{1,200}/i,
      symptom: '`getaddrinfo ENOTFOUND hello-acme.ignite.dodil.cloud`',
      cause: 'The name of a new app can take a couple of minutes to resolve.',
      cure: 'Run the job again a few minutes later.'
    }
  ],
  { isOfPlatform: true }
)
