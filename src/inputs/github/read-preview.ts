import type { App, DeletePlan } from '../../model/plan.ts'
import { hostLabel, LONGEST_LABEL } from '../../model/values/host-label.ts'
import type { Branch, PullRequest } from '../../model/values/pull-request.ts'
import type { RunFacts } from '../facts.ts'
import type { InputReader } from '../input-reader.ts'
import { type ParsedValue, parseInteger, parseName } from '../parse/parse-values.ts'

/** An app as `app` names it. */
type Target = DeletePlan['target']

/** A pull request's app, and who it is made by: such an app alone is ever removed. */
type PreviewApp = { readonly target: Target; readonly madeBy: string }

const DEFAULT_NAME = '{app}-pr-{number}'

/** The facts, with the pull request that `pr-number` names. What the event says of another one is not about it. */
export function withPullRequest(inputs: InputReader, facts: RunFacts): RunFacts {
  const number = inputs.read('pr-number', parsePullRequest)
  if (number === undefined || number === facts.pullRequestNumber) return facts
  return { ...facts, pullRequestNumber: number, pullRequest: undefined }
}

/** The same, once GitHub has told of the pull request: a preview is of its commit, or of the one that another run built. */
export function withPreviewCommit(
  inputs: InputReader,
  facts: RunFacts,
  pullRequest: PullRequest | undefined
): RunFacts {
  const { builtBranch: built } = facts
  // The number may come from whoever made the pull request, and would let it replace the preview of another one.
  if (built && facts.pullRequestNumber !== undefined) {
    if (!pullRequest) {
      const words = '`pr-number` may name another pull request than the one that was built, and GitHub did not tell.'
      inputs.reject(['pr-number'], words, 'Give the job `pull-requests: read`; the log says what GitHub answered.')
    } else if (!isSame(built, pullRequest.head)) {
      const words = `\`pr-number\` names a pull request of another branch than the one that this run’s workflow was started by.`
      inputs.reject(['pr-number'], words, 'Write the number of the pull request that was built.')
    }
  }
  return { ...facts, pullRequest, commit: facts.builtCommit ?? pullRequest?.headSha ?? facts.commit }
}

/** Of a repository that was deleted, GitHub does not say which one it was. */
function isSame(a: Branch, b: Branch): boolean {
  return a.repository !== undefined && a.repository === b.repository && a.name === b.name
}

/** Undefined where something is wrong; the reader then holds it. */
export function readPreview(inputs: InputReader, facts: RunFacts, app: Target | undefined): PreviewApp | undefined {
  const { pullRequestNumber: number, repository } = facts
  const template = inputs.read('preview-name', parseTemplate, inputs.text('preview-name') ?? DEFAULT_NAME)
  if (number === undefined) {
    inputs.rejectLacking(
      ['pr-number'],
      '`mode: preview` is for a pull request, and the event of this run names none.',
      'Run the workflow on `pull_request`, or write the number in `pr-number`.'
    )
  }
  if (repository === undefined) {
    const fix = 'Without it, a preview could not be told from any other app.'
    inputs.rejectLacking(['mode'], '`mode: preview` needs to know the repository (GITHUB_REPOSITORY).', fix)
  }
  if (template === undefined || number === undefined || repository === undefined || !app) return undefined
  const name = previewName(template, app.name, number)
  checkName(inputs, { ...app, name })
  return { target: { ...app, name }, madeBy: `${repository}#${number}` }
}

export function isPreview(inputs: InputReader): boolean {
  return inputs.text('mode') === 'preview'
}

/** What the preview is called; undefined where that cannot be told. */
export function previewNameIn(inputs: InputReader, { pullRequestNumber: number }: RunFacts): string | undefined {
  const app = inputs.text('app')
  if (app === undefined || number === undefined) return undefined
  return previewName(inputs.text('preview-name') ?? DEFAULT_NAME, nameIn(app), number)
}

/** How people are told of the run's app where there is no plan: as the plan would be; undefined where none is named. */
export function shownAppIn(inputs: InputReader, facts: RunFacts): string | undefined {
  const app = inputs.text('app')
  if (app === undefined) return undefined
  const organization = app.slice(0, -nameIn(app).length).replace(':', '/')
  const name = isPreview(inputs) ? previewNameIn(inputs, facts) : undefined
  return `${organization}${name ?? nameIn(app)}`
}

/** Without the organization. */
export function nameIn(app: string): string {
  return app.slice(app.indexOf(':') + 1)
}

function previewName(template: string, app: string, number: number): string {
  return template.replaceAll('{app}', app).replaceAll('{number}', String(number))
}

/** Which organization an app is of is not always known yet. */
function checkName(inputs: InputReader, { organization, name }: Target): void {
  const parsed = parseName(name)
  if ('problem' in parsed) {
    inputs.reject(['preview-name'], `The preview would be called ${name}, which ${parsed.problem}.`, parsed.fix)
  } else if (organization !== undefined) checkLength(inputs, { organization, name })
}

function checkLength(inputs: InputReader, app: App): void {
  const label = hostLabel(app)
  if (label.length <= LONGEST_LABEL) return
  inputs.reject(
    ['preview-name'],
    `The preview’s host would be ${label}, which has ${label.length} characters; DNS takes ${LONGEST_LABEL}.`,
    'Write a shorter name, for example pr-{number}-x.'
  )
}

function parsePullRequest(text: string): ParsedValue<number> {
  const parsed = parseInteger(text, { min: 1, max: 2_147_483_647 })
  return 'value' in parsed
    ? parsed
    : { problem: 'is not the number of a pull request', fix: 'Write its number alone, for example 12.' }
}

function parseTemplate(text: string): ParsedValue<string> {
  if (!text.includes('{number}')) {
    const fix = 'Write {number} where the number of the pull request goes: each must have an app of its own.'
    return { problem: 'does not hold {number}', fix }
  }
  const other = /\{(?!app\}|number\})[^}]*\}?/.exec(text)
  return other ? { problem: 'holds braces around another word', fix: 'Use {app} and {number}.' } : { value: text }
}
