/** Loaded before a program by --import: prints, when it ends, how many bytes of code it has read. */
import { statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const files = new Set<string>()

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) files.add(fileURLToPath(url))
    return next(url, context)
  }
})

process.on('exit', () => {
  const bytes = [...files].reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(`\nloaded ${bytes}`)
})
