import type { App } from '../plan.ts'
import type { Platform } from './platform-port.ts'
import type { Step, Tools } from './ports.ts'

/** One run of a story, once it is connected: what every step works with, and as much of plan and tools as it asks for. */
export type Run<P = unknown, T = Tools> = {
  readonly app: App
  readonly plan: P
  readonly platform: Platform
  readonly tools: T
  readonly step: Step
}

/** `acme/greeter`. */
export function appId({ organization, name }: App): string {
  return `${organization}/${name}`
}
