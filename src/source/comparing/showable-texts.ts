import { isUtf8 } from 'node:buffer'
import type { FileTexts } from '../../model/comparison.ts'
import { SourceError } from '../../model/errors.ts'
import { exclusionOfWhole } from '../rules/exclusions.ts'
import { Findings } from '../secrets/findings.ts'

/** Whoever wants to read more looks at the commit. */
const FEWER_LINES = 200

type Contents = { readonly before: Uint8Array; readonly after: Uint8Array }

/**
 * A file's two contents as texts, which a summary may show to everybody who may read the repository. Nothing where one
 * is binary or long; `secret` where the name, or either content, is likely to hold one.
 */
export function showableTexts(
  path: string,
  { before, after }: Contents,
  credentials: readonly string[]
): { readonly texts?: FileTexts } | 'secret' {
  const contents = [before, after].map((content) => Buffer.from(content))
  const isSensitive = !['keep', 'skip'].includes(exclusionOfWhole(path, true))
  if (isSensitive || contents.some((content) => mayHoldSecret(path, content, credentials))) return 'secret'
  if (!contents.every(isShortText)) return {}
  const [old = '', fresh = ''] = contents.map(String)
  return { texts: { before: old, after: fresh } }
}

function mayHoldSecret(path: string, content: Buffer, credentials: readonly string[]): boolean {
  const findings = new Findings(credentials)
  try {
    findings.look(path, content, true)
  } catch (error) {
    if (error instanceof SourceError) return true
    throw error
  }
  return findings.suspicious.length > 0
}

function isShortText(content: Buffer): boolean {
  return !content.includes(0) && isUtf8(content) && String(content).split('\n').length <= FEWER_LINES
}
