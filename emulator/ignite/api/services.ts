import type { Handlers } from '../../contract/contract.ts'
import { guarded } from './access.ts'
import { appHandlers } from './app-handlers.ts'
import { buildHandlers, buildStreams, buildUploads } from './build-handlers.ts'
import { compileHandlers, compileStreams } from './compile-handlers.ts'
import { draftHandlers } from './draft-handlers.ts'
import { executionHandlers } from './execution-handlers.ts'
import type { Ignite } from './handler-tools.ts'
import { invokeHandlers, invokeStreams } from './invoke-handlers.ts'
import { reportHandlers, reportStreams } from './report-handlers.ts'
import { secretHandlers } from './secret-handlers.ts'
import { versionHandlers } from './version-handlers.ts'

/** The methods of all services, each for the caller's own organization only. */
export function serviceHandlers(ignite: Ignite): Handlers {
  const unary = {
    'ComputeService/HealthCheck': async () => ({}),
    ...appHandlers(ignite),
    ...draftHandlers(ignite),
    ...compileHandlers(ignite),
    ...versionHandlers(ignite),
    ...executionHandlers(ignite),
    ...reportHandlers(ignite),
    ...invokeHandlers(ignite),
    ...buildHandlers(ignite),
    ...secretHandlers(ignite)
  }
  const serverStream = {
    ...compileStreams(ignite),
    ...invokeStreams(ignite),
    ...buildStreams(ignite),
    ...reportStreams(ignite)
  }
  return guarded({ unary, serverStream, clientStream: buildUploads(ignite) }, ignite.tokens)
}
