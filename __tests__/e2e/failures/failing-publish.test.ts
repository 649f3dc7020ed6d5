import { status } from '@grpc/grpc-js'
import type { FailureRow } from './support/failure-row.ts'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

function refused(what: string, code: status, words: string, live?: FailureRow['live']): FailureRow {
  return { what, ...(live && { live }), ...refusing('PublishDraft', code, words, live ? 2 : 1) }
}

failEach('publish', [
  refused('a publish that is refused', status.FAILED_PRECONDITION, 'not on a Friday'),
  refused('the same of an app that is live', status.FAILED_PRECONDITION, 'not on a Friday', {}),
  refused('a draft that is gone', status.FAILED_PRECONDITION, '{"status":"no draft"}'),
  refused('a quota of versions that is used up', status.RESOURCE_EXHAUSTED, 'quota exceeded: versions 50/50'),
  refused('a platform inside of which something fails', status.INTERNAL, 'scheduler: no nodes available'),
  refused('another publish at the same time', status.ABORTED, 'publish already in progress'),
  refused('an app that was deleted meanwhile', status.NOT_FOUND, 'app not found'),
  {
    what: 'a read that is refused for ever',
    ...refusing('GetDraftInfo', status.UNAVAILABLE, 'connection to the database was lost')
  }
])
