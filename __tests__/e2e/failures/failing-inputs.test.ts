import type { Inputs } from '../../support/deploying.ts'
import { failEach } from './support/failure-table.ts'

const IMAGE = { code: '', 'image-ref': 'ghcr.io/acme/web:1' }
const REGISTRY = { 'registry-server': 'ghcr.io', 'registry-username': 'octocat', 'registry-password': 'hunter-two' }

const NO_ACCOUNT = { 'service-account-id': '', 'service-account-secret': '' }
const STAGING = { 'api-endpoint': 'staging', 'auth-url': '' }

/** As `openssl rand -base64 64` prints them. */
const WRAPPED = `KEY=${'c2VjcmV0'.repeat(8)}\nb2YgdHdvIGxpbmVzIQaa==`

const rows: readonly (readonly [what: string, inputs: Inputs])[] = [
  ['no app', { app: '' }],
  ['an app as GitHub writes names', { app: 'acme/sluggy' }],
  ['an app in capitals', { app: 'Sluggy' }],
  ['an app with a blank', { app: 'my app' }],
  ['an app in quotes', { app: '"greeter"' }],
  ['a directory that is missing', { code: 'srv' }],
  ['no source', { code: '' }],
  ['two sources', { 'git-url': 'https://github.com/octo-org/octo-app' }],
  ['a boolean as YAML 1.1 has it', { 'allow-unauthenticated': 'yes' }],
  ['a misspelt input', { paylod: '{}' }],
  ['the input `dockerfile` of other actions', { dockerfile: 'Dockerfile' }],
  ['the input `environment` of other actions', { environment: 'production' }],
  ['the input `timeout` of other actions', { timeout: '600' }],
  ['DODIL_TOKEN as an input', { DODIL_TOKEN: 'a-token-of-somebody', ...NO_ACCOUNT }],
  ['a preview of no pull request', { mode: 'preview' }],
  ['a rollback that names no version', { mode: 'rollback', code: '' }],
  ['a comment that is neither wanted nor not', { comment: 'yes' }],
  ['Node as the runtime', { runtime: 'nodejs22' }],
  ['a runtime that there is not', { runtime: 'perl' }],
  ['env as YAML', { env: 'GREETING: hello' }],
  ['env as JSON', { env: '{"GREETING": "hello"}' }],
  ['a secret of two lines in env', { env: WRAPPED }],
  ['a variable twice', { env: 'A=1\nA=2' }],
  ['a tier that there is not', { tier: 'huge' }],
  ['two ports in one line', { ports: '8080,9090' }],
  ['a health path without its slash', { 'health-path': 'healthz' }],
  ['a time with its unit', { 'timeout-minutes': '10m' }],
  ['an endpoint without a port', { 'api-endpoint': 'ignite.example' }],
  ['the address of the HTTP API', { 'api-endpoint': 'https://api.dodil.io' }],
  ['plaintext to elsewhere', { 'api-endpoint': 'http://ignite.example:80' }],
  ['an endpoint of one’s own without its token endpoint', { 'api-endpoint': 'ignite.example:443', 'auth-url': '' }],
  ['a payload that is no JSON', { 'test-payload': "{'name': 'Ada'}" }],
  ['a payload file that is missing', { 'test-payload-file': 'payloads/*.json' }],
  ['four inputs at once', { app: 'My App', tier: 'huge', ports: 'http', paylod: '{}' }],
  ['the job’s token as the registry’s password', { ...IMAGE, ...REGISTRY, 'github-token': 'hunter-two' }],
  ['credentials of another registry than the image’s', { ...IMAGE, ...REGISTRY, 'registry-server': 'quay.io' }],
  ['a registry without its password', { ...IMAGE, ...REGISTRY, 'registry-password': '' }],
  ['a repository of one’s own network', { ...STAGING, code: '', 'git-url': 'https://10.0.0.5/acme/app' }],
  ['an image of a registry on one’s own machine', { ...STAGING, code: '', 'image-ref': 'localhost:5000/web:1' }],
  ['a Dockerfile for a ready image', { ...IMAGE, 'dockerfile-path': 'Dockerfile' }]
]

/** The same of files that hold settings. */
const fileRows: readonly (readonly [what: string, inputs: Inputs, file: string, text: string])[] = [
  ['memory as Kubernetes writes it, in a config file', { 'config-file': 'app.yaml' }, 'app.yaml', 'memory: 512Mi\n'],
  ['whole CPUs, in a config file', { 'config-file': 'app.yaml' }, 'app.yaml', 'tier: small\ncpu: 2\n'],
  ['a config file that is no YAML', { 'config-file': 'app.yaml' }, 'app.yaml', 'env:\n  A: 1\n B: 2\n'],
  ['a misspelt key of a config file', { 'config-file': 'app.yaml' }, 'app.yaml', 'health_path: /live\n'],
  ['a secret in a config file', { 'config-file': 'app.yaml' }, 'app.yaml', 'token: hunter-two\n'],
  ['a setting in the manifest', { 'config-file': 'info.yaml' }, 'info.yaml', 'runtime: python\ntier: small\n'],
  ['a config file that is missing', { 'config-file': 'config.yml' }, 'app.yaml', ''],
  ['a secret of two lines in a dotenv file', { 'env-file': '.env' }, '.env', WRAPPED],
  ['a dotenv file with a line that sets nothing', { 'env-file': '.env' }, '.env', 'A=1\nsource common.sh\n']
]

failEach('inputs', [
  ...rows.map(([what, inputs]) => ({ what, inputs })),
  ...fileRows.map(([what, inputs, file, text]) => ({ what, inputs, files: { [file]: text } }))
])
