/**
 * What `import { start } from "ignite"` means in the emulator. The platform's own file is not public; this one has the
 * signatures that the platform's examples use.
 */

/** Deno's own types are known where this file runs, and nowhere else. */
declare const Deno: {
  readonly stdin: { readonly readable: ReadableStream<Uint8Array> }
  readonly stdout: { writeSync(bytes: Uint8Array): number }
  exit(code: number): never
}

export type Context = {
  readonly execution_id: string
  readonly function_id: string
  readonly organization_id: string
  readonly headers: Headers
}

type Output = string | Uint8Array

export type Handler = (payload: Uint8Array, ctx: Context) => Promise<Output> | Output

type Question = {
  readonly id: string
  /** Not there where it is asked only whether the code can be loaded. */
  readonly ctx?: Omit<Context, 'headers'>
  readonly request: { readonly headers: Readonly<Record<string, readonly string[]>> }
  readonly payload: string
}

/** Answers every payload with what `handler` returns, until the platform closes stdin. */
export function start(handler: Handler): void {
  serve(handler).then(
    () => Deno.exit(0),
    (error) => {
      console.error(error)
      Deno.exit(1)
    }
  )
}

async function serve(handler: Handler): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of Deno.stdin.readable) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) await answer(handler, JSON.parse(line))
  }
}

async function answer(handler: Handler, question: Question): Promise<void> {
  const { id, ctx, request, payload } = question
  if (!ctx) return send({ id, output: '', form: 'bytes' })
  try {
    const output: unknown = await handler(bytesOf(payload), { ...ctx, headers: headersOf(request.headers) })
    if (typeof output === 'string') send({ id, output: base64Of(new TextEncoder().encode(output)), form: 'text' })
    else if (output instanceof Uint8Array) send({ id, output: base64Of(output), form: 'bytes' })
    else throw new TypeError(`the handler returned ${typeof output}, not a string or a Uint8Array`)
  } catch (error) {
    console.error(error)
    send({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

function headersOf(values: Question['request']['headers']): Headers {
  return new Headers(Object.entries(values).flatMap(([name, all]) => all.map((one): [string, string] => [name, one])))
}

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return btoa(parts.join(''))
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** One line after a record separator, which tells it from what the handler prints. */
function send(message: object): void {
  let bytes = new TextEncoder().encode(`\x1e${JSON.stringify(message)}\n`)
  while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes))
}
