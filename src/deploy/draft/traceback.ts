export const TRACEBACK = 'Traceback (most recent call last):'

const FRAME = /^ {2}File "([^"\n]{1,1000})", line (\d{1,7})/
/** Of Python itself, of packages, and of what is no file. */
const FOREIGN = /^<|[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib[\\/]python\d/

/** A frame of a Python traceback. */
type Frame = {
  /** The line of the traceback that it begins with, from 0. */
  readonly at: number
  /** Without its directories. */
  readonly name: string
  /** In that file, as it is written. */
  readonly line: string
  /** False where the path tells that it is Python's own, or a package's. */
  readonly isOwn: boolean
}

/** The frames, from the outermost to the one that raised. */
export function framesOf(lines: readonly string[]): readonly Frame[] {
  return lines.flatMap((text, at) => {
    const [, file, line = ''] = FRAME.exec(text) ?? []
    return file === undefined ? [] : [{ at, name: baseName(file), line, isOwn: !FOREIGN.test(file) }]
  })
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? ''
}
