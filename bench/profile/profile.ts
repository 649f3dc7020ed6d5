import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { median } from '../measuring/pairs.ts'
import { type Program, run } from '../measuring/process.ts'
import { writePage } from '../report/page.ts'
import { deployedGreeter } from '../rows/start-rows.ts'
import { MAIN, ROOT } from '../scene/places.ts'
import { Scene } from '../scene/scene.ts'
import { keepProfile } from './kept-profile.ts'
import { SHARES, type Shares, sharesOf } from './shares.ts'

const RUNS = 15
/** The last commit whose main was one file. */
const ONE_FILE = 'd47efa8d^'
const MICROSECONDS = 100

/** Where the time of a small deploy on loopback goes, of a commit's `dist/` and of the one that lies here. */
export async function profile([revision = ONE_FILE]: readonly string[]): Promise<void> {
  await using scene = new Scene()
  const deploy = await deployedGreeter(scene)
  const old = await distOf(revision, scene)
  const before: Shares[] = []
  const after: Shares[] = []
  for (let turn = 0; turn < RUNS; turn++) {
    before.push(await profiled({ ...deploy, args: deploy.args.map((arg) => (arg === MAIN ? old : arg)) }, scene))
    after.push(await profiled(deploy, scene))
  }
  const commit = execFileSync('git', ['rev-parse', '--short', revision], { cwd: ROOT, encoding: 'utf8' }).trim()
  keepProfile({
    before: commit,
    date: new Date().toISOString().slice(0, 10),
    rows: SHARES.map((share) => ({
      share,
      before: median(before.map((each) => each[share])),
      after: median(after.map((each) => each[share]))
    }))
  })
  writePage()
}

/** Its main, as it was committed. */
async function distOf(revision: string, scene: Scene): Promise<string> {
  const folder = scene.at('dist-before')
  mkdirSync(folder)
  const packed = execFileSync('git', ['archive', revision, 'dist', 'package.json'], { cwd: ROOT, maxBuffer: 2 ** 28 })
  execFileSync('tar', ['-x', '-C', folder], { input: packed })
  return path.join(folder, 'dist/main/index.js')
}

async function profiled(program: Program, scene: Scene): Promise<Shares> {
  const folder = scene.at(`profile-${profiles++}`)
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${MICROSECONDS}`]
  await run({ ...program, args: [...flags, ...program.args] })
  const [file] = readdirSync(folder)
  if (file === undefined) throw new Error('Node wrote no profile.')
  return sharesOf(path.join(folder, file))
}

let profiles = 0
