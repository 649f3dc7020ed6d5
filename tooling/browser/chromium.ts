import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser of this machine; undefined where there is none. */
export const CHROMIUM = NAMES.find((name) => spawnSync(name, ['--version']).status === 0)

type Browser = AsyncDisposable & {
  /** Evaluates an expression in the page and gives its value. */
  evaluate(expression: string): Promise<unknown>
  /** Shows the page as a phone of that width does. */
  onPhone(width: number): Promise<void>
  /** The whole page as PNG, two pixels a point, as somebody sees it who prefers that scheme. */
  picture(width: number, scheme: ColorScheme): Promise<Buffer>
}

type ColorScheme = 'light' | 'dark'

/** A page in a headless browser, driven over its own protocol. */
export async function browse(url: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0']
  const child = spawn(CHROMIUM ?? '', [...flags, `--user-data-dir=${profile}`, url], {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const lines = createInterface(child.stderr)
  const close = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  for await (const line of lines) {
    const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line) ?? []
    if (port) return { ...driving(await pageAt(port)), [Symbol.asyncDispose]: close }
  }
  throw new Error('the browser did not start')
}

type Answer = { readonly result?: { readonly value?: unknown }; readonly data?: string }
type Send = (method: string, params: object) => Promise<Answer>

function driving(send: Send): Omit<Browser, typeof Symbol.asyncDispose> {
  const evaluate = async (expression: string) => {
    return (await send('Runtime.evaluate', { expression, returnByValue: true })).result?.value
  }
  return {
    evaluate,
    picture: async (width, scheme) => {
      const screen = { width, deviceScaleFactor: 2, mobile: false }
      await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
      await send('Emulation.setDeviceMetricsOverride', { ...screen, height: 1 })
      const height = await evaluate('document.documentElement.scrollHeight')
      await send('Emulation.setDeviceMetricsOverride', { ...screen, height })
      const { data = '' } = await send('Page.captureScreenshot', { format: 'png' })
      return Buffer.from(data, 'base64')
    },
    onPhone: async (width) => {
      await send('Emulation.setDeviceMetricsOverride', { width, height: 700, deviceScaleFactor: 2, mobile: true })
    }
  }
}

async function pageAt(port: string): Promise<Send> {
  const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Record<string, string>[]
  const socket = new WebSocket(pages.find(({ type }) => type === 'page')?.['webSocketDebuggerUrl'] ?? '')
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  let last = 0
  return (method, params) => {
    const id = ++last
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Send>>>()
    const hear = ({ data }: MessageEvent) => {
      const message = JSON.parse(String(data))
      if (message.id !== id) return
      socket.removeEventListener('message', hear)
      resolve(message.result ?? {})
    }
    socket.addEventListener('message', hear)
    socket.send(JSON.stringify({ id, method, params }))
    return promise
  }
}
