/**
 * Loaded before a stage by NODE_OPTIONS: copies what the stage leaves in the runner's files, before the runner reads
 * and masks it, and writes down which modules were loaded and how much memory it took.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const loaded = []

registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url)
    return nextLoad(url, context)
  }
})

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
    peakBytes: process.resourceUsage().maxRSS * 1024
  }
  appendFileSync(process.env.OBSERVED_IN, `${JSON.stringify(seen)}\n`)
})
