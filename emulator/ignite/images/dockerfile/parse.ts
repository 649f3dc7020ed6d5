const KEYWORDS = [
  'FROM',
  'ARG',
  'ENV',
  'WORKDIR',
  'COPY',
  'ADD',
  'RUN',
  'EXPOSE',
  'USER',
  'CMD',
  'ENTRYPOINT',
  'LABEL',
  'VOLUME',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'SHELL',
  'ONBUILD',
  'MAINTAINER'
] as const
export type Keyword = (typeof KEYWORDS)[number]

export type Instruction = {
  /** Of its first line, from 1. */
  readonly line: number
  readonly keyword: Keyword
  /** `--from=build` as `{ from: 'build' }`. */
  readonly flags: Readonly<Record<string, string>>
  /** What follows the flags, its lines joined. */
  readonly rest: string
}

/** The Dockerfile cannot be read; the message is the builder's. */
export class DockerfileError extends Error {
  constructor(line: number, message: string) {
    super(`dockerfile parse error line ${line}: ${message}`)
    this.name = new.target.name
  }
}

/** The instructions of a Dockerfile in their order. Throws DockerfileError. */
export function parseDockerfile(text: string): readonly Instruction[] {
  const instructions = logicalLines(text).map(instructionOf)
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (first?.keyword !== 'FROM') {
    throw new DockerfileError(first?.line ?? 1, 'no build stage in current context')
  }
  return instructions
}

type Line = { readonly line: number; readonly text: string }

function logicalLines(text: string): readonly Line[] {
  const goesOn = escapeOf(text) === '`' ? /`[ \t]*$/ : /\\[ \t]*$/
  const found: Line[] = []
  let open: Line | undefined
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    // Comments and empty lines do not end an instruction that goes on.
    if (raw.trim() === '' || raw.trimStart().startsWith('#')) continue
    const joined: Line = { line: open?.line ?? index + 1, text: (open?.text ?? '') + raw.replace(goesOn, '') }
    open = goesOn.test(raw) ? joined : undefined
    if (!open) found.push(joined)
  }
  return open ? [...found, open] : found
}

/** The directive stands before anything else. */
function escapeOf(text: string): string {
  const directives = /^(?:#[ \t]*\w+[ \t]*=.*\r?\n)*/.exec(text)?.[0] ?? ''
  return /^#[ \t]*escape[ \t]*=[ \t]*(\S)/im.exec(directives)?.[1] ?? '\\'
}

function instructionOf({ line, text }: Line): Instruction {
  const [, word = '', tail = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  const keyword = KEYWORDS.find((known) => known === word.toUpperCase())
  if (!keyword) throw new DockerfileError(line, `unknown instruction: ${word}`)
  const { flags, rest } = splitFlags(tail.trim())
  if (rest === '') throw new DockerfileError(line, `${keyword} requires at least one argument`)
  if (['RUN', 'COPY', 'ADD'].includes(keyword) && /(?:^|\s)<<-?["']?[A-Za-z_]/.test(rest)) {
    throw new DockerfileError(line, 'this emulator reads no here-documents')
  }
  return { line, keyword, flags, rest }
}

function splitFlags(text: string): Pick<Instruction, 'flags' | 'rest'> {
  const flags: Record<string, string> = {}
  let rest = text
  for (let match = /^--([a-z]+)(?:=(\S+))?\s*/.exec(rest); match; match = /^--([a-z]+)(?:=(\S+))?\s*/.exec(rest)) {
    flags[match[1] ?? ''] = match[2] ?? ''
    rest = rest.slice(match[0].length)
  }
  return { flags, rest }
}
