import path from 'node:path'
import { InputError } from '../model/errors.ts'
import type { Plan } from '../model/plan.ts'
import type { RunFacts, SecretlessCause } from './facts.ts'
import type { InputReader } from './input-reader.ts'
import { type Access, readAccess } from './read-access.ts'
import { baseOf, readPlan } from './read-plan.ts'
import { readTimeoutMs } from './read-timeout.ts'
import { rejectOwnNetwork } from './source/own-network.ts'
import type { Inspectors } from './source/read-source.ts'

/** All that the user asked for: what to do, where and as whom, and for how long. */
export type Request = { readonly plan: Plan; readonly access: Access; readonly timeoutMs: number }

/** Nothing is wrong but that GitHub gives this run no secrets. */
export type SecretlessRun = { readonly app: string; readonly secretless: SecretlessCause }

/** Reads every input. Throws one InputError that names all that is wrong; nothing has been sent by then. */
export async function readRequest(
  inputs: InputReader,
  facts: RunFacts,
  inspect: Inspectors
): Promise<Request | SecretlessRun> {
  const plan = await readPlan(inputs, facts, inspect)
  const base = baseOf(inputs, facts.workspace)
  const access = readAccess(inputs, facts, (file) => path.resolve(base, file))
  const timeoutMs = readTimeoutMs(inputs)
  if (facts.secretless && !access && inputs.wrongValues.length === 0) {
    return { app: inputs.text('app') ?? 'The app', secretless: facts.secretless }
  }
  if (plan && access && 'source' in plan) rejectOwnNetwork(inputs, plan.source, access.endpoint)
  if (inputs.problems.length > 0 || !plan || !access) throw new InputError(inputs.problems)
  return { plan, access, timeoutMs }
}
