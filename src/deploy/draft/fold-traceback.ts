import { count } from '../../model/values/words.ts'
import { framesOf, TRACEBACK } from './traceback.ts'

/** Each traceback from the user's first frame on: what the platform did before it called the handler is one line. */
export function foldedTraceback(text: string): string {
  const [before = '', ...tracebacks] = text.split(`${TRACEBACK}\n`)
  return [before, ...tracebacks.map(folded)].join(`${TRACEBACK}\n`)
}

function folded(traceback: string): string {
  const lines = traceback.split('\n')
  const frames = framesOf(lines)
  const own = frames.find(({ isOwn }) => isOwn)
  const foreign = own === undefined ? 0 : frames.indexOf(own)
  if (own === undefined || foreign === 0) return traceback
  return [`  … ${count(foreign, 'frame')} of the platform`, ...lines.slice(own.at)].join('\n')
}
