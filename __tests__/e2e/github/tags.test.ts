import { afterAll, expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { judged } from '../../github/support/talking.ts'
import { type ActionOptions, inputsFor, runMain, Workspace } from '../../support/deploying.ts'
import { HEAD, shownComment } from '../support/on-github.ts'

const TAG = 'v1.2.0-rc.1'
const workspace = new Workspace()

afterAll(() => workspace[Symbol.dispose]())

/** A push of the tag, and what it published. */
async function released(options: EmulatorOptions, job: ActionOptions = {}, inputs = {}) {
  await using emulator = await startEmulator(options)
  const tagged = { event_name: 'push', ref: `refs/tags/${TAG}`, ref_name: TAG, ref_type: 'tag', sha: HEAD }
  const given = inputsFor(emulator, inputs)
  const main = await runMain(workspace, { ...job, inputs: given, github: { ...tagged, ...job.github } })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const publish = emulator.journal.find(({ method }) => method === 'ComputeService/PublishDraft')
  return { main, request: publish?.request }
}

test.each([{}, { permuteSeed: 7 }])(
  'a tag describes the version where the platform takes a description: %j',
  async (more) => {
    const { main, request } = await released({ variants: ['version-description'], ...more })
    expect(request).toMatchObject({ description: TAG })
    expect(main.summary).toContain(`tag <code>${TAG}</code>`)
  }
)

test('where it takes none, nothing is sent, and the summary has the tag all the same', async () => {
  const { main, request } = await released({})
  expect(request).not.toHaveProperty('description')
  expect(main.summary).toContain(`tag <code>${TAG}</code>`)
})

test('a push to a branch describes nothing', async () => {
  const branch = { github: { ref: 'refs/heads/main', ref_name: 'main', ref_type: 'branch' } }
  const { main, request } = await released({ variants: ['version-description'] }, branch)
  expect(request).toMatchObject({ description: '' })
  expect(main.summary).not.toContain('tag <code>')
})

test('a release of a merged pull request is told there, with its tag', async () => {
  await using github = await judged()
  github.store.openPullRequest(9, { state: 'closed', isMerged: true, commits: [HEAD] })
  await released({}, { github: github.context, event: { release: { tag_name: TAG } } }, { comment: 'true' })
  expect(shownComment(github, 9)).toContain(`commit aaaaaaa · tag ${TAG}`)
})
