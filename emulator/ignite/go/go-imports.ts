const SDK = '"ignite"'

/** Gives a Go file that imports the SDK another path for it. No line moves, so that messages stay right. */
export function withSdkAt(source: string, path: string): string {
  let inBlock = false
  let over = false
  const lines = source.split('\n').map((line) => {
    // Imports come before all other declarations: what looks like one later is text.
    over ||= /^(?:func|var|const|type)\b/.test(line)
    if (over) return line
    if (/^import\s*\(/.test(line)) inBlock = true
    const imports = inBlock || /^import\b/.test(line)
    if (inBlock && /\)\s*(?:\/\/.*)?$/.test(line)) inBlock = false
    return imports ? line.replace(SDK, () => JSON.stringify(path)) : line
  })
  return lines.join('\n')
}
