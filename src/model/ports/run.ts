import type { App, Plan } from '../plan.ts'
import type { Platform } from './platform-port.ts'
import type { Step, Tools } from './ports.ts'

/** One run of the pipeline, once it is connected: what every step works with. */
export type Run = {
  readonly app: App
  readonly plan: Plan
  readonly platform: Platform
  readonly tools: Tools
  readonly step: Step
}

/** `acme/greeter`. */
export function appId({ organization, name }: App): string {
  return `${organization}/${name}`
}
