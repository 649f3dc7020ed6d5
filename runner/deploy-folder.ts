import { statSync } from 'node:fs'
import path from 'node:path'
import type { Addresses } from '../emulator/record.ts'
import { DEFAULT_ACCOUNT } from '../emulator/start.ts'
import { runAction } from './runner.ts'
import { WebView } from './stage-log.ts'

const ACTION = path.resolve(import.meta.dirname, '..')

export type FolderDeployment = {
  readonly source: string
  readonly inputs: Readonly<Record<string, string>>
  readonly emulator: Addresses
  readonly write: (text: string) => void
  readonly signal: AbortSignal
}

/** Deploys the folder with the built action, shows its log as the web page does, and calls what is live. Says whether both worked. */
export async function deployFolder(deployment: FolderDeployment): Promise<boolean> {
  const { source, inputs, emulator, write, signal } = deployment
  const isFile = statSync(source).isFile()
  const view = new WebView()
  await using step = runAction({
    directory: ACTION,
    workspace: isFile ? path.dirname(source) : source,
    inputs: {
      ...(inputs['git-url'] || inputs['image-ref'] ? {} : { code: isFile ? path.basename(source) : '.' }),
      'api-endpoint': emulator.grpc,
      'auth-url': emulator.auth,
      'service-account-id': DEFAULT_ACCOUNT.id,
      'service-account-secret': DEFAULT_ACCOUNT.secret,
      'allow-unauthenticated': 'true',
      ...inputs
    },
    onLine: (line) => {
      const shown = view.show(line)
      if (shown !== undefined) write(`${shown}\n`)
    }
  })
  const cancel = () => step.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const main = await step.main
  const post = await step.post()
  signal.removeEventListener('abort', cancel)
  if (main.conclusion !== 'success' || post.conclusion !== 'success') return false
  return call(main.outputs['public_url'] ?? '', deployment)
}

/** An image is asked as a browser asks, a handler with the payload of its test. */
async function call(url: string, { inputs, write, signal }: FolderDeployment): Promise<boolean> {
  const images = ['dockerfile-path', 'git-url', 'image-ref']
  const isImage = images.some((input) => inputs[input]) || inputs['builder'] === 'buildpacks'
  const body = inputs['test-payload'] ?? '{}'
  const request = isImage ? { method: 'GET' } : { method: 'POST', body }
  write(`\n${request.method} ${url}${isImage ? '' : ` ${body}`}\n`)
  try {
    const answer = await fetch(url, { ...request, signal })
    write(`${answer.status} ${await answer.text()}\n`)
    return answer.ok
  } catch (error) {
    write(`no answer: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
}
