import { PUBLISHED, UNREAD } from './mishaps.ts'
import type { OutputRow } from './output-row.ts'

const HEAD = { sha: '8f3c1d0a5b7e49260c4d8a1f6e2b93d57a0c4e18', repo: { full_name: 'octo-org/octo-app' } }

/** A job of pull request 7. */
function preview(state: 'open' | 'closed', row: Omit<OutputRow, 'mode' | 'options'>): OutputRow {
  const event = { pull_request: { number: 7, state, head: HEAD } }
  const inputs = { comment: 'false', ...row.inputs }
  return { mode: 'preview', ...row, inputs, options: { event, github: { event_name: 'pull_request' } } }
}

const APP = { app_id: 'acme/greeter-pr-7' } as const
const PREVIEWED = { ...PUBLISHED, ...APP } as const

export const PREVIEW_ROWS: readonly OutputRow[] = [
  preview('open', {
    ending: 'the pull request has an app of its own',
    begins: 'nothing',
    inputs: { 'allow-unauthenticated': 'true' },
    ends: { ...PREVIEWED, published_version: '1', previous_version: '', active_version: '1' }
  }),
  preview('open', { ending: 'a version of it is published', begins: 'one', ends: PREVIEWED }),
  preview('closed', {
    ending: 'the pull request is closed, and the app is gone',
    begins: 'one',
    ends: { ...APP, status: 'removed', reason_code: 'ok', changed: 'true', previous_version: '1', public_urls: '[]' }
  }),
  preview('closed', {
    ending: 'the pull request is closed, and there was no app',
    begins: 'nothing',
    ends: { status: 'unchanged', reason_code: 'unchanged', changed: 'false' }
  }),
  {
    mode: 'preview',
    ending: 'the event names no pull request',
    begins: 'nothing',
    ends: { ...UNREAD, reason_code: 'bad_input' }
  }
]
