/** Greets by name and says which version of the app did. The platform puts the SDK into place. */
import { type Context, start } from 'ignite'

const VERSION = 'one'

start(async (payload: Uint8Array, ctx: Context) => {
  const { name = 'world' } = payload.length > 0 ? JSON.parse(new TextDecoder().decode(payload)) : {}
  console.error(`greeting ${name}`)
  return JSON.stringify({ greeting: `Hello, ${name}!`, version: VERSION, app: ctx.function_id })
})
