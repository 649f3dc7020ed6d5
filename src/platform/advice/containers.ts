import { chapter } from './advice-row.ts'

const SERVE = 'Serve `POST /` on `$PORT`, or name the ports that it serves in `ports`.'

/** What is said of a container that does not start, or does not answer. */
export const CONTAINERS = chapter(
  'Containers',
  [
    {
      id: 'user-without-number',
      pattern: /cannot verify user is non-root|non-numeric user/i,
      symptom: '`image has non-numeric user (app), cannot verify user is non-root`',
      cause: 'The image names its user, and the platform must see that it is not root.',
      cure: 'Write the number in the Dockerfile, for example `USER 65534`.'
    },
    {
      id: 'root-user',
      pattern: /runAsNonRoot|image will run as root|CreateContainerConfigError/,
      symptom: '`container has runAsNonRoot and image will run as root`, `CreateContainerConfigError`',
      cause: 'The platform runs no container as root.',
      cure: 'End the Dockerfile with a numeric user, for example `USER 65534`.'
    },
    {
      id: 'other-processor',
      pattern: /exec format error/i,
      symptom: '`exec format error`',
      cause: 'The image was built for another processor.',
      cure: 'Build it for linux/amd64: with `docker build --platform linux/amd64`, or here with `platform: linux/amd64`.'
    },
    {
      id: 'memory',
      pattern: /OOMKilled|JavaScript heap out of memory/,
      symptom: '`OOMKilled`',
      cause: 'The app needed more memory than its tier has.',
      cure: 'Set a larger `tier`, or let the app hold less at once.'
    },
    {
      id: 'listen',
      pattern: /EADDRINUSE|address already in use|(?:listen|bind)(?: |: )[^\n]{0,200}(?:EACCES|permission denied)/i,
      symptom: '`listen EADDRINUSE: address already in use`, `listen tcp :80: bind: permission denied`',
      cause: 'The port is fixed in the code, and it is taken or is not for this user.',
      cure: 'Listen on `$PORT`, and end the Dockerfile with `USER 65534`.'
    },
    {
      id: 'own-error',
      pattern:
        /(?:Traceback \(most recent call last\)|panic: |Uncaught )[\s\S]{0,4000}CrashLoopBackOff|CrashLoopBackOff[\s\S]{0,4000}(?:Traceback \(most recent call last\)|panic: |Uncaught )/,
      symptom: '`CrashLoopBackOff`, and an exception in the app’s log',
      cause: 'The app ended with an error of its own as it started.',
      cure: 'Mend that error: the last lines of its log name it and the place in the code.'
    },
    {
      id: 'command-missing',
      pattern:
        /CrashLoopBackOff[\s\S]{0,4000}exit code:? 127|exec: "?\S{1,200}"?: (?:executable file )?not found|exec \S{1,200}: no such file or directory/i,
      symptom: '`CrashLoopBackOff … exit code 127`, `exec: "gunicorn": executable file not found in $PATH`',
      cause: 'The command that starts the container is not in the image.',
      cure: 'Check the first word after CMD or ENTRYPOINT, and that the Dockerfile installs that program.'
    },
    {
      id: 'crash-loop',
      pattern: /CrashLoopBackOff/,
      symptom: '`CrashLoopBackOff`',
      cause: 'The container ends as it starts. Most often the port is fixed in the code, or the user is root.',
      cure: 'Listen on `$PORT`, and end the Dockerfile with `USER 65534`.'
    },
    {
      id: 'probe-refused',
      pattern: /(?:readiness|liveness|startup) probe failed[^\n]{0,300}(?:connection refused|nothing listens)/i,
      symptom: '`Readiness probe failed: … connection refused`',
      cause:
        'Nothing listens on the port that the platform asks. A log that says “listening on 3000” tells of a port that is fixed in the code.',
      cure: 'Listen on `$PORT` and on 0.0.0.0, not on localhost; or name the port in `ports`.'
    },
    {
      id: 'health-path',
      pattern:
        /(?:readiness|liveness|startup) probe failed|(?:\S{0,100}\d)?\/healthz[\s"':][^\n]{0,200}(?:40\d|50\d|failed|timed? ?out|refused)|(?:failed|timed? ?out|refused)[^\n]{0,200}[\s"']\/healthz|health ?checks? failed|failed health ?checks?/i,
      symptom: '`Readiness probe failed: HTTP probe failed with statuscode: 404`',
      cause:
        'The app must answer its health path with 2xx, also while it is busy, and the platform asks `/healthz` unless told otherwise.',
      cure: 'Answer it there. An app that serves `/health` fails: set `health-path: /health`.'
    },
    {
      id: 'no-post',
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
