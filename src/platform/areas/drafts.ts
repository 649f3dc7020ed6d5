import { PlatformError } from '../../model/errors.ts'
import type { App, Description } from '../../model/plan.ts'
import type { Draft, Execution } from '../../model/platform-state.ts'
import { appId } from '../../model/ports/run.ts'
import type { DraftCode } from '../../model/requests.ts'
import { GONE } from '../advice/calls.ts'
import { isAnsweredWith } from '../calls/call-failure.ts'
import { reading, SAVE_MS, type Service, writing } from '../calls/service.ts'
import { message, text } from '../codec/answer.ts'
import { draftIn, executionIn } from './answers.ts'
import { appKey } from './apps.ts'
import { codeAdvice, codeSource } from './code-source.ts'
import { placed, takersOf } from './description.ts'

type DraftContent = { readonly code: DraftCode; readonly description: Description }

/** Saves the code, with the description where SaveDraft takes it. */
export async function saveDraft(compute: Service, app: App, { code, description }: DraftContent): Promise<Draft> {
  const { draft: beside, source } = placed(description, takersOf(compute), code.kind === 'compile')
  const details = { effect: 'replace', capMs: SAVE_MS, hints: { ...GONE, ...codeAdvice(code) } } as const
  const manner = writing(`Saving the draft of ${appId(app)}`, 'source_error', details)
  const answer = await compute.call('SaveDraft', { ...appKey(app), code: codeSource(code, source), ...beside }, manner)
  const draft = draftIn(answer) ?? (await readDraft(compute, app))
  if (draft === undefined) throw noDraft(manner.doing)
  return draft
}

export async function readDraft(compute: Service, app: App): Promise<Draft | undefined> {
  const answer = await compute.look('GetDraftInfo', appKey(app), `Reading the draft of ${appId(app)}`)
  return answer && draftIn(answer)
}

export async function compileDraft(compute: Service, app: App): Promise<string | undefined> {
  if (compute.find('CompileDraft') === undefined) return undefined
  try {
    const manner = writing(`Compiling the draft of ${appId(app)}`, 'compile_failed', { hints: GONE })
    const answer = await compute.call('CompileDraft', appKey(app), manner)
    return text(answer, 'deploy_id') || draftIn(answer)?.deployId || ''
  } catch (error) {
    if (isAnsweredWith(error, 'UNIMPLEMENTED', 'FAILED_PRECONDITION')) return undefined
    throw error
  }
}

export function compileLog(compute: Service, deployId: string, stop: AbortSignal): AsyncIterable<Uint8Array> {
  const following = { doing: 'Reading the compile log', reason: 'platform_unavailable', stop } as const
  return compute.log(compute.find('StreamCompileLogs'), { deploy_id: deployId }, following)
}

export async function testDraft(compute: Service, app: App, payload: Uint8Array): Promise<string> {
  const manner = writing(`Testing the draft of ${appId(app)}`, 'test_failed', { hints: GONE })
  const answer = await compute.call('TestDraft', { ...appKey(app), payload }, manner)
  return text(message(answer, 'execution') ?? answer, 'execution_id')
}

export async function readExecution(compute: Service, id: string): Promise<Execution> {
  const manner = reading(`Reading the execution ${id}`, 'test_failed')
  return executionIn(await compute.call('GetExecution', { execution_id: id }, manner), id)
}

function noDraft(doing: string): PlatformError {
  return new PlatformError('NOT_FOUND', `${doing}: the platform took it and shows no draft`, {
    ambiguous: false,
    reason: 'draft_conflict',
    hint: 'Another run may have discarded it. Run the job again.'
  })
}
