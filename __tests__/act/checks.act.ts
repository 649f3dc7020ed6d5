import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../support/deploying.ts'
import { changeWorkflow, copyToInstall, standIns } from './support/own-workflows.ts'

test('a dist/ that is not what src/ gives is refused, and what the job offers in its place is not', async () => {
  using repository = copyToInstall()
  const artifacts = mkdtempSync(path.join(tmpdir(), 'check-dist-artifacts-'))
  try {
    const inside = (file: string) => path.join(repository.path, file)
    const stale = ['dist/main/index.js', 'dist/post/licenses.txt', 'docs/dependencies.md']
    for (const file of stale) repository.write(file, 'of another src/')
    // act itself checks out where no other commit is named.
    changeWorkflow(repository, 'check-dist.yml', '          ref: ', '          # ')
    // A chunk that is new, and one that is no more.
    rmSync(inside('dist/post/index.js'))
    repository.write('dist/main/000.index.js', '')
    repository.commit()
    const run = () =>
      repository.run('push', 'check-dist.yml', [...standIns('check-dist.yml'), '--env', `ARTIFACTS=${artifacts}`])
    const { log } = await run()
    expect(log.jobs).toEqual({ 'dist/ is built from src/': 'failure' })
    const found = log.printed('npm run check:dist').filter((line) => /^( D| M|\?\?) /.test(line))
    expect(found).toEqual([' D dist/main/000.index.js', ...stale.map((file) => ` M ${file}`), '?? dist/post/index.js'])

    // docs/release.md, Pull requests of Dependabot.
    for (const part of ['dist', 'docs/dependencies.md']) rmSync(inside(part), { recursive: true })
    cpSync(path.join(artifacts, 'dist'), repository.path, { recursive: true })
    repository.commit()
    for (const file of [...stale, 'dist/post/index.js']) {
      expect(readFileSync(inside(file)).equals(readFileSync(path.join(ROOT, file)))).toBe(true)
    }
    expect((await run()).log.jobs).toEqual({ 'dist/ is built from src/': 'success' })
  } finally {
    rmSync(artifacts, { recursive: true })
  }
})

test('CI on Linux is .ci/run', async () => {
  using repository = copyToInstall()
  // Its mode stays: the workflow starts it as a program.
  writeFileSync(path.join(repository.path, '.ci/run'), '#!/bin/sh\necho "$0 has begun"\nexit 7\n')
  repository.commit()
  const { log } = await repository.run('push', 'ci.yml', ['--job', 'all'])
  expect(log.jobs).toEqual({ 'All, as .ci/run does': 'failure' })
  expect(log.text).toContain('| .ci/run has begun')
  expect(log.text).toContain('exit status 7')
})
