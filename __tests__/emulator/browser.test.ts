import { expect, test } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import { browse, CHROMIUM } from '../../tooling/browser/chromium.ts'
import { compute } from './ignite/support/client.ts'
import { tarball } from './ignite/support/tarball.ts'
import { until } from './ignite/support/until.ts'

const testInBrowser = CHROMIUM ? test : test.skip
const why = CHROMIUM ? '' : ' (skipped: there is no Chromium on the PATH)'

const APP = { organization_name: 'acme', app_name: 'site' }

/** A site with relative links, also to its root, and a style beside its pages. */
const SITE = {
  Dockerfile:
    'FROM python:3.12-slim\nWORKDIR /site\nCOPY . .\nUSER 65534\nCMD exec python3 -m http.server --bind 127.0.0.1 $PORT\n',
  'index.html': '<link rel="stylesheet" href="style.css"><h1>Home</h1><a href="docs/page.html">Docs</a>',
  'style.css': 'h1 { color: rgb(1, 2, 3) }',
  'docs/page.html': '<link rel="stylesheet" href="../style.css"><h1>Docs</h1><a href="/index.html">Home</a>'
}

testInBrowser(`relative links of a web page work under the app’s host name${why}`, async () => {
  await using emulator = await startEmulator({ hostUrls: true })
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 600 }) })
  const code = { image: { from_code: { archive: tarball(SITE), dockerfile_path: 'Dockerfile' } } }
  const settings = { allow_unauthenticated: true, health_path: '/' }
  await client.call('CreateApp', { organization_name: 'acme', name: 'site', code })
  await client.call('UpdateAppConfig', { ...APP, ...settings })
  await client.call('PublishDraft', APP)
  const { app } = (await client.call('GetApp', APP)) as { app: { public_urls: string[] } }

  await using browser = await browse(app.public_urls[0]!)
  const seen = () => {
    const heading = 'document.querySelector("h1")'
    return browser.evaluate(`document.readyState === "complete" && ${heading}
      ? [${heading}.textContent, location.pathname, getComputedStyle(${heading}).color] : undefined`)
  }
  const styled = (title: string, path: string) => [title, path, 'rgb(1, 2, 3)']
  expect(await until(seen)).toEqual(styled('Home', '/'))
  await browser.evaluate('document.querySelector("a").click()')
  expect(await until(async () => String(await seen()).startsWith('Docs') && (await seen()))).toEqual(
    styled('Docs', '/docs/page.html')
  )
  await browser.evaluate('document.querySelector("a").click()')
  expect(await until(async () => String(await seen()).startsWith('Home') && (await seen()))).toEqual(
    styled('Home', '/index.html')
  )
})

testInBrowser(`the page about the apps fits a phone, and its form invokes one${why}`, async () => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 600 }) })
  const source = Buffer.from('print("x" * 400)\ndef handler(payload, ctx): return payload.decode()[::-1]')
  const code = { compile: { runtime: { python: {} }, source_code: source } }
  await client.call('CreateApp', { organization_name: 'acme', name: 'site', code })
  await client.call('PublishDraft', APP)
  await client.stream('Invoke', APP)
  await using browser = await browse(emulator.public)
  await browser.onPhone(360)
  await until(() => browser.evaluate('document.querySelector("textarea") !== null'))
  expect(await browser.evaluate('document.body.textContent')).toContain('x'.repeat(400))
  expect(await browser.evaluate('[innerWidth, document.documentElement.scrollWidth]')).toEqual([360, 360])
  await browser.evaluate(
    'document.querySelector("textarea").value = "stressed"; document.querySelector("button").click()'
  )
  const shown = await until(() =>
    browser.evaluate('location.pathname === "/-/invoke" && document.querySelector("pre")?.textContent')
  )
  expect(shown).toBe('desserts')
})
