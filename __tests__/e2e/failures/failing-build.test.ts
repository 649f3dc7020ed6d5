import { cpSync } from 'node:fs'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { ROOT, type Workspace } from '../../support/deploying.ts'
import type { FailureRow } from './support/failure-row.ts'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

const BASE = 'FROM python:3.12-slim\nWORKDIR /app\n'
const SERVE = 'COPY server.py .\nUSER 65534\nCMD ["python3", "server.py"]\n'

/** An image whose Dockerfile has these lines of its own. */
function image(what: string, lines: string, more: Omit<FailureRow, 'what' | 'prepare'> = {}): FailureRow {
  return {
    what,
    ...more,
    inputs: { code: 'web', 'dockerfile-path': 'Dockerfile', ...(more.inputs as object) },
    files: { ...more.files, 'web/Dockerfile': `${BASE}${lines}${SERVE}` },
    prepare: withServer
  }
}

function withServer(workspace: Workspace): void {
  cpSync(path.join(ROOT, 'examples/web/server.py'), path.join(workspace.path, 'web/server.py'))
}

/** A crate or a Go module whose compile says this. */
function compile(what: string, file: string, log: string, error: string): FailureRow {
  return {
    what,
    inputs: { code: 'app' },
    files: { [`app/${file}`]: '', [file === 'go.mod' ? 'app/main.go' : 'app/src/main.rs']: '' },
    compile: { log, error }
  }
}

const CARGO = 'cargo build ended with exit code 101'
const GO = 'go build ended with exit code 1'

failEach('build', [
  compile(
    'a Rust name that is not there',
    'Cargo.toml',
    `error[E0425]: cannot find value \`nowhere\` in this scope
  --> src/main.rs:15:8
   |
15 |     Ok(nowhere)
   |        ^^^^^^^ not found in this scope

error: could not compile \`app\` (bin "app") due to 1 previous error
`,
    CARGO
  ),
  compile(
    'a crate that Cargo.toml does not name',
    'Cargo.toml',
    `error[E0432]: unresolved import \`rand\`
 --> src/main.rs:1:5
  |
1 | use rand::Rng;
  |     ^^^^ use of unresolved module or unlinked crate \`rand\`
`,
    CARGO
  ),
  compile(
    'a crate that there is not',
    'Cargo.toml',
    'error: no matching package named `serd` found\nlocation searched: crates.io index\nrequired by package `app v0.1.0 (/code)`\n',
    CARGO
  ),
  compile(
    'a target that the compiler lacks',
    'Cargo.toml',
    "error[E0463]: can't find crate for `std`\n  |\n  = note: the `wasm32-wasip2` target may not be installed\n",
    CARGO
  ),
  compile(
    'a lock file that is behind',
    'Cargo.toml',
    'error: the lock file /code/Cargo.lock needs to be updated but --locked was passed to prevent this\n',
    CARGO
  ),
  compile('a Go name that is not there', 'go.mod', '# example.com/app\n./main.go:33:16: undefined: nowhere\n', GO),
  compile(
    'a Go module that go.mod does not name',
    'go.mod',
    'main.go:5:2: no required module provides package github.com/google/uuid; to add it:\n\tgo get github.com/google/uuid\n',
    GO
  ),
  compile(
    'a go.sum that is behind',
    'go.mod',
    'main.go:5:2: missing go.sum entry for module providing package github.com/google/uuid; to add:\n\tgo get app\n',
    GO
  ),
  compile(
    'Go code without main',
    'go.mod',
    '# example.com/app\nruntime.main_main·f: function main is undeclared in the main package\n',
    GO
  ),
  image('a command of a Dockerfile that fails', 'RUN echo "no space for it"; exit 3\n'),
  image('a script of a Dockerfile that raises', 'RUN python3 -c "import json; json.loads(chr(39))"\n'),
  image('a COPY of a file that is not in the repository', 'COPY package.json .\n'),
  image('a COPY of a file that .dockerignore leaves out', 'COPY settings.json .\n', {
    files: { 'web/settings.json': '{}', 'web/.dockerignore': 'settings.json\n' }
  }),
  image('a COPY of a file that is left out by default', 'COPY .env .\n', { files: { 'web/.env': 'A=1\n' } }),
  image('a COPY of a file of another directory', 'COPY prices.txt .\n', { files: { 'web/data/prices.txt': '1\n' } }),
  image('a word that is no instruction of a Dockerfile', 'INSTALL curl\n'),
  image('buildpacks where a Dockerfile lies', '', { inputs: { 'dockerfile-path': '', builder: 'buildpacks' } }),
  image('a build service that is switched off', '', {
    inputs: { builder: 'build-service' },
    ...refusing('BuildService/CreateBuild', status.UNIMPLEMENTED, 'unknown service ignite.v1.BuildService')
  }),
  image('a build argument that is refused', '', {
    inputs: { 'build-args': 'TOKEN=1' },
    ...refusing('SaveDraft', status.INVALID_ARGUMENT, 'build_args are not allowed: rejected')
  })
])
