export const TRACEBACK = 'Traceback (most recent call last):'

const FRAME = /^ {2}File "([^"\n]{1,1000})", line (\d{1,7})/
/** Of Python itself, of packages, and of what is no file. */
const FOREIGN = /^<|[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib[\\/]python\d/

/** What the platform calls; the runtime wants a file of this name at the root of the code. */
const ENTRY = /^(.*[\\/])?handler\.py$/

/** A frame of a Python traceback. */
type Frame = {
  /** The line of the traceback that it begins with, from 0. */
  readonly at: number
  /** Without its directories. */
  readonly name: string
  /** In that file, as it is written. */
  readonly line: string
  /** False where the path tells that it is Python's own, a package's, or the platform's. */
  readonly isOwn: boolean
}

type WrittenFrame = Omit<Frame, 'isOwn'> & { readonly file: string }

/** The frames, from the outermost to the one that raised. */
export function framesOf(lines: readonly string[]): readonly Frame[] {
  const written = lines.flatMap((text, at): readonly WrittenFrame[] => {
    const [, file, line = ''] = FRAME.exec(text) ?? []
    return file === undefined ? [] : [{ at, name: baseName(file), line, file }]
  })
  const root = rootOf(written)
  return written.map(({ file, ...frame }) => ({ ...frame, isOwn: !FOREIGN.test(file) && isBelow(file, root) }))
}

/** Where the code lies, as the traceback tells; undefined where the handler is not in it. */
function rootOf(frames: readonly WrittenFrame[]): string | undefined {
  const roots = frames.flatMap(({ file }) => (FOREIGN.test(file) ? [] : rootOfEntry(file)))
  // The platform may have a handler.py of its own, which calls the user's; and the user another one, further down.
  const last = roots.at(-1)
  return roots.filter((root) => last?.startsWith(root)).toSorted((a, b) => a.length - b.length)[0]
}

function rootOfEntry(file: string): readonly string[] {
  const entry = ENTRY.exec(file)
  return entry ? [entry[1] ?? ''] : []
}

function isBelow(file: string, root: string | undefined): boolean {
  if (root === undefined) return true
  return root === '' ? !/^(?:[\\/]|[A-Za-z]:)/.test(file) : file.startsWith(root)
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? ''
}
