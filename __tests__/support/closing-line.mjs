/** Below so many files nobody asks where the time went. */
const MANY = 20

/** A jest reporter: closes every run with one plain line that counts, and a long one with where its time went. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults } = results
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    if (testResults.length >= MANY) process.stderr.write(`\n${whereTimeWent(testResults)}`)
    process.stderr.write(`\n${numPassedTests} passed, ${failed} failed${skipped}\n`)
  }
}

/** Seconds by folder and by file, the longest first; several files run at once. */
function whereTimeWent(testResults) {
  const files = testResults.map(({ testFilePath, perfStats }) => ({
    name: testFilePath.slice(testFilePath.indexOf('__tests__/') + '__tests__/'.length),
    seconds: perfStats.runtime / 1000
  }))
  const folders = Map.groupBy(files, ({ name }) => `${name.split('/')[0]}/`)
  const sums = [...folders].map(([name, own]) => ({
    name,
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0)
  }))
  return `Seconds by folder: ${longest(sums, 8)}\nSeconds by file: ${longest(files, 16)}\n`
}

function longest(items, count) {
  const sorted = items.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
  return sorted.map(({ name, seconds }) => `${name} ${Math.round(seconds)}`).join(', ')
}
