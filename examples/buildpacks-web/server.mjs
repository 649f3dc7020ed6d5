// An HTTP server for Ignite: listens on $PORT, answers its health check and POST /.
import { createServer } from 'node:http'

const VERSION = 'one'

const server = createServer(async (request, response) => {
  if (request.method === 'GET' && request.url === '/healthz') return answer(response, 200, { status: 'ok' })
  if (request.method !== 'POST') return answer(response, 404, { error: 'not found' })
  const chunks = await Array.fromAsync(request)
  const name = nameIn(Buffer.concat(chunks).toString())
  if (name === undefined) return answer(response, 400, { error: 'the body must be a JSON object' })
  const app = request.headers['x-ignite-function-id'] ?? ''
  return answer(response, 200, { greeting: `Hello, ${name}!`, version: VERSION, app })
})

function nameIn(body) {
  try {
    return JSON.parse(body || '{}').name ?? 'world'
  } catch {
    return undefined
  }
}

function answer(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

server.listen(Number(process.env.PORT ?? 8080))
