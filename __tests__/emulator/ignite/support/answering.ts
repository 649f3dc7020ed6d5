import { type Driver, GREETER } from './driver.ts'

/** What the published `acme/greeter` answers to an HTTP request, with its body as text. */
export async function ask(
  driver: Driver,
  {
    body = '',
    ...http
  }: { verb?: string; path?: string; query?: string; headers?: object; body?: string | Buffer } = {}
): Promise<{ readonly status: number; readonly type: string; readonly body: Buffer }> {
  const app = { organization_name: GREETER.organization_name, app_name: GREETER.name }
  const frames = await driver.stream('Invoke', { ...app, http, body: Buffer.from(body) })
  const [first] = frames as [{ head: { status: number; headers: Record<string, string> } }]
  const chunks = frames.flatMap((frame) => ('chunk' in frame ? [frame.chunk as Buffer] : []))
  return { status: first.head.status, type: first.head.headers['content-type'] ?? '', body: Buffer.concat(chunks) }
}
