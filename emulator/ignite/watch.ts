import type { AppKey } from './model/model.ts'

/** Told of what happens to the apps, for whoever sits in front of the emulator. */
export type Watch = {
  /** An app has been asked at its public address. */
  answered(answered: Answered): void
  /** An app has printed a line. */
  printed(app: AppKey, line: string): void
}

export type Answered = {
  readonly app: AppKey
  readonly method: string
  /** The app's own path. */
  readonly path: string
  readonly code: number
  /** Empty where nothing failed. */
  readonly error: string
}
