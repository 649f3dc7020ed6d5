import { setTimeout as sleep } from 'node:timers/promises'
import type { FakeServer } from '../../platform/support/fake-server.ts'
import { broken, type Compile, scriptedPlatform } from '../../support/scripted-platform.ts'

/** How the compile of an app and its log go; the app's name says it, so that many apps share one server. */
export type Telling = {
  /** `replay`: each attachment is told all from the start; `live`: what comes from then on, two chunks after the cut. */
  readonly log: 'replay' | 'live'
  /** Whether the compile is over when the log breaks, or goes on until all of it has been told. */
  readonly compile: 'over' | 'running'
  /** Chunks that the first attachment is told before it breaks. */
  readonly cut: number
}

export function appNamed({ log, compile, cut }: Telling): string {
  return `${log}-${compile}-${cut}`
}

/** Chunks that nobody is told where the log is live. */
export const MISSED = 2

/** A platform whose compile says these chunks. */
export function talkingPlatform(chunks: readonly Buffer[]): Promise<FakeServer> {
  return scriptedPlatform((name) => {
    const [log, compile, cut] = name.split('-')
    return compileOf({ log, compile, cut: Number(cut) } as Telling, chunks)
  })
}

function compileOf({ log, compile, cut }: Telling, chunks: readonly Buffer[]): Compile {
  let isOver = false
  async function* tell(attachment: number): AsyncGenerator<Buffer> {
    const isFirst = attachment === 1
    const from = isFirst || log === 'replay' ? 0 : cut + MISSED
    for (const chunk of chunks.slice(from, isFirst ? cut : chunks.length)) {
      yield chunk
      // So that the chunks arrive one by one, as those of a compiler do.
      await sleep(1)
    }
    if (!isFirst || compile === 'over') isOver = true
    if (isFirst) broken()
  }
  return { log: tell, isOver: () => isOver }
}
