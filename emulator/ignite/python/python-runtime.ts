import type { Runtime } from '../running/runtime.ts'
import { installPackages } from './packages.ts'
import { startPythonWorker } from './python-worker.ts'

/** Python: nothing to compile, but packages to install. */
export const pythonRuntime: Runtime = {
  tool: 'python3',
  compiled: false,
  prepare: ({ tool, directory, signal }) => installPackages(tool, directory, signal),
  start: startPythonWorker
}
