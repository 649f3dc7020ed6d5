import path from 'node:path'
import { type Program, run } from '../measuring/process.ts'
import { checkout, inputsFor, main } from '../scene/action.ts'
import { type Distance, emulator, farEmulator, type Platform } from '../scene/emulator.ts'
import { ROOT } from '../scene/places.ts'
import type { Scene } from '../scene/scene.ts'
import { AUTHORITY } from '../scene/tls-front.ts'
import { INSTALLED, missing, notInstalled } from '../tools/missing.ts'
import { type Row, ratio } from './row.ts'
import { deployedGreeter } from './start-rows.ts'

const RTTS_MS = [0, 20, 40, 80]
const SCRIPT = path.join(ROOT, 'bench/programs/deploy.sh')

const scriptLacks = () => missing('curl') ?? missing('tar') ?? notInstalled('grpcurl')

/** Both ways to deploy the greeter. It is there already. */
async function ways(scene: Scene, distance?: Distance): Promise<{ readonly ours: Program; readonly script: Program }> {
  await deployedGreeter(scene)
  const platform = distance ? await farEmulator(scene, distance) : await emulator(scene)
  const workspace = await checkout(scene, 'greeter')
  const ours = main(workspace, inputsFor(platform, { app: 'greeter', code: 'greeter' }))
  return { ours, script: scripted(platform, path.join(workspace, 'greeter'), distance?.tls ?? false) }
}

function scripted({ grpc, tokenUrl }: Platform, directory: string, tls: boolean): Program {
  const env = {
    GRPCURL: INSTALLED.grpcurl,
    CACERT: AUTHORITY,
    FLAGS: tls ? `-cacert ${AUTHORITY}` : '-plaintext'
  }
  return { command: 'bash', args: [SCRIPT, grpc.replace('https://', ''), tokenUrl, directory], env }
}

function againstScript(distance?: Distance): Row['prepare'] {
  return async (scene) => {
    const { ours, script } = await ways(scene, distance)
    return { a: async () => costs(ours), b: async () => costs(script) }
  }
}

async function costs(program: Program): Promise<readonly number[]> {
  const { ms, cpuMs } = await run(program)
  return [ms, cpuMs]
}

/** How many round trips the time of a program grows by, by least squares. */
function slope(kind: 'ours' | 'script', tls: boolean): (scene: Scene) => Promise<() => Promise<readonly number[]>> {
  return async (scene) => {
    const programs: (readonly [number, Program])[] = []
    for (const rttMs of RTTS_MS) programs.push([rttMs, (await ways(scene, { rttMs, tls }))[kind]])
    return async () => {
      const points: (readonly [number, number])[] = []
      for (const [rttMs, program] of programs) points.push([rttMs, (await run(program)).ms])
      return [leastSquares(points)]
    }
  }
}

function leastSquares(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x0, y0] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const over = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0)
  return over / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0)
}

function slopeRow(goal: number, tls: boolean): Row {
  return {
    id: 'E1',
    what: `growth of a deploy’s time with the round-trip time, over 0, 20, 40 and 80 ms${tls ? ', with TLS' : ''}; B is the script’s`,
    figures: [{ of: '', unit: 'RTT', goal, isAbsolute: true }],
    why: TURNS,
    prepare: async (scene) => {
      const a = await slope('ours', tls)(scene)
      return scriptLacks() ? { a } : { a, b: await slope('script', tls)(scene) }
    }
  }
}

const TURNS =
  'seven answers are waited for, each after the one before: connecting takes one (with TLS two), then reflection, the ' +
  'reads, saving, the look before publishing, publishing, and reading back.'

export const DEPLOY_ROWS: readonly Row[] = [
  slopeRow(7.1, false),
  slopeRow(8.1, true),
  {
    id: 'E2',
    what: 'a deploy at 40 ms / a script of curl, tar and 7 calls by grpcurl',
    why: 'seven round trips of 35 (E1), and the start.',
    figures: ratio(0.3),
    lacks: scriptLacks,
    prepare: againstScript({ rttMs: 40, tls: false })
  },
  {
    id: 'E2',
    what: 'the same with TLS / the same script',
    why: 'as without TLS.',
    figures: ratio(0.3),
    lacks: scriptLacks,
    prepare: againstScript({ rttMs: 40, tls: true })
  },
  {
    id: 'E3',
    what: 'a deploy on loopback / the same script',
    why: 'grpcurl is a small program in Go: seven calls take as long as three starts of an empty Node.',
    figures: [
      { of: 'time', unit: 'ms', goal: 1 },
      { of: 'CPU', unit: 'ms', goal: 1 }
    ],
    lacks: scriptLacks,
    prepare: againstScript()
  },
  {
    id: 'E4',
    what: 'a deploy on loopback / wrangler --version, what a rival’s tool takes to do nothing',
    figures: ratio(0.3),
    lacks: () => notInstalled('wrangler'),
    prepare: async (scene) => {
      const { ours } = await ways(scene)
      const wrangler = { command: INSTALLED.wrangler, args: ['--version'] }
      return { a: async () => [(await run(ours)).ms], b: async () => [(await run(wrangler)).ms] }
    }
  }
]
