import path from 'node:path'

/** The files of a clone, by their paths from its root. */
export type CloneFiles = { has(file: string): boolean; read(file: string): string }

const PAGE = /(?<![\w/.-])(?:\.{1,2}\/)*\w[\w./-]*\.md\b/g

/** What a file cites that the clone does not hold, a sentence each. */
export function brokenCitations(file: string, text: string, clone: CloneFiles): string[] {
  return proseOf(file, text).flatMap((prose) => [
    ...Array.from(prose.matchAll(/\bDESIGN,? sections?\b/g), () => `${file} cites a section of DESIGN`),
    ...Array.from(prose.matchAll(PAGE), ({ 0: cited, index }) => {
      const page = [cited, path.posix.join(path.posix.dirname(file), cited)].find((each) => clone.has(each))
      if (page === undefined) return `${file} cites ${cited}, which is not there`
      const place = placeFault(prose.slice(index + cited.length), headingsOf(clone.read(page)))
      return place && `${file} cites ${cited}${place}`
    }).filter((fault) => fault !== undefined)
  ])
}

/** What is wrong with the place in a page that stands after its name. */
function placeFault(rest: string, headings: readonly string[]): string | undefined {
  if (/^,? (section )?\d/.test(rest)) return ' by a number'
  const anchor = /^#([\w-]+)/.exec(rest)?.[1]
  if (anchor !== undefined) return headings.map(slug).includes(anchor) ? undefined : `#${anchor}, which is not there`
  if (!/^, [A-Z]/.test(rest) || headings.some((heading) => startsWith(rest.slice(2), heading))) return undefined
  return `${rest.slice(0, 40)}, which is no heading`
}

/** A page as a whole, each comment of a program as one line. */
function proseOf(file: string, text: string): string[] {
  if (file.endsWith('.md')) return [text]
  const comment = /\.[mc]?[jt]s$/.test(file)
    ? /^[ \t]*\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n?)+|[ \t]\/\/ .*$/gm
    : /(?:^[ \t]*#.*\n?)+|[ \t]# .*$/gm
  return Array.from(text.matchAll(comment), ([lines]) =>
    lines
      .split('\n')
      .map((line) => line.replace(/^\s*(\/\*\*?|\*(?!\/)|\/\/|#)/, '').trim())
      .join(' ')
  )
}

function headingsOf(page: string): string[] {
  const shown = page.replace(/^```[\s\S]*?^```/gm, '')
  return Array.from(shown.matchAll(/^#{1,6} (.+)$/gm), ([, heading = '']) => heading.trim())
}

/** As GitHub makes the anchor of a heading. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function startsWith(text: string, heading: string): boolean {
  return text.startsWith(heading) && !/^\w/.test(text.slice(heading.length))
}
