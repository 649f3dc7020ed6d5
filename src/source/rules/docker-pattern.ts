import { posix } from 'node:path'

/** A pattern of a `.dockerignore` that docker would not understand either; the message ends a sentence. */
export class PatternFault extends Error {}

const SYNTAX = /[\^$\\.*+?()[\]{}|/]/g

/** Trims, resolves `.`, `..` and doubled slashes, and takes a slash off both ends, as docker does before matching. */
export function cleanPattern(pattern: string): string {
  const clean = posix.normalize(pattern)
  return clean === '/' ? clean : clean.replace(/^\//, '').replace(/\/$/, '')
}

/** The pattern that means one path and no other. */
export function literalPattern(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&')
}

/**
 * A regular expression for a cleaned pattern: Go's filepath.Match, and `**` for any number of directories. Throws
 * PatternFault.
 */
export function dockerRegExp(pattern: string): RegExp {
  let source = ''
  for (let at = 0; at < pattern.length; ) {
    const token = tokenAt(pattern, at)
    source += token.source
    at += token.length
  }
  return new RegExp(`^${source}$`, 'su')
}

type Token = { readonly source: string; readonly length: number }

function tokenAt(pattern: string, at: number): Token {
  const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0)
  if (character === '*') return starAt(pattern, at)
  if (character === '?') return { source: '[^/]', length: 1 }
  if (character === '[') return classAt(pattern, at)
  if (character === '\\') {
    const { value, length } = memberAt(pattern, at)
    return { source: literal(value), length }
  }
  return { source: literal(character), length: character.length }
}

/** docker reads `**.txt` at the start as "whatever ends with .txt", unless a further wildcard follows. */
function starAt(pattern: string, at: number): Token {
  if (pattern[at + 1] !== '*') return { source: '[^/]*', length: 1 }
  const length = pattern[at + 2] === '/' ? 3 : 2
  if (at + length === pattern.length) return { source: '.*', length }
  const isSuffix = at === 0 && length === 2 && !/[*?[\\\]]/.test(pattern.slice(2))
  return { source: isSuffix ? '.*' : '(?:.*/)?', length }
}

/** A negated class matches a slash as well: so it does in Go. */
function classAt(pattern: string, at: number): Token {
  const isNegated = pattern[at + 1] === '^'
  const first = at + (isNegated ? 2 : 1)
  let members = ''
  let next = first
  while (pattern[next] !== ']' || next === first) {
    const low = classMemberAt(pattern, next)
    next += low.length
    members += classLiteral(low.value)
    if (pattern[next] !== '-') continue
    const high = classMemberAt(pattern, next + 1)
    next += 1 + high.length
    if (low.value > high.value) throw new PatternFault('has a range in `[…]` that runs backwards')
    members += `-${classLiteral(high.value)}`
  }
  return { source: `[${isNegated ? '^' : ''}${members}]`, length: next + 1 - at }
}

function classMemberAt(pattern: string, at: number): { readonly value: string; readonly length: number } {
  if (at >= pattern.length) throw new PatternFault('has a `[` that is not closed')
  if (pattern[at] === '-' || pattern[at] === ']')
    throw new PatternFault('has a `-` or `]` in `[…]` without a backslash')
  return memberAt(pattern, at)
}

/** One character, or the one that a backslash makes plain. */
function memberAt(pattern: string, at: number): { readonly value: string; readonly length: number } {
  const skipped = pattern[at] === '\\' ? 1 : 0
  const code = pattern.codePointAt(at + skipped)
  if (code === undefined) throw new PatternFault('ends with a backslash that escapes nothing')
  const value = String.fromCodePoint(code)
  return { value, length: skipped + value.length }
}

function literal(character: string): string {
  return character.replace(SYNTAX, '\\$&')
}

function classLiteral(character: string): string {
  return character.replace(/[\\\]^[-]/g, '\\$&')
}
