import { readFile } from 'node:fs/promises'
import { status } from '@grpc/grpc-js'
import type { Fault, FaultScript, ScriptedFault } from './faults.ts'

/** The text of a fault script cannot be used; the message names the entry. */
export class FaultScriptError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'FaultScriptError'
  }
}

type Entry = { readonly name: string; readonly values: Readonly<Record<string, unknown>> }

/** The keys that an action takes beside `method`, `call` and `action`. */
const ACTION_KEYS = {
  status: ['code', 'details', 'after'],
  'drop-before': [],
  'drop-after': [],
  delay: ['ms'],
  hang: [],
  'hang-after': [],
  'cut-stream': ['after']
} as const satisfies Record<Fault['action'], readonly string[]>

/** Reads a fault script from a file; throws FaultScriptError. */
export async function readFaultScript(path: string): Promise<FaultScript> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new FaultScriptError(`${path}: cannot be read`, { cause })
  }
  return parseFaultScript(text, path)
}

/**
 * A fault script from its JSON text:
 * `{ "faults": [{ "method": "ComputeService/PublishDraft", "call": 1 | [1, 2] | "all", "action": …, … }] }`.
 * Throws FaultScriptError, whose message starts with `source`.
 */
export function parseFaultScript(text: string, source: string): FaultScript {
  const script = parseJson(text, source)
  if (!isRecord(script)) throw new FaultScriptError(`${source}: must be an object with \`faults\``)
  refuseOtherKeys({ name: source, values: script }, ['faults'])
  const faults = script['faults']
  if (!Array.isArray(faults)) throw new FaultScriptError(`${source}: \`faults\` must be a list`)
  return faults.map((values: unknown, index) => {
    const name = `${source}: faults[${index}]`
    if (!isRecord(values)) throw new FaultScriptError(`${name}: must be an object`)
    return scriptedFault({ name, values })
  })
}

function scriptedFault(entry: Entry): ScriptedFault {
  return { method: methodOf(entry), calls: callsOf(entry), fault: faultOf(entry) }
}

function methodOf(entry: Entry): string {
  const method = entry.values['method']
  if (typeof method !== 'string' || !/^\w+\/\w+$/.test(method)) {
    throw wrong(entry, 'method', 'a service and a method, like "ComputeService/PublishDraft"')
  }
  return method
}

function callsOf(entry: Entry): 'all' | readonly number[] {
  const call = entry.values['call']
  if (call === 'all') return 'all'
  const calls: unknown[] = Array.isArray(call) ? call : [call]
  const counted = calls.filter((value) => isWhole(value, 1))
  if (calls.length === 0 || counted.length < calls.length) {
    throw wrong(entry, 'call', '"all", a number from 1, or a list of such numbers')
  }
  return counted
}

function faultOf(entry: Entry): Fault {
  const action = entry.values['action']
  if (!isAction(action)) throw wrong(entry, 'action', `one of ${Object.keys(ACTION_KEYS).join(', ')}`)
  refuseOtherKeys(entry, ['method', 'call', 'action', ...ACTION_KEYS[action]])
  switch (action) {
    case 'status':
      return statusFault(entry)
    case 'delay':
      return { action, ms: whole(entry, 'ms', 0) }
    case 'cut-stream':
      return { action, messages: whole(entry, 'after', 1) }
    default:
      return { action }
  }
}

function statusFault(entry: Entry): Fault {
  const { code, details = '', after = false } = entry.values
  if (!isCode(code)) throw wrong(entry, 'code', 'the name of a gRPC status other than OK, like "UNAVAILABLE"')
  if (typeof details !== 'string') throw wrong(entry, 'details', 'a text')
  if (typeof after !== 'boolean') throw wrong(entry, 'after', 'true or false')
  return { action: 'status', code: status[code], details, afterEffect: after }
}

function whole(entry: Entry, key: string, least: number): number {
  const value = entry.values[key]
  if (!isWhole(value, least)) throw wrong(entry, key, `a whole number from ${least}`)
  return value
}

function refuseOtherKeys(entry: Entry, known: readonly string[]): void {
  const unknown = Object.keys(entry.values).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    const fix = known.map((key) => `\`${key}\``).join(', ')
    throw new FaultScriptError(`${entry.name}: unknown \`${unknown.join('`, `')}\`; it takes ${fix}`)
  }
}

function wrong(entry: Entry, key: string, wanted: string): FaultScriptError {
  const given = key in entry.values ? JSON.stringify(entry.values[key]) : 'missing'
  return new FaultScriptError(`${entry.name}: \`${key}\` must be ${wanted}, but is ${given}`)
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FaultScriptError(`${source}: is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
}

function isAction(value: unknown): value is Fault['action'] {
  return typeof value === 'string' && Object.hasOwn(ACTION_KEYS, value)
}

/** grpc-js's `status` also maps numbers to names; only names are taken, and OK is no fault. */
function isCode(value: unknown): value is Exclude<keyof typeof status, 'OK'> {
  return typeof value === 'string' && /^[A-Z_]+$/.test(value) && value !== 'OK' && Object.hasOwn(status, value)
}
