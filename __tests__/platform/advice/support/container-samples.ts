import type { Sample } from './samples.ts'

/** The kubelet, and servers of Node, Python and Go. */
export const CONTAINER_SAMPLES: Readonly<Record<string, Sample>> = {
  'user-without-number': {
    said: ['Error: container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root'],
    nearMisses: ['non-numeric username', 'cannot verify user', 'acme/non-numeric user']
  },
  'root-user': {
    said: ['container has runAsNonRoot and image will run as root', 'CreateContainerConfigError'],
    nearMisses: ['acme/createcontainerconfigerror', 'the image will run as root-less', 'runAsNonRootUser']
  },
  'other-processor': {
    said: [
      'exec /app/server: exec format error',
      'standard_init_linux.go:228: exec user process caused: exec format error'
    ],
    nearMisses: ['codec format error', 'docs/exec format error.md', 'exec format errors: 0']
  },
  memory: {
    said: [
      'Last State: Terminated, Reason: OOMKilled, Exit Code: 137',
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'
    ],
    nearMisses: ['app acme/oomkilled', 'OOMKilledTest passed', 'out of memory of our customers']
  },
  listen: {
    said: [
      'Error: listen EADDRINUSE: address already in use :::8080',
      'listen tcp :80: bind: permission denied',
      'OSError: [Errno 98] Address already in use'
    ],
    nearMisses: ['acme/address already in use', 'listening on :80', 'we listen: permission was granted']
  },
  'own-error': {
    said: [
      'pod app-7d: CrashLoopBackOff\n| Traceback (most recent call last):\n|   File "/app/server.py", line 3\n| KeyError: \'TOKEN\'',
      'panic: no TOKEN\n\ngoroutine 1 [running]:\nBack-off restarting: CrashLoopBackOff'
    ],
    nearMisses: [
      'pod app-7d: CrashLoopBackOff, last exit code 1',
      'Traceback (most recent call last):\nKeyError: 1',
      'do not panic: all is well'
    ]
  },
  'command-missing': {
    said: [
      'CrashLoopBackOff: the container ended with exit code 127',
      'OCI runtime create failed: exec: "gunicorn": executable file not found in $PATH: unknown'
    ],
    nearMisses: [
      'pod app-7d: CrashLoopBackOff, last exit code 1',
      'make ended with exit code 127',
      'exec: the price was not found'
    ]
  },
  'command-done': {
    said: [
      'CrashLoopBackOff: the container ended with exit code 0',
      'Last State: Terminated, Reason: Completed, Exit Code: 0'
    ],
    nearMisses: ['CrashLoopBackOff, last exit code 01', 'the job was completed with exit code 0', 'reason: Completeds']
  },
  'crash-loop': {
    said: ['pod app-7d: CrashLoopBackOff, last exit code 1'],
    nearMisses: ['app acme/crashloopbackoff', 'CrashLoopBackOffs: 0', 'images/CrashLoopBackOff']
  },
  'probe-refused': {
    said: [
      'Readiness probe failed: Get "http://10.2.9.133:4040/ready": dial tcp 10.2.9.133:4040: connect: connection refused',
      'Readiness probe failed: /healthz did not answer with 2xx within 30 s: nothing listens on $PORT'
    ],
    nearMisses: [
      'Readiness probe failed: HTTP probe failed with statuscode: 404',
      'redis: connection refused',
      'Readiness probe passed after connection refused'
    ]
  },
  'health-path': {
    said: [
      'Readiness probe failed: HTTP probe failed with statuscode: 404',
      'Liveness probe failed: Get "http://10.1.2.3:80/healthz": context deadline exceeded',
      'GET /healthz answered 404'
    ],
    nearMisses: [
      'http://a.b:80/healthz answers with 401: the platform does not let everybody in yet',
      '"GET /healthz HTTP/1.1" 200',
      'acme/healthz failed',
      'the probe of the well failed'
    ]
  },
  'no-post': {
    said: [
      'Cannot POST /',
      '10.0.0.1 - "POST / HTTP/1.1" 405 Method Not Allowed',
      'dial tcp 10.1.2.3:80: connect: connection refused'
    ],
    nearMisses: [
      '"POST / HTTP/1.1" 200',
      'dial tcp 140.82.112.3:443: connect: connection refused',
      'Cannot POST /orders'
    ]
  },
  'name-of-app': {
    said: [
      'getaddrinfo ENOTFOUND hello-acme.ignite.dodil.cloud',
      'lookup hello-acme.ignite.dodil.cloud on 10.0.0.10:53: no such host'
    ],
    nearMisses: [
      'getaddrinfo ENOTFOUND rpc.dodil.io',
      'getaddrinfo ENOTFOUND packages.example.org',
      'hello-acme.ignite.dodil.cloud answered'
    ]
  }
}
