import { setTimeout as sleep } from 'node:timers/promises'

const ROUNDS = 1500

/** What `look` gives as soon as it is truthy, at most for 30 s: a wait that outlives its test would hold jest up. */
export async function until<T>(look: () => T | Promise<T>): Promise<Exclude<T, undefined | false>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await look()
    if (found) return found as Exclude<T, undefined | false>
    await sleep(20)
  }
  throw new Error('waited for 30 s in vain')
}
