import { parseArgs } from 'node:util'
import { type GitHubOptions, startGitHub } from './github-server.ts'

const usage = `Serves the part of GitHub's API that the action uses, for one repository with one open pull request.

  node runner/github/github-cli.ts [--repository OWNER/NAME] [--port N] [--pull-request N] [--permission NAME=read|write]...
                                   [--enterprise]

Each call is printed as it is answered. With --permission, the token has those and no others. Ctrl+C ends.
`

const text = { type: 'string' } as const
const options = {
  repository: text,
  port: text,
  'pull-request': text,
  permission: { type: 'string', multiple: true },
  enterprise: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

function readPermissions(given: readonly string[] | undefined): Pick<GitHubOptions, 'permissions'> {
  if (!given) return {}
  const pairs = given.map((pair) => {
    const [name = '', level] = pair.split('=')
    if (level !== 'read' && level !== 'write')
      throw new Error(`--permission must be NAME=read or NAME=write, not ${pair}`)
    return [name, level] as const
  })
  return { permissions: Object.fromEntries(pairs) }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(usage)
  const github = await startGitHub({
    ...(values.repository !== undefined && { repository: values.repository }),
    port: Number(values.port ?? 0),
    isEnterprise: values.enterprise,
    ...readPermissions(values.permission),
    onCall: ({ method, path }) => void process.stdout.write(`${method} ${path}\n`)
  })
  const number = Number(values['pull-request'] ?? 1)
  github.store.openPullRequest(number)
  const variables = Object.entries(github.context).map(([name, value]) => `GITHUB_${name.toUpperCase()}=${value}\n`)
  process.stdout.write(`${variables.join('')}\nPull request ${number} is open.\n\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${usage}`)
  process.exitCode = 2
}
