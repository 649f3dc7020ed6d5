import { mkdir } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import type { Env } from '../../model/model.ts'
import { findPython } from '../../tools/interpreter.ts'
import type { Tools } from '../../tools/tools.ts'

/** Mirrors, proxies and certificates are this machine's business, not the image's. */
const PASSED_ON = /^(?:(?:https?|no|all)_proxy|pip_.*|npm_config_.*|node_extra_ca_certs|ssl_cert_(?:file|dir))$/i

/** What the processes of an image find in their environment besides the image's own, by the image's root directory. */
export type HostEnvironment = (root: string) => Promise<Env>

/**
 * A minimal environment. What pip installs goes into the image, not into this machine's Python. `home` is a directory
 * for what programs leave behind.
 */
export function hostEnvironment(tools: Tools, home: string): HostEnvironment {
  return async (root) => {
    await mkdir(home, { recursive: true })
    const local = join(root, 'usr/local')
    // A version manager's shim needs more of the environment than this, and in a virtual environment pip has no user.
    const python = await findPython(tools.path)
    const path = [join(local, 'bin'), python && dirname(python.base), tools.path].filter((part) => part)
    const passed = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && PASSED_ON.test(entry[0])
    )
    return {
      ...Object.fromEntries(passed),
      PATH: path.join(delimiter),
      HOME: home,
      LANG: 'C.UTF-8',
      PIP_USER: '1',
      PIP_BREAK_SYSTEM_PACKAGES: '1',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      PYTHONUSERBASE: local,
      PYTHONDONTWRITEBYTECODE: '1'
    }
  }
}

/** The image's own variables on top of the host's. The directories of its PATH are looked for in the image first. */
export function merged(host: Env, own: Env, root: string): Env {
  const { PATH: path, ...rest } = own
  if (path === undefined) return { ...host, ...rest }
  const inside = path.split(':').map((part) => join(root, part))
  return { ...host, ...rest, PATH: [...inside, host['PATH']].join(delimiter) }
}
