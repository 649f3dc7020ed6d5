import { stripVTControlCharacters } from 'node:util'
import { appId } from './ignite/model/model.ts'
import type { Watch } from './ignite/watch.ts'
import { DEFAULT_ACCOUNT, type Emulator, type EmulatorOptions } from './start.ts'

/** What somebody at a terminal needs first: the addresses, the account, and inputs to paste. */
export function greeting({ grpc, tokenUrl, public: web }: Pick<Emulator, 'grpc' | 'tokenUrl' | 'public'>): string {
  const { id, secret, organization } = DEFAULT_ACCOUNT
  return `The emulator is running; Ctrl+C ends it.

  API       ${grpc}
  tokens    ${tokenUrl}
  apps      ${web} (open it in a browser)
  account   ${id}, secret ${secret}, organization ${organization}

To deploy a folder:  npm run deploy -- DIR
In a workflow:

  with:
    app: greeter
    code: .
    api-endpoint: ${grpc}
    auth-url: ${tokenUrl}
    service-account-id: ${id}
    service-account-secret: ${secret}
    allow-unauthenticated: true

`
}

/** Tells one line a deploy, a request and a line that an app prints. */
export function narrator(write: (line: string) => void): Required<Pick<EmulatorOptions, 'watch' | 'onCall'>> {
  // What an app prints must not steer the terminal.
  const tell = (line: string) =>
    write(
      stripVTControlCharacters(line)
        .replace(/\p{Cc}/gu, ' ')
        .trimEnd()
    )
  const watch: Watch = {
    printed: (app, line) => tell(`${appId(app)} | ${line}`),
    answered: ({ app, method, path, code, error }) => {
      tell(`${method} /${appId(app)}${path === '/' ? '' : path} ${code} ${error}`)
    }
  }
  return {
    watch,
    onCall: ({ method, request, answer, outcome }) => {
      if (method !== 'ComputeService/PublishDraft' || outcome !== 'OK') return
      const { organization_name: organization, app_name: name } = request as Record<string, string>
      const { published_version: version } = answer as { published_version: number }
      tell(`${organization}/${name} version ${version} is published`)
    }
  }
}
