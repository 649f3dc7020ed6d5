import type { Variants } from '../../../contract/variants.ts'
import type { App, Draft, Execution, Version } from '../../model/model.ts'

/** The enum values that no page prints, as the variant `status-spelling` has them in the descriptors. */
const RESPELLED: Readonly<Record<string, string>> = {
  VERSION_STATUS_COMPILED: 'VERSION_STATUS_READY',
  VERSION_STATUS_FAILED: 'VERSION_STATUS_COMPILE_ERROR',
  EXECUTION_STATUS_RUNNING: 'EXECUTION_STATUS_IN_PROGRESS',
  DEPLOYMENT_STATE_ACTIVE: 'DEPLOYMENT_STATE_SERVING'
}

function spelled(word: string, variants: Variants): string {
  return (variants.has('status-spelling') && RESPELLED[word]) || word
}

export function draftStatus(draft: Draft, variants: Variants): string {
  return spelled(`VERSION_STATUS_${draft.status}`, variants)
}

export function executionStatus(execution: Execution, variants: Variants): string {
  return spelled(`EXECUTION_STATUS_${execution.status}`, variants)
}

export function deploymentState(app: App, variants: Variants): string {
  return spelled(app.activeVersion === 0 ? 'DEPLOYMENT_STATE_CREATED' : 'DEPLOYMENT_STATE_ACTIVE', variants)
}

/** A rollback rewrites nothing: the active version is the one that the app points at. */
export function versionStatus(version: Version, app: App): string {
  return version.number === app.activeVersion ? 'VERSION_STATUS_ACTIVE' : 'VERSION_STATUS_SUPERSEDED'
}
