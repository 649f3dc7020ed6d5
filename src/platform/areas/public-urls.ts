import type { PublicUrl } from '../../model/outcome.ts'
import { isRecord } from '../../model/values/json.ts'

/**
 * The URLs in whatever shape the server gives them: a list, a map from port to URL, or messages with `url` and `port`.
 * Only the field's name is documented (docs/platform.md, What is not known).
 */
export function publicUrls(value: unknown, port?: number): readonly PublicUrl[] {
  if (typeof value === 'string') return value === '' ? [] : [{ url: value, port }]
  if (Array.isArray(value)) return value.flatMap((item) => publicUrls(item, port))
  if (!isRecord(value)) return []
  const { url, port: own } = value
  if (typeof url === 'string') return publicUrls(url, typeof own === 'number' && own > 0 ? own : port)
  return Object.entries(value).flatMap(([key, item]) => publicUrls(item, /^\d+$/.test(key) ? Number(key) : port))
}
