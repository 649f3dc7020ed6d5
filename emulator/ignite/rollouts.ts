import { type App, appId } from './model/model.ts'

export type AppEvent = {
  readonly timestampMs: number
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  /** How often it happened, one after the other. */
  readonly count: number
}

/** How the version that is live was last brought up. */
type Rollout = {
  readonly version: number
  readonly isUp: boolean
  /** Empty where it is up. */
  readonly why: string
  /** How often it did not come up, one after the other. */
  readonly failures: number
}

/** What became of the apps' live versions: known as long as the emulator runs, as a cluster forgets its events too. */
export type Rollouts = {
  up(app: App): void
  /** The first line says how a cluster would call it. */
  down(app: App, why: string): void
  /** Undefined where the active version was not brought up yet. */
  of(app: App): Rollout | undefined
  /** Oldest first. */
  events(app: App): readonly AppEvent[]
}

const KEPT_EVENTS = 50

export function createRollouts(now: () => number): Rollouts {
  const rollouts = new Map<string, Rollout>()
  const happened = new Map<string, readonly AppEvent[]>()
  const of = (app: App) => {
    const last = rollouts.get(appId(app))
    return last?.version === app.activeVersion ? last : undefined
  }
  const tell = (app: App, event: Pick<AppEvent, 'type' | 'reason' | 'message'>) => {
    const events = happened.get(appId(app)) ?? []
    const last = events.at(-1)
    const isSame = last?.reason === event.reason && last.message === event.message
    const count = isSame ? last.count + 1 : 1
    const others = isSame ? events.slice(0, -1) : events
    happened.set(appId(app), [...others, { ...event, timestampMs: now(), count }].slice(-KEPT_EVENTS))
  }
  return {
    up: (app) => {
      if (!of(app)?.isUp)
        tell(app, { type: 'Normal', reason: 'Started', message: `version ${app.activeVersion} is up` })
      rollouts.set(appId(app), { version: app.activeVersion, isUp: true, why: '', failures: 0 })
    },
    down: (app, why) => {
      const [line = ''] = why.split('\n')
      const [, reason = 'Unhealthy', message = line] = /^(\w+): (.*)$/.exec(line) ?? []
      tell(app, { type: 'Warning', reason, message })
      const failures = (of(app)?.failures ?? 0) + 1
      rollouts.set(appId(app), { version: app.activeVersion, isUp: false, why: line, failures })
    },
    of,
    events: (app) => happened.get(appId(app)) ?? []
  }
}
