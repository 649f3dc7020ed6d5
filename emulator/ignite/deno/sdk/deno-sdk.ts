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
}

export type Handle = (payload: Uint8Array, ctx: Context) => Promise<string> | string

type Request = { readonly id: string; readonly ctx: Context; readonly payload: string }

/** Answers every payload with what `handle` returns, until the platform closes stdin. */
export function start(handle: Handle): void {
  serve(handle).then(
    () => Deno.exit(0),
    (error) => {
      console.error(error)
      Deno.exit(1)
    }
  )
}

async function serve(handle: Handle): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of Deno.stdin.readable) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) await answer(handle, JSON.parse(line))
  }
}

async function answer(handle: Handle, { id, ctx, payload }: Request): Promise<void> {
  try {
    const output: unknown = await handle(bytesOf(payload), ctx)
    if (typeof output !== 'string') throw new TypeError(`handle returned ${typeof output}, not a string`)
    send({ id, output })
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error))
    send({ id, error: known.message, stack: known.stack ?? '' })
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** One line after a record separator, which tells it from what the handler prints. */
function send(message: object): void {
  let bytes = new TextEncoder().encode(`\x1e${JSON.stringify(message)}\n`)
  while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes))
}
