import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { startEmulator } from '../../emulator/start.ts'
import { Observer } from '../e2e/support/observing.ts'
import { inputsFor, run, Workspace } from '../support/deploying.ts'
import { broken, type Compile } from '../support/scripted-platform.ts'
import { type Compiled, compiled, compilerLines, streamFacts } from './support/compiling.ts'
import { faultCase } from './support/fault-case.ts'

/** `FLOOD_MB=1000` and `SILENCE_SECONDS=600` are the long forms. */
const FLOOD_MB = Number(process.env['FLOOD_MB'] ?? 60)
const SILENCE_SECONDS = Number(process.env['SILENCE_SECONDS'] ?? 33)
const LONG_MS = 900_000 + SILENCE_SECONDS * 1000 + FLOOD_MB * 600

const LINES = Array.from({ length: 200 }, (_, at) => `line ${at + 1} of 200 – ünïcödé 🚀`)
const GOOD = { exit: 0, reason: 'ok' } as const
const WHOLE = { 'lines lost': 0, 'lines twice': 0, 'gaps told': 0 } as const

function linesOf(from: number, to: number): Buffer {
  return Buffer.from(
    LINES.slice(from, to)
      .map((line) => `${line}\n`)
      .join('')
  )
}

/** A compile whose attachments are told so many lines from the start, each; the last one is told all. */
function toldUpTo(lines: readonly number[], goesOn: () => void): Compile {
  let isOver = false
  async function* log(attachment: number): AsyncGenerator<Buffer> {
    const most = lines[attachment - 1]
    for (let from = 0; from < (most ?? LINES.length); from += 10) {
      yield linesOf(from, Math.min(from + 10, most ?? LINES.length))
      await turn()
    }
    if (most !== undefined) return goesOn()
    isOver = true
  }
  return { log, isOver: () => isOver }
}

/** A compile whose log says all at once. */
function saying(log: Buffer): Compile {
  let isOver = false
  async function* tell(): AsyncGenerator<Buffer> {
    yield log
    isOver = true
  }
  return { log: tell, isOver: () => isOver }
}

function attachmentsOf({ calls }: Pick<Compiled, 'calls'>): number {
  return calls.filter(({ method }) => method === 'StreamCompileLogs').length
}

faultCase({
  number: 67,
  fault: 'the log of a compile breaks five times with UNAVAILABLE',
  expected: { ...GOOD, ...WHOLE, attachments: 6 },
  run: async () => {
    const deployed = await compiled(toldUpTo([20, 63, 64, 140, 199], broken))
    return { ...streamFacts(deployed, LINES), attachments: attachmentsOf(deployed) }
  }
})

faultCase({
  number: 67,
  fault: 'the connection is cut five times while an image is built',
  expected: { ...GOOD, ...WHOLE, attachments: 6 },
  run: async () => {
    const fault = { action: 'cut-stream', messages: 12 } as const
    const faults = [{ method: 'BuildService/StreamBuildLogs', calls: [1, 2, 3, 4, 5], fault }]
    await using emulator = await startEmulator({ faults })
    using workspace = new Workspace()
    mkdirSync(path.join(workspace.path, 'web'))
    workspace.write('web/Dockerfile', TALKATIVE_DOCKERFILE)
    const inputs = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
    const deployed = await run(workspace, { inputs: inputsFor(emulator, inputs) })
    const said = Array.from({ length: 30 }, (_, at) => `step ${at + 1}`)
    const attachments = emulator.journal.filter(({ method }) => method.endsWith('/StreamBuildLogs')).length
    return { ...streamFacts({ ...deployed, shown: compilerLines(deployed.main) }, said), attachments }
  }
})

const TALKATIVE_DOCKERFILE = `FROM scratch
RUN for step in $(seq 30); do echo "step $step"; sleep 0.6; done
USER 65534
CMD ["python3", "-m", "http.server"]
`

faultCase({
  number: 67,
  fault: 'the log of a compile is not there yet when it is asked for, and is NOT_FOUND twice',
  expected: { ...GOOD, ...WHOLE, attachments: 3 },
  run: async () => {
    const notThere = () => {
      throw { code: status.NOT_FOUND, details: 'no log of that deploy' }
    }
    const deployed = await compiled(toldUpTo([0, 0], notThere))
    return { ...streamFacts(deployed, LINES), attachments: attachmentsOf(deployed) }
  }
})

faultCase({
  number: 68,
  fault: 'the log ends early, the compile goes on',
  expected: { ...GOOD, ...WHOLE, attachments: 2 },
  run: async () => {
    const deployed = await compiled(toldUpTo([20], () => undefined))
    return { ...streamFacts(deployed, LINES), attachments: attachmentsOf(deployed) }
  }
})

faultCase({
  number: 68,
  fault: 'the log ends early and is live: what is printed meanwhile is told to nobody',
  expected: { ...GOOD, 'lines lost': 53, 'lines twice': 0, 'gaps told': 1 },
  run: async () => {
    let isOver = false
    async function* log(attachment: number): AsyncGenerator<Buffer> {
      if (attachment === 1) return yield linesOf(0, 47)
      yield linesOf(100, LINES.length)
      isOver = true
    }
    return streamFacts(await compiled({ log, isOver: () => isOver }), LINES)
  }
})

faultCase({
  number: 68,
  fault: 'the log ends early every time, and the compile ends by itself: the rest is read once it has',
  expected: { ...GOOD, ...WHOLE, 'read after the end': 1 },
  run: async () => {
    let isOver = false
    let last = 0
    async function* log(attachment: number): AsyncGenerator<Buffer> {
      if (attachment === 1) setTimeout(() => (isOver = true), 5000)
      if (isOver) last++
      yield linesOf(0, isOver ? LINES.length : 47)
    }
    return { ...streamFacts(await compiled({ log, isOver: () => isOver }), LINES), 'read after the end': last }
  }
})

for (const kind of ['replayed', 'live']) {
  faultCase({
    number: 68,
    fault: `a ${kind} log ends, and the state follows a second later`,
    expected: { ...GOOD, ...WHOLE },
    run: async () => {
      let isOver = false
      async function* log(attachment: number): AsyncGenerator<Buffer> {
        if (attachment === 1 || kind === 'replayed') yield linesOf(0, LINES.length)
        if (attachment === 1) setTimeout(() => (isOver = true), 1000)
      }
      return streamFacts(await compiled({ log, isOver: () => isOver }), LINES)
    }
  })
}

for (const { error, expected } of [
  { error: '', expected: { ...GOOD, attachments: 1 } },
  { error: 'exit status 101', expected: { exit: 1, reason: 'compile_failed', attachments: 1 } }
]) {
  faultCase({
    number: 68,
    fault: `the log ends early, the compile is over, its error is ${JSON.stringify(error)}`,
    expected,
    run: async () => {
      const deployed = await compiled({ ...saying(linesOf(0, 20)), error })
      const { exit = -1, reason = '' } = streamFacts(deployed, [])
      return { exit, reason, attachments: attachmentsOf(deployed) }
    }
  })
}

faultCase({
  number: 68,
  fault: 'the log never ends, the compile is over',
  expected: { ...GOOD, ...WHOLE, attachments: 1 },
  run: async () => {
    let isOver = false
    async function* log(_attachment: number, left: AbortSignal): AsyncGenerator<Buffer> {
      yield linesOf(0, LINES.length)
      isOver = true
      await sleep(600_000, undefined, { signal: left }).catch(() => undefined)
    }
    const deployed = await compiled({ log, isOver: () => isOver })
    return { ...streamFacts(deployed, LINES), attachments: attachmentsOf(deployed) }
  }
})

faultCase({
  number: 68,
  fault: 'the platform has no log at all',
  expected: { ...GOOD, ...WHOLE, 'says so': true },
  run: async () => {
    const deployed = await compiled(saying(linesOf(0, 1)), {
      handlers: {
        StreamCompileLogs: () => {
          throw { code: status.UNIMPLEMENTED, details: 'no logs here' }
        },
        GetDraftInfo: () => ({
          draft: { status: 'VERSION_STATUS_COMPILED', code_hash: 'cafe0001', created_at_ms: '1000' }
        })
      }
    })
    const says = 'The log is not shown: Reading the compile log: UNIMPLEMENTED: no logs here\n'
    return { ...streamFacts(deployed, []), 'says so': deployed.main.log.includes(says) }
  }
})

faultCase({
  number: 69,
  fault: `the log is silent for ${SILENCE_SECONDS} s`,
  expected: { ...GOOD, ...WHOLE, 'signs of life': true, 'state polled': true },
  timeoutMs: LONG_MS,
  run: async () => {
    let isOver = false
    async function* log(): AsyncGenerator<Buffer> {
      yield linesOf(0, 1)
      await sleep(SILENCE_SECONDS * 1000)
      yield linesOf(1, LINES.length)
      isOver = true
    }
    const deployed = await compiled({ log, isOver: () => isOver })
    const signs = deployed.main.log.match(/^… Compile draft: \d+/gm)?.length ?? 0
    const before = deployed.calls.findIndex(({ method }) => method === 'StreamCompileLogs')
    const polls = deployed.calls.slice(before).filter(({ method }) => method === 'GetDraftInfo').length
    return {
      ...streamFacts(deployed, LINES),
      'signs of life': signs >= Math.floor(SILENCE_SECONDS / 16),
      'state polled': polls >= Math.floor(SILENCE_SECONDS / 13)
    }
  }
})

const MIXED = ['€ ünïcödé 🚀', '', 'a::error::b', 'progress 10%', 'progress 20%', '::add-mask::a', 'ends 👩‍💻']
const MIXED_TEXT = Buffer.from(
  '€ ünïcödé 🚀\r\n\r\na::error::b\r\nprogress 10%\rprogress 20%\n::add-mask::a\r\nends 👩‍💻'
)

faultCase({
  number: 71,
  fault: 'the log comes byte by byte, in letters, line ends and commands too, and slowly',
  expected: { exit: 0, lines: MIXED },
  run: async () => {
    let isOver = false
    async function* log(): AsyncGenerator<Buffer> {
      for (const [at, byte] of MIXED_TEXT.entries()) {
        yield Buffer.from([byte])
        await sleep(at < 5 ? 1000 : 5)
      }
      isOver = true
    }
    const { main, shown } = await compiled({ log, isOver: () => isOver })
    return { exit: main.exitCode ?? -1, lines: shown }
  }
})

/** A log of so many megabytes, in messages of 100 kB. */
function flood(megabytes: number, line: string): Compile {
  const chunk = Buffer.from(line.repeat(Math.ceil(100_000 / line.length)))
  let isOver = false
  async function* log(): AsyncGenerator<Buffer> {
    for (let sent = 0; sent < megabytes * 1_000_000; sent += chunk.length) yield chunk
    isOver = true
  }
  return { log, isOver: () => isOver }
}

const ORDINARY = `${'x'.repeat(99)}\n`

/** What main took at most, in megabytes, and how large the file of its whole log is. */
async function flooded(compile: Compile) {
  using observer = new Observer()
  let keptBytes = 0
  const look = ({ outputs }: Compiled['main']): void => {
    keptBytes = statSync(outputs['log_path'] ?? '').size
  }
  const deployed = await compiled(compile, { env: observer.env, look })
  return { ...deployed, keptBytes, megabytes: (observer.stages[0]?.peakBytes ?? 0) / 1e6 }
}

/** What a deploy takes whose log is of one line: the flood is measured beside it. */
const ordinary = flooded(flood(0.0001, ORDINARY))

faultCase({
  number: 72,
  fault: 'a line of 10 MB without an end',
  expected: { ...GOOD, 'shown under 1 MB': true, 'memory under 100 MB': true },
  timeoutMs: LONG_MS,
  run: async () => {
    const { main, megabytes } = await flooded(flood(10, 'x'.repeat(100)))
    return {
      exit: main.exitCode ?? -1,
      reason: main.outputs['reason_code'] ?? '',
      'shown under 1 MB': main.log.length < 1_000_000,
      'memory under 100 MB': megabytes - (await ordinary).megabytes < 100
    }
  }
})

faultCase({
  number: 77,
  fault: `a log of ${FLOOD_MB} MB`,
  expected: {
    ...GOOD,
    'shown at most 10 MB': true,
    'kept at most 100 MB': true,
    'says so': true,
    'memory is bounded': true
  },
  timeoutMs: LONG_MS,
  run: async () => {
    const { main, megabytes, keptBytes } = await flooded(flood(FLOOD_MB, ORDINARY))
    return {
      exit: main.exitCode ?? -1,
      reason: main.outputs['reason_code'] ?? '',
      'shown at most 10 MB': main.log.length < 10_010_000,
      'kept at most 100 MB': keptBytes <= 100_000_000 && keptBytes > Math.min(FLOOD_MB, 99) * 1e6,
      'says so': /^Left out here: .* (?:The whole log is|Its first \S+ MB are) in .*platform\.log\.$/m.test(main.log),
      // Seen: 70 MB more for 60, 100 for 250, 175 for 500 and as much for 1,000.
      'memory is bounded': megabytes - (await ordinary).megabytes < (FLOOD_MB > 60 ? 220 : 125)
    }
  }
})
