import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import type { Workspace } from '../../support/deploying.ts'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

const HANDLER = 'def handler(payload, ctx):\n    return {}\n'
const DOCKERFILE = 'FROM python:3.12-slim\nUSER 65534\n'

function nested(workspace: Workspace): void {
  mkdirSync(path.join(workspace.path, 'services'))
  cpSync(path.join(workspace.path, 'greeter'), path.join(workspace.path, 'services/greeter'), { recursive: true })
}

function inWorkspace(...command: readonly [string, ...string[]]): (workspace: Workspace) => void {
  const [name, ...args] = command
  return (workspace) => void execFileSync(name, args, { cwd: workspace.path })
}

failEach('source', [
  { what: 'an empty directory', inputs: { code: 'empty' }, prepare: inWorkspace('mkdir', 'empty') },
  { what: 'a directory that holds nothing but secrets', inputs: { code: 'only' }, files: { 'only/.env': 'A=1' } },
  { what: 'a directory outside of the checkout', inputs: { code: '..' } },
  { what: 'the directory above the apps', inputs: { code: 'services' }, prepare: nested },
  { what: 'the same, with a runtime', inputs: { code: 'services', runtime: 'python' }, prepare: nested },
  {
    what: 'an archive of the directory above the app',
    inputs: { code: 'app.tgz', runtime: 'python' },
    prepare: inWorkspace('tar', '-czf', 'app.tgz', 'greeter')
  },
  { what: 'an archive of an archive’s name alone', inputs: { code: 'app.zip' }, files: { 'app.zip': 'no zip' } },
  {
    what: 'an archive that was cut off',
    inputs: { code: 'app.tgz', runtime: 'python' },
    prepare: inWorkspace('sh', '-c', 'tar -cz -C greeter . | head -c 300 > app.tgz')
  },
  {
    what: 'an archive of a kind that is not taken',
    inputs: { code: 'app.tar' },
    prepare: inWorkspace('tar', '-cf', 'app.tar', 'greeter')
  },
  { what: 'code of no runtime', inputs: { code: 'docs' }, files: { 'docs/index.md': '# Docs' } },
  {
    what: 'code of two runtimes',
    inputs: { code: 'both' },
    files: { 'both/handler.py': HANDLER, 'both/main.ts': 'export {}' }
  },
  {
    what: 'a Dockerfile that no input names',
    inputs: { code: 'web' },
    files: { 'web/Dockerfile': DOCKERFILE, 'web/server.js': '' }
  },
  {
    what: 'a Dockerfile that lies elsewhere',
    inputs: { code: 'web', 'dockerfile-path': 'docker/Dockerfile' },
    files: { 'web/Dockerfile': DOCKERFILE }
  },
  {
    what: 'Python code that begins with main.py',
    inputs: { code: 'app', runtime: 'python' },
    files: { 'app/main.py': HANDLER }
  },
  { what: 'Python code as Go', inputs: { code: 'greeter', runtime: 'go' } },
  {
    what: 'a symlink that leads out',
    inputs: { code: 'greeter' },
    prepare: (workspace) => symlinkSync('/usr/bin', path.join(workspace.path, 'greeter/tools'))
  },
  { what: 'a FIFO', prepare: inWorkspace('mkfifo', 'greeter/pipe') },
  { what: 'a single file that is likely to hold secrets', inputs: { code: '.env' }, files: { '.env': 'A=1' } },
  { what: 'a credential of this run in a file', files: { 'greeter/settings.py': 'SECRET = "emulator-secret"\n' } },
  { what: 'a schema’s file that is missing', inputs: { 'input-schema': 'schema.json' } },
  {
    what: 'a schema that is no JSON',
    inputs: { 'input-schema': 'schema.json' },
    files: { 'schema.json': '{"type": "object",}' }
  },
  {
    what: 'Python code that is an LFS pointer',
    files: { 'greeter/handler.py': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' },
    inputs: { 'test-payload': '{}' }
  },
  {
    what: 'a repository that the platform cannot clone',
    inputs: { code: '', 'git-url': 'https://github.com/acme/gone', 'git-ref': 'main' }
  },
  {
    what: 'a package that is over the size limit',
    inputs: { code: 'greeter' },
    prepare: inWorkspace('sh', '-c', 'head -c 4500000 /dev/urandom > greeter/model.bin'),
    ...refusing('SaveDraft', status.RESOURCE_EXHAUSTED, 'received message larger than max (4500999 vs. 4194304)')
  }
])
