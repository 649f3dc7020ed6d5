import type { status } from '@grpc/grpc-js'
import type { EmulatorOptions } from '../../../../emulator/start.ts'

/** A platform that refuses a method in these words, from the nth call on. */
export function refusing(
  method: string,
  code: status,
  details: string,
  from = 1
): { readonly platform: EmulatorOptions } {
  const name = method.includes('/') ? method : `ComputeService/${method}`
  const fault = { action: 'status', code, details, afterEffect: false } as const
  const calls = from === 1 ? 'all' : Array.from({ length: 10 }, (_, at) => from + at)
  return { platform: { faults: [{ method: name, calls, fault }] } }
}
