import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { fixture } from '../../runner/fixture.ts'
import { ActionProcess, killOrphans, type ProcessEnd } from '../../runner/process.ts'

type Ended = ProcessEnd & { readonly text: string; readonly trackingId: string }

/**
 * Runs a script that prints `ready`, and does something to it then. With the runner's own waits, unless they are waited
 * out: a busy machine hears a signal late.
 */
async function run(
  main: string,
  whenReady: (process: ActionProcess) => void = () => undefined,
  timeScale = 1
): Promise<Ended> {
  using action = fixture({ main })
  const trackingId = randomUUID()
  let text = ''
  const process = new ActionProcess({
    script: join(action.directory, 'main.js'),
    workingDirectory: action.directory,
    environment: { RUNNER_TRACKING_ID: trackingId },
    timeScale,
    onOutput: (stream, chunk) => {
      text += `${stream}: ${chunk}`
      if (`${chunk}`.includes('ready')) whenReady(process)
    }
  })
  return { ...(await process.ended), text, trackingId }
}

const stop = (process: ActionProcess) => void process.stop()
const stayAlive = "setInterval(() => {}, 1000); console.log('ready')\n"

describe('ActionProcess', () => {
  test('gives the exit code, both streams and an empty stdin', async () => {
    const { text, exitCode, pipesLeftOpen } = await run(
      "console.log(fs.readFileSync(0).length); console.error('e'); process.exitCode = 7"
    )
    expect(text).toContain('stdout: 0\n')
    expect(text).toContain('stderr: e\n')
    expect({ exitCode, pipesLeftOpen }).toEqual({ exitCode: 7, pipesLeftOpen: false })
  })

  test('ends a process without handlers by SIGINT', async () => {
    expect((await run(stayAlive, stop)).exitCode).toBe(130)
  })

  test('lets a process that handles SIGINT choose its exit code', async () => {
    const { exitCode } = await run(`process.on('SIGINT', () => process.exit(3)); ${stayAlive}`, stop)
    expect(exitCode).toBe(3)
  })

  test('goes on to SIGTERM and SIGKILL', async () => {
    const { text, exitCode } = await run(
      `for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log(name)); ${stayAlive}`,
      stop,
      0.5
    )
    expect(text.split('stdout: ').slice(1)).toEqual(['ready\n', 'SIGINT\n', 'SIGTERM\n'])
    expect(exitCode).toBe(137)
  })

  test('sends no signal to the children', async () => {
    const child = `process.on('SIGINT', () => console.log('child got it')); setTimeout(() => {}, 300); console.log('ready')`
    const { text } = await run(
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })
       process.on('SIGINT', () => console.log('parent got it'))`,
      stop
    )
    expect(text).toContain('parent got it')
    expect(text).not.toContain('child got it')
  })

  test('waits for output that a child still sends after the end', async () => {
    const child = `setTimeout(() => console.log('late'), 100)`
    const { text, pipesLeftOpen } = await run(
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }).unref()`
    )
    expect(text).toContain('late')
    expect(pipesLeftOpen).toBe(false)
  })

  test('waits no longer than its grace for a child that holds the output, which is then an orphan', async () => {
    const { pipesLeftOpen, exitCode, trackingId } = await run(
      `require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' }).unref()`,
      () => undefined,
      0.1
    )
    expect({ pipesLeftOpen, exitCode }).toEqual({ pipesLeftOpen: true, exitCode: 0 })
    expect(killOrphans(trackingId).map(({ command }) => command)).toEqual(['sleep 60'])
    expect(killOrphans(randomUUID())).toEqual([])
  })

  test('rejects when the process cannot start', async () => {
    const start = {
      script: 'x',
      workingDirectory: '/nowhere',
      environment: {},
      timeScale: 1,
      onOutput: () => undefined
    }
    await expect(new ActionProcess(start).ended).rejects.toThrow('ENOENT')
  })
})
