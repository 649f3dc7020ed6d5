import { status } from '@grpc/grpc-js'
import { StatusError } from '../../contract/contract.ts'
import type { AppKey } from './model.ts'

export type Fields = Readonly<Record<string, unknown>>

/** The refusal of a request that makes no sense. */
export function invalid(details: string): StatusError {
  return new StatusError(status.INVALID_ARGUMENT, details)
}

/** A text field; empty when it is not there. */
export function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** A number field; 0 when it is not there. */
export function number(fields: Fields, name: string): number {
  const value = fields[name]
  return typeof value === 'number' ? value : 0
}

/** A bytes field, which one of the variants has as a string. */
export function bytes(fields: Fields, name: string): Buffer {
  const value = fields[name]
  return typeof value === 'string' || value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0)
}

/** A map of texts; empty when it is not there. */
export function textMap(fields: Fields, name: string): Readonly<Record<string, string>> {
  return { ...(fields[name] as Record<string, string> | undefined) }
}

/** A message field; undefined when it is not set. */
export function message(fields: Fields, name: string): Fields | undefined {
  return (fields[name] as Fields | null | undefined) ?? undefined
}

/** The app that a request is about. */
export function appKey(fields: Fields): AppKey {
  return { organization: text(fields, 'organization_name'), name: text(fields, 'app_name') }
}
