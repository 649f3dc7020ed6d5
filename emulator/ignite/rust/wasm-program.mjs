// Runs a WebAssembly module with the streams and the environment of this process: wasm-program.mjs FILE
import { readFile } from 'node:fs/promises'
import { WASI } from 'node:wasi'

const [file] = process.argv.slice(2)
const wasi = new WASI({ version: 'preview1', args: [file], env: process.env })
const { instance } = await WebAssembly.instantiate(await readFile(file), wasi.getImportObject())
wasi.start(instance)
