import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type TokenAnswer =
  | { readonly code: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** No answer ever. */
  | 'silence'
  /** The endpoint's own answer, from a server whose clock is so many milliseconds ahead. */
  | { readonly clockAheadMs: number }

export type TokenFront = AsyncDisposable & {
  readonly tokenUrl: string
  /** How many requests came. */
  readonly requests: () => number
}

/** Stands before the emulator's token endpoint. The script is told the count of requests, from 1; undefined lets one pass. */
export async function tokenFront(
  target: string,
  script: (request: number) => TokenAnswer | undefined
): Promise<TokenFront> {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    const answer = script(requests)
    if (answer === 'silence') return
    if (answer === undefined || 'clockAheadMs' in answer)
      void pass(target, request, response, answer?.clockAheadMs ?? 0)
    else response.writeHead(answer.code, answer.headers).end(answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const tokenUrl = new URL(target)
  tokenUrl.port = String((server.address() as AddressInfo).port)
  return {
    tokenUrl: tokenUrl.href,
    requests: () => requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    }
  }
}

async function pass(target: string, request: IncomingMessage, response: ServerResponse, aheadMs: number) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(target, { method: 'POST', headers, body: Buffer.concat(chunks) })
  response.setHeader('date', new Date(Date.now() + aheadMs).toUTCString())
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
}
