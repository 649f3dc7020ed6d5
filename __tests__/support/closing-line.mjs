import { readFileSync } from 'node:fs'

/** Below so many files nobody asks where the time went. */
const MANY = 20

/** A jest reporter: closes every run with one plain line that counts, and a long one with where its time went. */
export default class ClosingLine {
  #workers = new Map()

  onTestFileResult() {
    for (const [pid, times] of workerTimes()) this.#workers.set(pid, times)
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults } = results
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    if (testResults.length >= MANY) process.stderr.write(`\n${whereTimeWent(testResults, [...this.#workers.values()])}`)
    process.stderr.write(`\n${numPassedTests} passed, ${failed} failed${skipped}\n`)
  }
}

/** Seconds by folder and by file, the longest first; several files run at once. */
function whereTimeWent(testResults, workers) {
  const files = testResults.map(({ testFilePath, perfStats }) => ({
    name: testFilePath.slice(testFilePath.indexOf('__tests__/') + '__tests__/'.length),
    seconds: perfStats.runtime / 1000
  }))
  const folders = Map.groupBy(files, ({ name }) => `${name.split('/')[0]}/`)
  const sums = [...folders].map(([name, own]) => ({
    name,
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0)
  }))
  return `Seconds by folder: ${longest(sums, 8)}\nSeconds by file: ${longest(files, 16)}\n${whatWorked(workers)}`
}

/** CPU time of jest's workers, and of what they have started and seen end. */
function whatWorked(workers) {
  const sum = (of) => Math.round(workers.reduce((all, worker) => all + worker[of], 0))
  return workers.length === 0
    ? ''
    : `Seconds of CPU: ${sum('self')} in jest's workers, ${sum('started')} in what they started\n`
}

/** By process; Linux counts in ticks of 10 ms (proc_pid_stat(5), fields 14 to 17). Elsewhere there are none. */
function workerTimes() {
  const started = textOf(`/proc/${process.pid}/task/${process.pid}/children`).trim().split(' ')
  return started.filter(Boolean).flatMap((pid) => {
    const stat = textOf(`/proc/${pid}/stat`)
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const seconds = (from) => (fields[from] + fields[from + 1]) / 100
    return stat === '' ? [] : [[pid, { self: seconds(11), started: seconds(13) }]]
  })
}

/** Empty for a process that is gone. */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function longest(items, count) {
  const sorted = items.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
  return sorted.map(({ name, seconds }) => `${name} ${Math.round(seconds)}`).join(', ')
}
