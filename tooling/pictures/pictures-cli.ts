/** Makes the pictures of the README from runs of the built action: `npm run pictures`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { browse, CHROMIUM } from '../browser/chromium.ts'
import { type Frame, githubPage } from './github-page.ts'
import { withPalette } from './palette-png.ts'
import { makePicturedRuns } from './pictured-runs.ts'

const FOLDER = new URL('../../docs/images/', import.meta.url)
const WIDTH = 880
/** What a page may cost those who read it, in bytes. */
const MOST = 150_000

if (CHROMIUM === undefined) {
  process.stderr.write(
    'The pictures want Chromium and an emoji font: apt-get install chromium fonts-noto-color-emoji\n'
  )
  process.exitCode = 1
} else {
  const { summary, failure, comment } = await makePicturedRuns()
  await take('summary', 'summary', unfolded(summary))
  await take('failure', 'summary', failure)
  await take('comment', 'comment', comment)
}

/** As somebody sees it who has opened the first part that is folded away: what has changed. */
function unfolded(markdown: string): string {
  return markdown.replace('<details>', '<details open>')
}

async function take(name: string, frame: Frame, markdown: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ignite-pictures-'))
  try {
    const page = path.join(folder, 'page.html')
    writeFileSync(page, githubPage(markdown, frame))
    await using browser = await browse(pathToFileURL(page).href)
    while ((await browser.evaluate('document.title + document.readyState')) !== `${frame}complete`) await pause()
    for (const scheme of ['light', 'dark'] as const) {
      const picture = withPalette(await browser.picture(WIDTH, scheme))
      if (picture.length > MOST) throw new Error(`${name}-${scheme}.png has ${picture.length} bytes`)
      writeFileSync(new URL(`${name}-${scheme}.png`, FOLDER), picture)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50))
}
