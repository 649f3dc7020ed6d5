import { isMissed, type Result, short } from './result.ts'

/** A row for the terminal. */
export function printed({ id, what, figures, lack }: Result): string {
  const lines = figures.map((figure) => {
    const { of, unit, a, b, value, least, most, goal, pairs } = figure
    const sides = b === undefined ? `A ${short(a)} ${unit}` : `A ${short(a)}, B ${short(b)} ${unit}`
    const spread = pairs > 1 ? ` (${short(least)} to ${short(most)}, ${pairs} pairs)` : ''
    const verdict = isMissed(figure) ? 'MISSED' : 'met'
    return `    ${of === '' ? '' : `${of}: `}${sides}: ${short(value)}${spread}, goal ${goal}: ${verdict}`
  })
  return [`${id}  ${what}`, ...(lack === undefined ? lines : [`    not run: ${lack}`])].join('\n')
}
