import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KnownRepository } from '../../../emulator/ignite/images/git.ts'
import type { KnownImage } from '../../../emulator/ignite/images/image-registry.ts'
import { ROOT, Workspace } from '../../support/deploying.ts'

export const GIT_OWNER = { username: 'octocat', token: 'github-pat-of-octocat' }
export const REGISTRY_OWNER = { username: 'octocat', password: 'read-packages-of-octocat' }

export const OWN_REPOSITORY = 'https://github.com/octo-org/octo-app'
export const PRIVATE_REPOSITORY = 'https://github.com/acme/private.git'

export const PUBLIC_IMAGE = 'ghcr.io/acme/web:1'
export const PINNED_IMAGE = `ghcr.io/acme/web@sha256:${'0123456789abcdef'.repeat(4)}`
export const PRIVATE_IMAGE = `ghcr.io/acme/private@sha256:${'fedcba9876543210'.repeat(4)}`

/** More than a request may hold, since random bytes cannot be deflated. */
export const LARGE_BYTES = 4_500_000

/** What people zip with. */
const PACK = `
import shutil
for form in "zip", "gztar":
    shutil.make_archive("greeter", form, "greeter")
    shutil.make_archive("web", form, "web")
`

/** A checkout with a source of every kind, and a repository whose newest commit is version two. */
export class SourceTrees implements Disposable {
  readonly workspace = new Workspace()
  readonly images: readonly KnownImage[]
  readonly repositories: readonly KnownRepository[]
  /** The commit before the newest, which is version one. */
  readonly commit: string
  readonly #repository = mkdtempSync(path.join(tmpdir(), 'ignite-repository-'))

  constructor() {
    const directory = this.#copy('web')
    this.#copy('buildpacks-web')
    mkdirSync(path.join(this.workspace.path, 'solo'))
    this.workspace.write('solo/handler.py', 'def handler(payload, ctx):\n    return {"version": "solo"}\n')
    this.workspace.write('schema.json', '{"type": "object", "title": "output"}')
    execFileSync('python3', ['-c', PACK], { cwd: this.workspace.path })
    this.#makeVariants(directory)
    this.images = [
      { ref: PUBLIC_IMAGE, directory },
      { ref: PINNED_IMAGE, directory },
      { ref: PRIVATE_IMAGE, directory, private: REGISTRY_OWNER }
    ]
    this.repositories = [
      { url: OWN_REPOSITORY, directory: this.#repository },
      { url: PRIVATE_REPOSITORY, directory: this.#repository, private: GIT_OWNER }
    ]
    this.commit = this.#makeRepository()
  }

  /** A file of the workspace as the journal would show it. */
  bytesOf(file: string): { readonly bytes: number; readonly sha256: string } {
    const bytes = readFileSync(path.join(this.workspace.path, file))
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }

  [Symbol.dispose](): void {
    this.workspace[Symbol.dispose]()
    rmSync(this.#repository, { recursive: true, force: true })
  }

  #copy(example: string): string {
    const to = path.join(this.workspace.path, example)
    cpSync(path.join(ROOT, 'examples', example), to, { recursive: true })
    return to
  }

  /** `nested` has its Dockerfile in a directory; `large` is over the inline limit, also as an archive. */
  #makeVariants(web: string): void {
    const [nested, large] = ['nested', 'large'].map((name) => path.join(this.workspace.path, name)) as [string, string]
    cpSync(web, nested, { recursive: true })
    mkdirSync(path.join(nested, 'docker'))
    execFileSync('mv', [path.join(nested, 'Dockerfile'), path.join(nested, 'docker/app.Dockerfile')])
    cpSync(web, large, { recursive: true })
    writeFileSync(path.join(large, 'model.bin'), randomBytes(LARGE_BYTES))
    execFileSync('python3', ['-c', 'import shutil; shutil.make_archive("large", "zip", "large")'], {
      cwd: this.workspace.path
    })
  }

  #makeRepository(): string {
    const at = this.#repository
    const git = (...args: readonly string[]) => {
      const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
      return execFileSync('git', ['-C', at, ...who, ...args], { encoding: 'utf8' }).trim()
    }
    git('init', '--quiet', '--initial-branch=main')
    cpSync(path.join(this.workspace.path, 'web'), at, { recursive: true })
    cpSync(path.join(this.workspace.path, 'buildpacks-web'), path.join(at, 'services/web'), { recursive: true })
    cpSync(path.join(this.workspace.path, 'web'), path.join(at, 'apps/web'), { recursive: true })
    cpSync(path.join(at, 'Dockerfile'), path.join(at, 'docker/web.Dockerfile'))
    writeFileSync(path.join(at, 'Procfile'), 'web: python3 server.py\n')
    git('add', '.')
    git('commit', '--quiet', '-m', 'one')
    const commit = git('rev-parse', 'HEAD')
    const server = path.join(at, 'server.py')
    writeFileSync(server, readFileSync(server, 'utf8').replace('VERSION = "one"', 'VERSION = "two"'))
    git('commit', '--quiet', '--all', '-m', 'two')
    return commit
  }
}
