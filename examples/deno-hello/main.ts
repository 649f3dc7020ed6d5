/** Greets by name and says which version of the app did. The platform puts the SDK into ./deno/sdk. */
import { start } from 'ignite'

const VERSION = 'one'

start(async (payload, ctx) => {
  const { name = 'world' } = payload.length > 0 ? JSON.parse(new TextDecoder().decode(payload)) : {}
  console.log(`greeting ${name}`)
  return JSON.stringify({ greeting: `Hello, ${name}!`, version: VERSION, app: ctx.function_id })
})
