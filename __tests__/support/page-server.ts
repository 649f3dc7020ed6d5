import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What a page answers; `hang` says nothing, `cut` breaks the connection off, `endless` never ends its body. */
export type Page =
  | {
      readonly code?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  | 'hang'
  | 'cut'
  | 'endless'

type AskedPage = { readonly path: string; readonly method: string; readonly headers: IncomingHttpHeaders }

export type PageServer = AsyncDisposable & {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  /** `127.0.0.1:PORT` */
  readonly address: string
  /** What it was asked, in order. */
  readonly asked: readonly AskedPage[]
}

type Tls = { readonly key: string; readonly cert: string }

/** An app as the web sees it: answers what it is told to, the path and the number of the request being known. */
export async function pageServer(page: (path: string, nth: number) => Page, tls?: Tls): Promise<PageServer> {
  const asked: AskedPage[] = []
  const answer = ({ url: path = '', method = '', headers }: IncomingMessage, response: ServerResponse): void => {
    asked.push({ path, method, headers })
    give(response, page(path, asked.length))
  }
  const server = tls ? createTlsServer(tls, answer) : createServer(answer)
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${tls ? 'https' : 'http'}://${address}`,
    address,
    asked,
    [Symbol.asyncDispose]: async () => {
      const { promise: closed, resolve: close } = Promise.withResolvers<void>()
      server.close(() => close())
      server.closeAllConnections()
      await closed
    }
  }
}

function give(response: ServerResponse, page: Page): void {
  if (page === 'hang') return
  if (page === 'cut') return void response.destroy()
  if (page === 'endless') return void response.writeHead(200).write('data: 1\n\n')
  const { code = 200, headers = {}, body = '' } = page
  response.writeHead(code, headers).end(body)
}
