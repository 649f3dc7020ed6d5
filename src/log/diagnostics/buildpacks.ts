import type { Diagnostic, Parser } from './diagnostic.ts'

const FAILED =
  /^ERROR: (No buildpack groups passed detection\.|failed to (?:analyze|detect|restore|build|export)\b(?!: (?:executing lifecycle|failed to solve)).*)$/
const MARK = /: (?<=ERROR: )/

/** Cloud Native Buildpacks: `[builder] ERROR: failed to build: exit status 1`. They name no file. */
export class BuildpacksParser implements Parser {
  readonly mark = MARK
  readonly isAmid = false

  line(text: string): Diagnostic | undefined {
    const [, message] = (text.startsWith('ERROR: ') && FAILED.exec(text)) || []
    return message ? { level: 'error', message, tool: 'buildpacks', place: undefined } : undefined
  }

  end(): undefined {}
}
