import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * For the environment of the Node programs that tests start, thousands of them: what Node has compiled of a file is kept
 * for the next one. Nothing else changes for them.
 */
export const COMPILE_CACHE: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: path.join(tmpdir(), 'ignite-deploy-compile-cache')
}
