import type { Runtime } from '../running/runtime.ts'
import { installPackages } from './packages.ts'
import { startPythonWorker } from './python-worker.ts'

/** Python: nothing to compile, but packages to install. `parsed` gives handlers what JSON makes of the payload. */
export function pythonRuntime({ parsed }: { readonly parsed: boolean }): Runtime {
  return {
    tool: 'python3',
    compiled: false,
    prepare: ({ tool, directory, signal }) => installPackages(tool, directory, signal),
    start: (start) => startPythonWorker({ ...start, parsed })
  }
}
