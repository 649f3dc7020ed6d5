/** A jest reporter: closes every run with one plain line that counts. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    process.stderr.write(`\n${numPassedTests} passed, ${failed} failed${skipped}\n`)
  }
}
