import { isLoopback } from '../model/values/endpoint.ts'
import type { Verification, VerifiedTarget } from '../model/verification.ts'
import type { InputReader } from './input-reader.ts'
import { type ParsedValue, parseHealthPath, parseInteger } from './parse/parse-values.ts'

/** An hour: longer than anybody waits for an app to start. */
const TIMEOUT_SECONDS = { min: 1, max: 3600 }
const DEFAULT_SECONDS = 300

/** How the version that becomes active is verified. */
export function readVerification(inputs: InputReader): Verification {
  const target = inputs.read('verify-url', parseTarget) ?? { kind: 'auto' }
  const seconds = inputs.read('verify-timeout-seconds', (text) => parseInteger(text, TIMEOUT_SECONDS))
  return { target, timeoutMs: (seconds ?? DEFAULT_SECONDS) * 1000 }
}

const FORMS = 'Write auto, off, a path that begins with “/”, or a URL such as https://shop.example.com/health.'

/** `auto`, `off`, a path, or a URL. A URL may hold a secret, so no message repeats it. */
function parseTarget(text: string): ParsedValue<VerifiedTarget> {
  if (text === 'auto' || text === 'off') return { value: { kind: text } }
  if (text.startsWith('/') && !text.startsWith('//')) {
    const path = parseHealthPath(text)
    return 'value' in path ? { value: { kind: 'path', path: path.value } } : path
  }
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (!url) return { problem: 'is neither a word that can be used here, nor a path, nor a URL', fix: FORMS }
  if (url.username !== '' || url.password !== '') {
    return {
      problem: 'is a URL with a user or a password',
      fix: 'Write it without them: the app is asked as everybody asks it.'
    }
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { problem: 'is a URL in plaintext', fix: 'Write `https://`; plaintext works with this machine only.' }
  }
  return { value: { kind: 'url', url: url.href } }
}
