import type { IncomingMessage } from 'node:http'
import type { ApiReply, Route, Upload } from './github-routes.ts'

type Sent = { readonly body: Readonly<Record<string, unknown>>; readonly upload: Upload }

/** JSON, but for an asset, whatever its type says. */
export async function readSent(request: IncomingMessage, route: Route | undefined): Promise<Sent> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const upload = { contentType: request.headers['content-type'] ?? '', bytes }
  const isAsset = route?.path === '/releases/{release_id}/assets'
  return { body: isAsset || bytes.length === 0 ? {} : JSON.parse(bytes.toString()), upload }
}

/** A list comes in pages, with the way to the next. */
export function paged(
  { json }: ApiReply,
  url: URL
): { readonly page: unknown; readonly headers: Record<string, string> } {
  if (!Array.isArray(json)) return { page: json, headers: {} }
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30))
  const number = Number(url.searchParams.get('page') ?? 1)
  const page = json.slice((number - 1) * size, number * size)
  if (json.length <= number * size) return { page, headers: {} }
  const next = new URL(url)
  next.searchParams.set('page', String(number + 1))
  return { page, headers: { link: `<${next.href}>; rel="next"` } }
}
