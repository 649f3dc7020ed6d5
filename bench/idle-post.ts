/**
 * How much a post with nothing to do costs: the built dist/post with closed state against an empty Node, as a ratio
 * (at most 1.15). Usage: node bench/idle-post.ts [pairs]
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { performance } from 'node:perf_hooks'

const post = path.resolve(import.meta.dirname, '../dist/post/index.js')
const pairs = Number(process.argv[2] ?? 21)
const env = { PATH: process.env['PATH'] ?? '', STATE_ignite_deploy: '{"run":"o/r/1/1","closed":true}' }

function run(args: readonly string[]): number {
  const start = performance.now()
  execFileSync(process.execPath, [...args], { env, stdio: 'ignore' })
  return performance.now() - start
}

/** The two take turns, so that both see the same machine. */
const ratios = Array.from({ length: pairs }, () => {
  const empty = run(['-e', '0'])
  return run([post]) / empty
}).sort((a, b) => a - b)

const at = (part: number): string => (ratios[Math.floor((ratios.length - 1) * part)] ?? 0).toFixed(2)
console.log(
  `idle post / node -e 0: median ${at(0.5)} (quartiles ${at(0.25)} to ${at(0.75)}, ${pairs} pairs), goal 1.15`
)
