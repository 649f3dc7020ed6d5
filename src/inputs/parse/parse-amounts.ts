import type { ParsedValue, Refused } from './parse-values.ts'

/** What a uint32 holds; the platform's own limits are its to say. */
const MOST = 4_294_967_295

type Unit = {
  /** What is counted: ` of megabytes`. */
  readonly of: string
  /** Fewer are none that an app runs with: somebody meant the larger unit. */
  readonly least: number
  readonly larger: { readonly name: string; readonly size: number }
  /** How else people write amounts: each suffix with its size, in lower case. */
  readonly suffixes: Readonly<Record<string, number>>
}

const MEGABYTES: Unit = {
  of: ' of megabytes',
  least: 16,
  larger: { name: 'GB', size: 1024 },
  suffixes: { m: 1, mb: 1, mi: 1, mib: 1, g: 1024, gb: 1024, gi: 1024, gib: 1024 }
}
const MILLICORES: Unit = {
  of: ' of thousandths of a CPU',
  least: 10,
  larger: { name: 'CPU', size: 1000 },
  suffixes: { m: 1, '': 1000 }
}
const SECONDS: Unit = {
  of: ' of seconds',
  least: 0,
  larger: { name: 'min', size: 60 },
  suffixes: { s: 1, m: 60, min: 60, h: 3600, d: 86_400 }
}
const THINGS: Unit = { of: '', least: 0, larger: { name: '', size: 1 }, suffixes: {} }

export const parseMegabytes = (text: string) => parseAmount(text, MEGABYTES)
export const parseMillicores = (text: string) => parseAmount(text, MILLICORES)
export const parseSeconds = (text: string) => parseAmount(text, SECONDS)
export const parseCount = (text: string) => parseAmount(text, THINGS)

/** Digits alone, as the platform counts; 0 is: as the platform has it. Of another unit it is said how to write it. */
function parseAmount(text: string, unit: Unit): ParsedValue<number> {
  if (!/^[0-9]{1,15}$/.test(text)) return otherUnit(text, unit)
  const value = Number(text)
  if (value > MOST) return { problem: 'is more than the platform can be told', fix: `Write ${MOST} at most.` }
  if (value === 0 || value >= unit.least) return { value }
  const { name, size } = unit.larger
  return {
    problem: `is a number${unit.of}, and no app runs with so few`,
    fix: `Write ${value * size} for ${value} ${name}, or 0 to leave it to the platform.`
  }
}

function otherUnit(text: string, { of, suffixes }: Unit): Refused {
  const [, number = '', suffix = ''] = /^([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([a-z]*)$/i.exec(text) ?? []
  const amount = Math.round(Number(number) * (suffixes[suffix.toLowerCase()] ?? 0))
  const isKnown = amount > 0 && amount <= MOST
  return {
    problem: `is not a whole number${of}`,
    fix: isKnown ? `Write ${amount}.` : 'Write it in digits; 0 leaves it to the platform.'
  }
}
