import { run, runWithPeak } from '../measuring/process.ts'
import { logServer, reading } from '../rows/log-rows.ts'
import { checkout, inputsFor, main } from '../scene/action.ts'
import { emulator } from '../scene/emulator.ts'
import type { Scene } from '../scene/scene.ts'
import type { Series, Spent } from './series.ts'

const LINES_A_MESSAGE = 1000

function logs(distinct: boolean): Series['prepare'] {
  return async (scene) => {
    const address = await logServer(scene)
    return async (lines) => {
      const flood = { lines, linesPerMessage: LINES_A_MESSAGE, distinct }
      const program = reading(address, { writer: 'shipped', flood })
      return await runWithPeak(program, (child) => void child.stdout.resume())
    }
  }
}

/** One job with a step for each app, one after the other, on a platform that has all of them in the end. */
async function workflow(scene: Scene): Promise<(apps: number) => Promise<Spent>> {
  const platform = await emulator(scene)
  const workspace = await checkout(scene, 'greeter')
  const deploy = (app: number) => main(workspace, inputsFor(platform, { app: `app-${app}`, code: 'greeter' }))
  await run(deploy(0))
  return async (apps) => {
    const spent: Spent[] = []
    for (let app = 1; app <= apps; app++) spent.push(await runWithPeak(deploy(app)))
    return {
      cpuMs: spent.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      peakMiB: Math.max(...spent.map(({ peakMiB }) => peakMiB))
    }
  }
}

export const OTHER_SERIES: readonly Series[] = [
  { id: 'lines', of: 'lines of a log', sizes: [1_000, 10_000, 100_000, 1_000_000, 5_000_000], prepare: logs(false) },
  { id: 'apps', of: 'apps in one workflow', sizes: [1, 10, 50, 200], prepare: workflow },
  {
    id: 'diagnostics',
    of: 'errors of a compiler',
    sizes: [1_000, 10_000, 100_000, 200_000],
    prepare: logs(true)
  }
]
