import path from 'node:path'
import { node, own, type Program, run } from '../measuring/process.ts'
import { checkout, inputsFor, main } from '../scene/action.ts'
import { emulator } from '../scene/emulator.ts'
import { COMPILED, POST } from '../scene/places.ts'
import type { Scene } from '../scene/scene.ts'
import { type Row, ratio } from './row.ts'

const EMPTY = node('-e', '0')
const CLOSED = { STATE_ignite_deploy: '{"run":"o/r/1/1","closed":true}' }
const IDLE_POST: Program = { ...node(POST), env: CLOSED }

const ms = (program: Program) => async () => [(await run(program)).ms]

/** A checkout of the greeter, deployed once, so that the app is there. */
export async function deployedGreeter(scene: Scene): Promise<Program> {
  const workspace = await checkout(scene, 'greeter')
  const deploy = main(workspace, inputsFor(await emulator(scene), { app: 'greeter', code: 'greeter' }))
  await scene.once('greeter', () => run(deploy))
  return deploy
}

async function floor(scene: Scene): Promise<Program> {
  return own('h2-floor', (await emulator(scene)).grpc)
}

/** Bytes of code that a program reads until it ends. */
async function loaded(program: Program): Promise<number> {
  const hook = path.join(COMPILED, 'bench/programs/loaded-files.js')
  const { output } = await run({ ...program, args: ['--import', hook, ...program.args] })
  const [, bytes] = /^loaded (\d+)$/m.exec(output) ?? []
  return Number(bytes)
}

export const START_ROWS: readonly Row[] = [
  {
    id: 'S1',
    what: 'main in mode status: connect, reflection, reads, exit / h2 floor',
    why: 'gRPC and protobuf are compiled and make their types at each start, which is most of the code of a deploy (S5).',
    figures: ratio(2.9),
    prepare: async (scene) => {
      await deployedGreeter(scene)
      const inputs = inputsFor(await emulator(scene), { app: 'greeter', mode: 'status' })
      return { a: ms(main(await checkout(scene, 'greeter'), inputs)), b: ms(await floor(scene)) }
    }
  },
  {
    id: 'S2',
    what: 'a whole small deploy on loopback / h2 floor',
    why: 'the code of a deploy is read and compiled at each start (S5), and seven answers are waited for in turn (E1).',
    figures: ratio(2.2),
    prepare: async (scene) => ({ a: ms(await deployedGreeter(scene)), b: ms(await floor(scene)) })
  },
  {
    id: 'S4',
    what: 'post with closed state / node -e 0',
    figures: ratio(1.15),
    prepare: async () => ({ a: ms(IDLE_POST), b: ms(EMPTY) })
  },
  {
    id: 'S5',
    what: 'code that is read by main for a deploy, and by an idle post',
    figures: [
      { of: 'main', unit: 'MB', goal: 2, isAbsolute: true },
      { of: 'idle post', unit: 'kB', goal: 20, isAbsolute: true }
    ],
    pairs: 1,
    prepare: async (scene) => {
      const deploy = await deployedGreeter(scene)
      return { a: async () => [(await loaded(deploy)) / 1e6, (await loaded(IDLE_POST)) / 1e3] }
    }
  },
  {
    id: 'S6',
    what: 'an input error / node -e 0',
    why: 'the first file is compiled at each start, and the outputs need node:crypto.',
    figures: ratio(2.5),
    prepare: async (scene) => {
      const inputs = { app: 'Not a Name', code: 'greeter', token: 'a-bearer-token', organization: 'acme' }
      const wrong = { ...main(await checkout(scene, 'greeter'), inputs), exitCode: 1 }
      return { a: ms(wrong), b: ms(EMPTY) }
    }
  }
]
