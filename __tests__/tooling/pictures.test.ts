import { readdirSync, readFileSync, statSync } from 'node:fs'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { githubPage } from '../../tooling/pictures/github-page.ts'
import { withPalette } from '../../tooling/pictures/palette-png.ts'

const ROOT = new URL('../../', import.meta.url)
const IMAGES = new URL('docs/images/', ROOT)

test('there is a picture of each in light and dark, and none takes long to load', () => {
  const names = ['comment', 'failure', 'summary'].flatMap((name) => [`${name}-dark.png`, `${name}-light.png`])
  expect(readdirSync(IMAGES).toSorted()).toEqual(names)
  for (const name of names) expect(statSync(new URL(name, IMAGES)).size).toBeLessThan(150_000)
})

test.each([
  ['README.md', 'summary'],
  ['docs/runs.md', 'failure'],
  ['docs/workflows.md', 'comment']
])('%s shows the picture of the %s', (page, name) => {
  const shown = readFileSync(new URL(page, ROOT), 'utf8').matchAll(/images\/([\w.-]+)/g)
  expect([...shown].map(([, file]) => file)).toEqual([`${name}-dark.png`, `${name}-light.png`])
})

test('Markdown becomes a page in which a difference has its colours', () => {
  const page = githubPage('### Title\n\n```diff\n-old <b>\n+new\n same\n```\n', 'summary')
  expect(page).toContain('<h3>Title</h3>')
  expect(page).toContain(
    '<span class="removed">-old &lt;b&gt;</span>\n<span class="added">+new</span>\n same\n</code></pre>'
  )
})

/** Of 8 bits a channel. Each line begins with the number of its filter. */
function png(width: number, lines: readonly (readonly number[])[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(lines.length, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [head, deflateSync(Buffer.from(lines.flat()))].map((data, at) => {
    const named = Buffer.concat([Buffer.from(['IHDR', 'IDAT'][at] ?? ''), data])
    const numbers = [Buffer.alloc(4), Buffer.alloc(4)]
    numbers[0]?.writeUInt32BE(data.length)
    numbers[1]?.writeUInt32BE(crc32(named))
    return Buffer.concat([numbers[0]!, named, numbers[1]!])
  })
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

/** The colours of a PNG with a palette, line by line. */
function shown(picture: Buffer, width: number): readonly string[] {
  const part = (kind: string) => {
    const at = picture.indexOf(kind)
    return picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4))
  }
  const palette = part('PLTE').toString('hex').match(/.{6}/g) ?? []
  const lines = inflateSync(part('IDAT'))
  return Array.from({ length: lines.length / (width + 1) }, (_, y) => {
    const line = lines.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))
    return [...line].map((index) => palette[index]).join(' ')
  })
}

test('a palette leaves a picture of few colours as it is, whatever filters its lines had', () => {
  const picture = png(3, [
    [0, 255, 0, 0, 0, 255, 0, 0, 0, 255],
    [1, 10, 20, 30, 1, 1, 1, 1, 1, 1],
    [2, 1, 1, 1, 0, 0, 0, 250, 0, 0],
    [3, 5, 5, 5, 0, 0, 0, 0, 0, 0],
    [4, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  ])
  expect(shown(withPalette(picture), 3)).toEqual([
    'ff0000 00ff00 0000ff',
    '0a141e 0b151f 0c1620',
    '0b151f 0b151f 061620',
    '0a0f14 0a1219 08141c',
    '0b1117 0f171f 161f28'
  ])
})
