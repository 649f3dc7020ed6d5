import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { own, runWithPeak } from '../measuring/process.ts'
import { inputsFor, main } from '../scene/action.ts'
import { emulator } from '../scene/emulator.ts'
import { ROOT } from '../scene/places.ts'
import type { Scene } from '../scene/scene.ts'
import { makeBinary, makeTextTree } from '../scene/trees.ts'
import type { Row, Sides } from './row.ts'

const FIGURES: Row['figures'] = [
  { of: '500 MB / 50 MB', unit: 'MiB', goal: 1.3 },
  { of: 'peak at 500 MB', unit: 'MiB', goal: 180, isAbsolute: true }
]

type PeakOf = (workspace: string, name: string) => Promise<number>

/** The same with 500 MB and with 50 MB. */
function twoSizes(peakOf: (scene: Scene) => Promise<PeakOf>): Row['prepare'] {
  return async (scene): Promise<Sides> => {
    const measured = await peakOf(scene)
    const side = (megabytes: number) => async () => {
      const peak = await measured(await contextOf(scene, megabytes), `context-${megabytes}`)
      return [peak, peak]
    }
    return { a: side(500), b: side(50) }
  }
}

/** A checkout of that size: half of it sources, half of it one large file, and an image that holds nothing of it. */
export function contextOf(scene: Scene, megabytes: number): Promise<string> {
  return scene.once(`context ${megabytes}`, () => {
    const workspace = scene.at(`context-${megabytes}`)
    const root = path.join(workspace, 'web')
    const half = megabytes * 5e5
    mkdirSync(root, { recursive: true })
    makeTextTree(root, { files: Math.max(1, Math.round(half / 25_000)), bytes: half })
    makeBinary(path.join(root, 'model.bin'), half)
    for (const name of ['server.py', 'Dockerfile']) {
      copyFileSync(path.join(ROOT, 'examples/web', name), path.join(root, name))
    }
    writeFileSync(path.join(root, '.dockerignore'), '')
    return workspace
  })
}

export const MEMORY_ROWS: readonly Row[] = [
  {
    id: 'P7',
    what: 'peak memory of packing a context',
    why:
      'V8 lets dead buffers pile up, to 64 MiB, until it collects them, and does so sooner where more small objects die: ' +
      '50 MB do not come so far, and 1,000 MB took 113 MiB. It is no list that grows.',
    figures: FIGURES,
    prepare: twoSizes(async () => async (workspace) => {
      return (await runWithPeak(own('read-context', path.join(workspace, 'web')))).peakMiB
    })
  },
  {
    id: 'P7',
    what: 'peak memory of main, which packs the same and uploads it to the build service',
    figures: FIGURES,
    prepare: twoSizes(async (scene) => {
      const platform = await emulator(scene)
      const image = { code: 'web', 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
      return async (workspace, app) =>
        (await runWithPeak(main(workspace, inputsFor(platform, { app, ...image })))).peakMiB
    })
  }
]
