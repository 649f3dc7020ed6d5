import { count } from '../../model/values/words.ts'

const TRACEBACK = 'Traceback (most recent call last):'
const FRAME = /^ {2}File "([^"\n]{1,1000})", line \d{1,7}/
/** What the platform calls; the runtime wants a file of this name. */
const ENTRY = 'handler.py'
/** Of Python itself, of packages, and of what is no file. */
const FOREIGN = /^<|[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib[\\/]python\d/

/** Whether a frame's file is the user's own, as far as its path tells. */
export function isOwnFile(file: string): boolean {
  return !FOREIGN.test(file)
}

/** Each traceback from the user's first frame on: what the platform did before it called the handler is one line. */
export function foldedTraceback(text: string): string {
  const [before = '', ...tracebacks] = text.split(`${TRACEBACK}\n`)
  return [before, ...tracebacks.map(folded)].join(`${TRACEBACK}\n`)
}

function folded(traceback: string): string {
  const lines = traceback.split('\n')
  const frames = lines.flatMap((line, at) => {
    const file = FRAME.exec(line)?.[1]
    return file === undefined ? [] : [{ at, file }]
  })
  const own = frames.find(({ file }) => baseName(file) === ENTRY) ?? frames.find(({ file }) => isOwnFile(file))
  const foreign = own === undefined ? 0 : frames.indexOf(own)
  if (own === undefined || foreign === 0) return traceback
  return [`  … ${count(foreign, 'frame')} of the platform`, ...lines.slice(own.at)].join('\n')
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? ''
}
