import { PlatformError } from '../../model/errors.ts'
import type { App } from '../../model/plan.ts'
import type { CodeFile } from '../../model/platform-state.ts'
import { appId } from '../../model/ports/run.ts'
import type { Service } from '../calls/service.ts'
import { type Answer, bytes, flag, messages, number, text } from '../codec/answer.ts'
import { offered } from '../codec/write.ts'
import { appKey } from './apps.ts'

/** With all its tries: it is a look beside the deployment, which must not wait for it. */
const READ_MS = 20_000

type VersionCode = { readonly version: number; readonly stop: AbortSignal }

export async function readCode(
  compute: Service,
  app: App,
  { version, stop }: VersionCode
): Promise<readonly CodeFile[] | undefined> {
  return await compute.ifOffered('GetAppCode', async ({ name, input }) => {
    // Without a version, the active one is meant.
    const request = { ...appKey(app), ...offered(input, { version }) }
    const doing = `Reading the code of version ${version} of ${appId(app)}`
    const late = AbortSignal.timeout(READ_MS)
    try {
      const answer = await compute.look(name, request, doing, AbortSignal.any([stop, late]))
      return answer ? messages(answer, 'files').map(codeFile) : []
    } catch (error) {
      throw error === late.reason ? tooLate(doing) : error
    }
  })
}

/** The content of a binary file is left out; whether it is bytes or text is not public. */
function codeFile(file: Answer): CodeFile {
  const content = bytes(file, 'content')
  const stated = number(file, 'size_bytes')
  const isGiven = !flag(file, 'is_binary') && (content.length > 0 || stated === 0)
  const path = text(file, 'path').replace(/^(\.?\/)+/, '')
  return { path, bytes: stated || content.length, content: isGiven ? content : undefined }
}

function tooLate(doing: string): PlatformError {
  return new PlatformError('DEADLINE_EXCEEDED', `${doing}: no answer came within ${READ_MS / 1000} seconds`, {
    ambiguous: false,
    reason: 'platform_unavailable'
  })
}
