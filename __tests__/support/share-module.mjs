import { createRequire } from 'node:module'
import { relative } from 'node:path'
import stripTypes from './strip-types.mjs'

const require = createRequire(import.meta.url)

/** From the root of this clone, which may itself lie below a folder `runner`, as GitHub's do. */
const SHARED =
  /^(?:emulator|runner)\/|^__tests__\/(?:support\/(?:deploying|result)|platform\/support\/fake-server|runner\/github\/support\/judge)\.ts$/

/**
 * For what tests are made with (the emulator, the runner, what runs dist/): a worker of jest loads such a module once, as
 * Node does, where jest would load it, and all that it imports, again for each file of tests. Its objects are of another
 * realm than the tests' own, so `instanceof Error` does not hold between the two. The names stand in the module's own text,
 * by which jest keeps this answer, so nothing of it may be exported by a star. A change of such a module is seen by the next
 * start of jest, not by a `--watch` that runs.
 */
export default {
  process(source, path, { config }) {
    if (!SHARED.test(relative(config.rootDir, path).replaceAll('\\', '/'))) return stripTypes.process(source)
    const names = Object.keys(require(path)).join(', ')
    return { code: `export const { ${names} } = sharedModule(${JSON.stringify(path)})` }
  }
}
