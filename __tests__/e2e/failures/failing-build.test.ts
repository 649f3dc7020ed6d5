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
function compile(
  what: string,
  file: string,
  log: string,
  { error, files }: { readonly error: string; readonly files?: Readonly<Record<string, string>> }
): FailureRow {
  return {
    what,
    inputs: { code: 'app' },
    files: { [`app/${file}`]: '', [file === 'go.mod' ? 'app/main.go' : 'app/src/main.rs']: '', ...files },
    compile: { log, error }
  }
}

const CARGO = { error: 'cargo build ended with exit code 101' }
const GO = { error: 'go build ended with exit code 1' }
const WITH_RAND = { 'app/Cargo.toml': '[package]\nname = "app"\n\n[dependencies]\nrand = "0.9"\n' }
const WITH_UUID = { 'app/go.mod': 'module example.com/app\n\nrequire github.com/google/uuid v1.6.0\n' }

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
    '    Updating crates.io index\nerror: no matching package named `serd` found\nlocation searched: crates.io index\nrequired by package `app v0.1.0 (/code)`\n',
    CARGO
  ),
  compile(
    'a crate whose name is misspelt in the code',
    'Cargo.toml',
    `error[E0432]: unresolved import \`rnad\`
 --> src/main.rs:1:5
  |
1 | use rnad::Rng;
  |     ^^^^ use of unresolved module or unlinked crate \`rnad\`
`,
    { ...CARGO, files: WITH_RAND }
  ),
  compile(
    'a module of one’s own that is not declared',
    'Cargo.toml',
    `error[E0432]: unresolved import \`prices\`
 --> src/main.rs:1:5
  |
1 | use prices::list;
  |     ^^^^^^ use of unresolved module or unlinked crate \`prices\`
`,
    { ...CARGO, files: { 'app/src/prices.rs': '' } }
  ),
  compile(
    'a version of a crate that there is not',
    'Cargo.toml',
    '    Updating crates.io index\nerror: failed to select a version for the requirement `serde = "^9"`\ncandidate versions found which didn\'t match: 1.0.228\nlocation searched: crates.io index\n',
    CARGO
  ),
  compile(
    'a crate that wants a newer compiler',
    'Cargo.toml',
    '    Updating crates.io index\nerror: rustc 1.85.0 is not supported by the following packages:\n  clap@4.6.0 requires rustc 1.88\n',
    CARGO
  ),
  compile(
    'a Cargo.toml that names nothing to build',
    'Cargo.toml',
    'error: failed to parse manifest at `/code/Cargo.toml`\n\nCaused by:\n  no targets specified in the manifest\n  either src/lib.rs, src/main.rs, a [lib] section, or [[bin]] section must be present\n',
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
    'a Go module whose name is misspelt in the code',
    'go.mod',
    'main.go:5:2: no required module provides package github.com/gogle/uuid; to add it:\n\tgo get github.com/gogle/uuid\n',
    { ...GO, files: WITH_UUID }
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
  image(
    'an npm install of a Dockerfile that fails',
    'RUN echo "npm error code E404"; echo "npm error 404 Not Found - GET registry/expres - Not found"; echo "npm error A complete log of this run can be found in: /root/x.log"; exit 1\n'
  ),
  image('a command of a Dockerfile that fails without a word', 'RUN exit 3\n'),
  image('a script of a Dockerfile that raises', 'RUN python3 -c "import json; json.loads(chr(39))"\n'),
  image('a COPY of a file that is not in the repository', 'COPY package.json .\n'),
  image('a COPY of a file that .dockerignore leaves out', 'COPY settings.json .\n', {
    files: { 'web/settings.json': '{}', 'web/.dockerignore': 'settings.json\n' }
  }),
  image('a COPY of a file that is left out by default', 'COPY .env .\n', { files: { 'web/.env': 'A=1\n' } }),
  image('a COPY of a file of another directory', 'COPY prices.txt .\n', { files: { 'web/data/prices.txt': '1\n' } }),
  image('a COPY of a file whose name is misspelt', 'COPY requirments.txt .\n', {
    files: { 'web/requirements.txt': '' }
  }),
  image('a COPY of what is installed on the machine of its author', 'COPY node_modules .\n', {
    files: { 'web/node_modules/x/index.js': '' }
  }),
  image('a word that is no instruction of a Dockerfile', 'INSTALL curl\n'),
  image('buildpacks where a Dockerfile lies', '', { inputs: { 'dockerfile-path': '', builder: 'buildpacks' } }),
  image('a build service that is switched off', '', {
    inputs: { builder: 'build-service' },
    ...refusing('BuildService/CreateBuild', status.UNIMPLEMENTED, 'unknown service ignite.v1.BuildService')
  }),
  image('a build argument that is refused', '', {
    inputs: { 'build-args': 'TOKEN=1' },
    ...refusing('SaveDraft', status.INVALID_ARGUMENT, 'build_args are not allowed: rejected')
  }),
  {
    what: 'a repository on a host that the platform does not reach',
    inputs: { code: '', 'git-url': 'https://git.acme.example/app', 'git-ref': 'main', 'dockerfile-path': 'Dockerfile' },
    ...refusing(
      'SaveDraft',
      status.FAILED_PRECONDITION,
      'error resolving source context: Get "https://git.acme.example/app": dial tcp 10.0.0.5:443: i/o timeout'
    )
  }
])
