import { invalid } from './request-fields.ts'

const NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/

/** Refuses a name that the action would refuse as well; the platform's own rule is unknown. */
export function checkAppName(name: string): void {
  if (!NAME.test(name)) {
    throw invalid('name must be at most 63 of a-z, 0-9, ".", "-" and "_", the first and last a letter or digit')
  }
}
