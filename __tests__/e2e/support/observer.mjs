/**
 * Loaded before a stage by NODE_OPTIONS: copies what the stage leaves in the runner's files, before the runner reads
 * and masks it, and writes down which modules were loaded, how much memory it took, how
 * often it wrote its summary, and how long it waited for anything when it had said its last word.
 */
import { appendFileSync, promises, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const loaded = []

registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url)
    return nextLoad(url, context)
  }
})

let summaries = 0
const { writeFile } = promises
promises.writeFile = (file, ...given) => {
  if (file === process.env.GITHUB_STEP_SUMMARY) summaries++
  return writeFile(file, ...given)
}

let sinceLastWord = performance.eventLoopUtilization()
for (const name of ['stdout', 'stderr']) {
  const { get } = Object.getOwnPropertyDescriptor(process, name)
  let watched
  // Not before the stage asks for it: a stream loads modules that are counted here.
  Object.defineProperty(process, name, { configurable: true, get: () => (watched ??= watch(get.call(process))) })
}

function watch(stream) {
  const write = stream.write.bind(stream)
  stream.write = (...given) => {
    sinceLastWord = performance.eventLoopUtilization()
    return write(...given)
  }
  return stream
}

process.on('exit', () => {
  const read = (name) => readFileSync(process.env[name], 'utf8')
  const files = ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV']
  const [summary, output, state, environment] = files.map(read)
  const seen = {
    script: process.argv[1],
    loaded,
    builtins: process.moduleLoadList,
    summary,
    output,
    state,
    environment,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    summaries,
    idleMs: performance.eventLoopUtilization(sinceLastWord).idle
  }
  appendFileSync(process.env.OBSERVED_IN, `${JSON.stringify(seen)}\n`)
})
