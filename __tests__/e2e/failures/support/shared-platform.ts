import { type Emulator, type EmulatorOptions, startEmulator } from '../../../../emulator/start.ts'

export type Platform = Pick<Emulator, 'grpc' | 'tokenUrl' | 'mint'>

/** The platform of a file's rows, started by the first that needs it; a row with options has one of its own. */
export class SharedPlatform implements AsyncDisposable {
  readonly #started = new Map<EmulatorOptions, Promise<Emulator>>()
  readonly #shared: EmulatorOptions

  constructor(shared: EmulatorOptions = {}) {
    this.#shared = shared
  }

  of(own: EmulatorOptions = this.#shared): Promise<Emulator> {
    const started = this.#started.get(own) ?? startEmulator(own)
    this.#started.set(own, started)
    return started
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const emulator of this.#started.values()) await (await emulator).close()
  }
}
