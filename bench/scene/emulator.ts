import path from 'node:path'
import { node, serve } from '../measuring/process.ts'
import { ROOT } from './places.ts'
import { farAway } from './proxy.ts'
import type { Scene } from './scene.ts'
import { tlsFront } from './tls-front.ts'

/** Where a platform is reached. */
export type Platform = {
  /** `HOST:PORT`, behind `https://` where it speaks TLS. */
  readonly grpc: string
  readonly tokenUrl: string
  /** Calls that have ended are appended to it, a line each. */
  readonly journal: string
}

/** The emulator in a process of its own, the same for all rows. */
export function emulator(scene: Scene): Promise<Platform> {
  return scene.once('emulator', async () => {
    const journal = scene.at('journal.jsonl')
    const program = node(path.join(ROOT, 'emulator/main.ts'), '--journal', journal, '--token-ttl', 86_400)
    const { grpc, auth } = JSON.parse(scene.hold(await serve(program)).firstLine)
    return { grpc, tokenUrl: auth, journal }
  })
}

export type Distance = { readonly rttMs: number; readonly tls: boolean }

/** The same emulator, seen from afar. TLS ends on its side of the way. */
export function farEmulator(scene: Scene, { rttMs, tls }: Distance): Promise<Platform> {
  return scene.once(`emulator ${rttMs} ${tls}`, async () => {
    const { grpc, tokenUrl, journal } = await emulator(scene)
    const away = async (target: string, protocol: 'h2' | 'http/1.1') => {
      const front = tls ? scene.hold(await tlsFront(target, protocol)).address : target
      return scene.hold(await farAway(front, rttMs)).address
    }
    const { host, pathname } = new URL(tokenUrl)
    const far = { grpc: await away(grpc, 'h2'), token: await away(host, 'http/1.1') }
    return tls
      ? { grpc: `https://${far.grpc}`, tokenUrl: `https://${far.token}${pathname}`, journal }
      : { grpc: far.grpc, tokenUrl: `http://${far.token}${pathname}`, journal }
  })
}
