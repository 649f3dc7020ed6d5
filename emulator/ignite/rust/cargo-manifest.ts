/** What the SDK needs to know of a Cargo.toml. */
type CargoManifest = {
  /** The crates of all sections of dependencies that do not lie beside it. */
  readonly crates: readonly string[]
  /** Where its library begins. */
  readonly entry: string | undefined
}

/** The manifest of code that comes without one. */
export const SINGLE_FILE_MANIFEST = `[package]
name = "handler"
version = "0.1.0"
edition = "2021"
`

/** The crate that the platform puts in place. */
const SDK = 'ignite'

type Line = { readonly text: string; readonly section: string; readonly isHeader: boolean }

/** Reads as much of a manifest as is needed; what is no TOML is cargo's to complain of. */
export function readCargoManifest(manifest: string): CargoManifest {
  const lines = linesOf(manifest)
  const crates = lines.flatMap(({ text, section, isHeader }) => {
    const [, own] = /(?:^|[.-])dependencies\.([\w-]+)$/.exec(section) ?? []
    if (own !== undefined) return isHeader ? [own] : []
    const [, name] = /^([\w-]+)\s*[.=]/.exec(text) ?? []
    const listed = /(?:^|[.-])dependencies$/.test(section) && !isHeader && name !== undefined
    return listed && !/\bpath\s*=/.test(text) ? [name] : []
  })
  const path = lines.find(({ section, text }) => section === 'lib' && /^path\s*=/.test(text))?.text
  return { crates: crates.filter((crate) => crate !== SDK), entry: /=\s*["'](.+)["']/.exec(path ?? '')?.[1] }
}

type Program = {
  readonly bin: string
  /** The file with the handler. */
  readonly entry: string
  /** The SDK's directory. */
  readonly sdk: string
  /** A library without anything in it: the handler's file becomes a program, and is not to be built twice. */
  readonly emptyLibrary: string
}

/** The manifest with the program that the platform makes of the library. No line of it moves, for cargo's messages. */
export function withProgram(manifest: string, { bin, entry, sdk, emptyLibrary }: Program): string {
  const kept = linesOf(manifest).map(({ text, section, isHeader }, index) => {
    const isSdk = !isHeader && section === 'dependencies' && /^ignite\s*[.=]/.test(text)
    const isReplaced = section === 'lib' || section === 'bin' || section === `dependencies.${SDK}` || isSdk
    return isReplaced ? '#' : manifest.split('\n')[index]
  })
  const quoted = JSON.stringify
  const added = [
    `[lib]\nname = "nothing"\npath = ${quoted(emptyLibrary)}`,
    `[[bin]]\nname = ${quoted(bin)}\npath = ${quoted(entry)}`,
    `[dependencies.${SDK}]\npath = ${quoted(sdk)}`
  ]
  return `${kept.join('\n').trimEnd()}\n\n${added.join('\n\n')}\n`
}

function linesOf(manifest: string): readonly Line[] {
  let section = ''
  return manifest.split('\n').map((raw) => {
    const text = raw.replace(/#.*/, '').trim()
    const [, header] = /^\[+([^\]]*)\]+$/.exec(text) ?? []
    if (header !== undefined) section = header.trim()
    return { text, section, isHeader: header !== undefined }
  })
}
