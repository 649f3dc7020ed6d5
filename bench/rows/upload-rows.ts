import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { own, type Program, run, serve } from '../measuring/process.ts'
import { textTree } from '../scene/packed-trees.ts'
import { farAway } from '../scene/proxy.ts'
import type { Scene } from '../scene/scene.ts'
import { makeBinary } from '../scene/trees.ts'
import { INSTALLED, notInstalled } from '../tools/missing.ts'
import { type Row, ratio } from './row.ts'

const RTT_MS = 40
const READY_BYTES = 60_000_000
/** Of which packing takes about as long as its archive does through the window. */
const TREE = { files: 4_000, bytes: 200_000_000 }

async function took(...programs: readonly Program[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const program of programs) times.push((await run(program)).ms)
  return times
}

/** A server with a window of 1 MiB, 40 ms away. */
function farSink(scene: Scene): Promise<string> {
  return scene.once('far sink', async () => {
    const sink = scene.hold(await serve(own('upload-sink')))
    return scene.hold(await farAway(sink.firstLine, RTT_MS)).address
  })
}

function readyFile(scene: Scene): Promise<string> {
  return scene.once('ready file', () => {
    makeBinary(scene.at('ready.bin'), READY_BYTES)
    return scene.at('ready.bin')
  })
}

/** A context whose archive lies beside it too. */
async function packable(scene: Scene): Promise<{ readonly root: string; readonly archive: string }> {
  const { root } = await textTree(scene, TREE)
  const archive = `${root}.tar.gz`
  await scene.once(archive, async () => {
    writeFileSync(path.join(root, 'Dockerfile'), 'FROM scratch\n')
    await run({ command: 'tar', args: ['-czf', archive, '-C', root, '.'] })
  })
  return { root, archive }
}

export const UPLOAD_ROWS: readonly Row[] = [
  {
    id: 'U1',
    what: 'send 60 MB through a window of 1 MiB at 40 ms / a client in Go',
    figures: ratio(1.1),
    lacks: () => notInstalled('go-uploader'),
    prepare: async (scene) => {
      const [address, file] = [await farSink(scene), await readyFile(scene)]
      const go = { command: INSTALLED['go-uploader'], args: [address, file] }
      return { a: () => took(own('upload', 'send', address, file)), b: () => took(go) }
    }
  },
  {
    id: 'U2',
    what: 'pack 200 MB, search, hash and send at once / the longer one of packing alone and sending alone',
    figures: ratio(1.3),
    prepare: async (scene) => {
      const [address, { root, archive }] = [await farSink(scene), await packable(scene)]
      const alone = [own('upload', 'pack', address, root), own('upload', 'send', address, archive)]
      return {
        a: () => took(own('upload', 'overlapped', address, root)),
        b: async () => [Math.max(...(await took(...alone)))]
      }
    }
  },
  {
    id: 'U3',
    what: 'the same / one after the other',
    figures: ratio(0.72),
    prepare: async (scene) => {
      const [address, { root }] = [await farSink(scene), await packable(scene)]
      const way = (manner: string) => () => took(own('upload', manner, address, root))
      return { a: way('overlapped'), b: way('in-turn') }
    }
  }
]
