import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT, Workspace } from '../../support/deploying.ts'

/** A checkout whose image is built as the test wants: `web` is examples/web, with more commands in its Dockerfile. */
export class ImageWorkspace extends Workspace {
  readonly #gate = path.join(this.path, 'gate')

  constructor() {
    super()
    cpSync(path.join(ROOT, 'examples/web'), path.join(this.path, 'web'), { recursive: true })
  }

  /** Runs a command while the image is built. */
  buildWith(command: string): void {
    const file = path.join(this.path, 'web/Dockerfile')
    writeFileSync(file, readFileSync(file, 'utf8').replace('USER', `RUN ${command}\nUSER`))
  }

  /** The build says `begun` and waits for `open()`. What it runs is a process of this machine, so it sees the file. */
  gate(): void {
    this.buildWith(`echo "be""gun"; while [ ! -e ${this.#gate} ]; do sleep 0.05; done; echo "ov""er"`)
  }

  open(): void {
    if (!existsSync(this.#gate)) writeFileSync(this.#gate, '')
  }

  makeVersion(version: string): void {
    const file = path.join(this.path, 'web/server.py')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/VERSION = ".*"/, `VERSION = "${version}"`))
  }
}
