import { cpSync } from 'node:fs'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { ROOT, type Workspace } from '../../support/deploying.ts'
import type { FailureRow } from './support/failure-row.ts'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

const BASE = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY server.py .\n'
const NON_ROOT = 'USER 65534\n'
const SERVE = 'CMD ["python3", "server.py"]\n'
const PROBE =
  'Readiness probe failed: Get "http://10.2.9.133:80/healthz": dial tcp 10.2.9.133:80: connect: connection refused'

/** An image of these lines. */
function container(what: string, lines: string, edit: (text: string) => string = (text) => text): FailureRow {
  return {
    what,
    inputs: { code: 'web', 'dockerfile-path': 'Dockerfile', 'test-payload': '{}' },
    files: { 'web/Dockerfile': `${BASE}${lines}` },
    prepare: (workspace: Workspace) => {
      cpSync(path.join(ROOT, 'examples/web/server.py'), path.join(workspace.path, 'web/server.py'))
      workspace.edit('../web/server.py', edit)
    }
  }
}

function ready(
  what: string,
  reference: string,
  inputs: Readonly<Record<string, string>> = {},
  refused?: readonly [status, string]
): FailureRow {
  const row = { what, inputs: { code: '', 'image-ref': reference, 'test-payload': '{}', ...inputs } }
  return refused ? { ...row, ...refusing('SaveDraft', ...refused) } : row
}

/** What the platform says of a container as it publishes. */
function said(what: string, words: string): FailureRow {
  return {
    ...container(what, NON_ROOT + SERVE),
    inputs: { code: 'web', 'dockerfile-path': 'Dockerfile' },
    ...refusing('PublishDraft', status.FAILED_PRECONDITION, words)
  }
}

const directory = path.join(ROOT, 'examples/web')
const PRIVATE = 'ghcr.io/acme/private:1'

failEach(
  'container',
  [
    container('an image that runs as root', SERVE),
    container('an image whose user has a name', `USER app\n${SERVE}`),
    container('a container that ends', `${NON_ROOT}CMD ["python3", "-c", "raise SystemExit(1)"]\n`),
    container('a container whose command is done', `${NON_ROOT}CMD ["python3", "-c", "print('migrated')"]\n`),
    container(
      'a container that says why it ends',
      `${NON_ROOT}CMD ["python3", "-c", "print('no licence in /etc/licence'); raise SystemExit(1)"]\n`
    ),
    container('a server that raises as it starts', NON_ROOT + SERVE, (text) => `import flaskx\n${text}`),
    container('a server with a port of its own', `${NON_ROOT}CMD ["env", "PORT=1", "python3", "server.py"]\n`),
    container('a server that answers at another health path', NON_ROOT + SERVE, (text) =>
      // A probe that gives up in the middle of an answer is no part of the row.
      text
        .replace('"/healthz"', '"/health"')
        .replace('\nVERSION', '\nThreadingHTTPServer.handle_error = lambda *_: None\nVERSION')
    ),
    container('a command that is not in the image', `${NON_ROOT}CMD ["gunicorn", "server:app"]\n`),
    ready('a private image without its secret', PRIVATE),
    ready('an image that is not there', `ghcr.io/acme/missing@sha256:${'a'.repeat(64)}`),
    ready('a private image with credentials that are refused', PRIVATE, {
      'registry-server': 'ghcr.io',
      'registry-username': 'me',
      'registry-password': 'outdated-token'
    }),
    said('a port that nothing listens on', PROBE),
    said('a package that the image lacks', "CrashLoopBackOff: Error: Cannot find module 'express'"),
    said('a file that the image lacks', "CrashLoopBackOff: Error: Cannot find module '/app/server.js'"),
    ready('a registry that the platform does not reach', 'registry.acme.example/web:1', {}, [
      status.FAILED_PRECONDITION,
      'failed to pull image "registry.acme.example/web:1": dial tcp 10.0.0.5:443: i/o timeout'
    ]),
    said('too little memory', 'container "app" terminated. Reason: OOMKilled, Exit Code: 137'),
    said('an image for another processor', 'CrashLoopBackOff: exec /usr/local/bin/python3: exec format error'),
    said('an image that the platform built and cannot pull', 'Back-off pulling image: ImagePullBackOff'),
    said('a server that takes no POST', '"POST / HTTP/1.1" 405')
  ],
  {
    healthWaitSeconds: 1,
    images: [{ ref: PRIVATE, directory, private: { username: 'me', password: 'secret' } }]
  }
)
