import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'

const SOURCES = join(import.meta.dirname, 'sdk')

/** Takes the place of a crate's own library. */
export const EMPTY_LIBRARY = join(SOURCES, 'nothing.rs')

/** Crates of the app that change what the SDK is built with; without them it needs no other crate. */
const SHARED = {
  serde: ['serde = "1"', 'serde_json = "1"'],
  tokio: ['tokio = { version = "1", features = ["rt-multi-thread", "net", "time"] }']
}

/** A crate that has nothing but the SDK, so that it can be built for itself. */
const USER_MANIFEST = `[package]
name = "user"
version = "0.1.0"
edition = "2021"

[lib]
path = ${JSON.stringify(EMPTY_LIBRARY)}

[dependencies]
ignite = { path = ".." }
`

/**
 * Where the SDK without other crates lies, and what cargo made of it, for all emulators of this clone: to build it takes
 * longer than to build an app. cargo itself lets one build there at a time.
 */
export const SHARED_SDK = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'ignite-emulator',
  createHash('sha256').update(SOURCES).digest('hex').slice(0, 16)
)

/** What `cargo build` of `user` leaves. */
export const SHARED_TARGET = join(SHARED_SDK, 'target')

/** Gives a target directory what the shared one has of the SDK. Times stay, by which cargo tells that it is built. */
export async function copySharedTarget(target: string): Promise<void> {
  const filter = (file: string) => !/^(?:lib)?user\b|^\.cargo-lock$/.test(basename(file))
  await cp(SHARED_TARGET, target, { recursive: true, force: false, preserveTimestamps: true, filter })
}

/**
 * The directory of the crate `ignite` for an app with these crates. serde and tokio come from a registry, so that the SDK
 * may ask for them only where the app does itself.
 */
export async function putRustSdk(crates: readonly string[], directory: string): Promise<string> {
  const features = [
    ...(crates.some((crate) => crate === 'serde' || crate === 'serde_json') ? (['serde'] as const) : []),
    ...(crates.includes('tokio') ? (['tokio'] as const) : [])
  ]
  const place = join(directory, ['ignite', ...features].join('-'))
  await mkdir(join(place, 'user'), { recursive: true })
  await put(join(place, 'Cargo.toml'), manifestWith(features))
  await put(join(place, 'user/Cargo.toml'), USER_MANIFEST)
  return place
}

/** At once, and not again: others, also of this process, may put and build the same there. */
async function put(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  const unfinished = `${file}.${randomUUID()}`
  await writeFile(unfinished, text)
  await rename(unfinished, file)
}

function manifestWith(features: readonly (keyof typeof SHARED)[]): string {
  const lines = [
    '[package]\nname = "ignite"\nversion = "0.1.0"\nedition = "2021"\n',
    `[lib]\npath = ${JSON.stringify(join(SOURCES, 'ignite/src/lib.rs'))}\n`,
    `[dependencies]\nignite-macros = { path = ${JSON.stringify(join(SOURCES, 'ignite-macros'))} }`,
    ...features.flatMap((feature) => SHARED[feature]),
    `\n[features]\ndefault = ${JSON.stringify(features.map((feature) => `with-${feature}`))}`,
    ...Object.keys(SHARED).map((feature) => `with-${feature} = []`)
  ]
  return `${lines.join('\n')}\n`
}
