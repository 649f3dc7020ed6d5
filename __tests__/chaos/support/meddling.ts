import type { StepRun } from '../../../runner/runner.ts'
import type { ChaosPlan, Interruption, Rival } from './plan.ts'
import { APP, otherCode, type Scene } from './scene.ts'

export type Meddling = {
  /** Resolves when the rival has done what it does; it does nothing more after main's end. */
  rival: Promise<void>
  mainEnded(): void
  signalledAtMs(): number | undefined
}

/** What happens while main runs: the network is cut, a signal comes, another client deploys. */
export function meddle({ network, interruption, rival }: ChaosPlan, scene: Scene, step: StepRun): Meddling {
  let isMainRunning = true
  let signalledAtMs: number | undefined
  const meddling: Meddling = {
    rival: Promise.resolve(),
    mainEnded: () => {
      isMainRunning = false
    },
    signalledAtMs: () => signalledAtMs
  }
  for (const at of network.cutsAt) scene.moments.on(at, () => scene.proxy.cut('reset'))
  if (interruption) {
    scene.moments.on(interruption.at, () => {
      if (!isMainRunning) return
      signalledAtMs = Date.now()
      interrupt(step, interruption)
    })
  }
  if (rival?.at) {
    scene.moments.on(rival.at, () => {
      if (isMainRunning) meddling.rival = compete(rival, scene)
    })
  }
  return meddling
}

function interrupt(step: StepRun, { how }: Interruption): void {
  if (how === 'cancel') step.cancel()
  else step.kill(how)
}

/** A fault may let a call hang for ever. */
const PATIENCE_MS = 15_000

/** What the platform refuses it, or loses, is the rival's own trouble. */
export async function compete({ does, savesOurCode }: Rival, { client, ourCode }: Scene): Promise<void> {
  const save = async (code: object) => await client.call('SaveDraft', { ...APP, code }, PATIENCE_MS)
  try {
    if (does !== 'publish-ours') await save(savesOurCode ? await ourCode() : otherCode('of a rival'))
    if (does !== 'save') await client.call('PublishDraft', APP, PATIENCE_MS)
    if (does === 'publish-between') await save(await ourCode())
  } catch {
    return
  }
}
