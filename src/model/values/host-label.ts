import type { App } from '../plan.ts'

/** What DNS takes between two dots. */
export const LONGEST_LABEL = 63

/** The first part of an app's public host: `greeter-acme`. */
export function hostLabel({ organization, name }: App): string {
  return `${name}-${organization}`
}
