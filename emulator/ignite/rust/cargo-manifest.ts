/** The manifest of a program that is one file, `main.rs`. */
export const SINGLE_FILE_MANIFEST = `[package]
name = "handler"
version = "0.1.0"
edition = "2021"

[[bin]]
name = "handler"
path = "main.rs"
`

/** Whether Cargo.toml names a crate that does not lie beside it, so that cargo has to ask a registry. */
export function namesCrates(manifest: string): boolean {
  let inDependencies = false
  for (const line of manifest.split('\n').map((raw) => raw.replace(/#.*/, '').trim())) {
    const [, section] = /^\[+([^\]]*)\]+$/.exec(line) ?? []
    if (section === undefined) {
      if (inDependencies && line !== '' && !/\bpath\s*=/.test(line)) return true
      continue
    }
    inDependencies = /(^|[.-])dependencies$/.test(section.trim())
    if (/(^|[.-])dependencies\./.test(section)) return true
  }
  return false
}
