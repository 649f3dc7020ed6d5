/**
 * What packing costs: whole processes that pack a tree, against programs that do a part of it or all of it, in turn, as
 * ratios. Usage: node bench/pack.ts [pairs]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { create } from 'tar'
import { inspect } from '../src/source/inspect.ts'
import { makeBinary, makeTextTree } from './trees.ts'

const CREDENTIALS = ['a-bearer-token-of-forty-characters-or-so', 'a-service-account-secret']

type Cost = { readonly ms: number; readonly cpuMs: number }
type Program = readonly [command: string, ...args: string[]]

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

/** What a child process does, by its name. */
const WORK: Record<string, (place: string) => Promise<unknown>> = {
  pack: async (root) => {
    const options = { workspace: root, exclude: [], credentials: CREDENTIALS, stop: new AbortController().signal }
    const inspected = await inspect({ path: root, shownPath: '.', runtime: 'go' }, options)
    return 'found' in inspected && inspected.found.pack()
  },
  zlib: (tar) => pipeline(createReadStream(tar, { highWaterMark: 1 << 20 }), createGzip({ level: 6 }), nowhere()),
  tar: (root) => pipeline(create({ gzip: { level: 6 }, portable: true, cwd: root }, ['.']), nowhere())
}

function own(work: string, place: string): Program {
  return [process.execPath, import.meta.filename, work, place]
}

function shell(script: string, place: string): Program {
  return ['sh', '-c', script, 'sh', place]
}

/** CPU time is that of the process and of its children, as the kernel counts it. */
function cost([command, ...args]: Program): Cost {
  const before = childrenCpuMs()
  const start = performance.now()
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return { ms: performance.now() - start, cpuMs: childrenCpuMs() - before }
}

/** `cutime` and `cstime` of this process, in clock ticks of 10 ms. */
function childrenCpuMs(): number {
  const stat = execFileSync('cat', [`/proc/${process.pid}/stat`]).toString()
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

type Measure = {
  readonly name: string
  readonly a: Program
  readonly b: Program
  readonly goal: number
  readonly of: keyof Cost
}

function measures(root: string): readonly Measure[] {
  const [small, many, binary] = ['small', 'many', 'binary'].map((name) => path.join(root, name)) as [
    string,
    string,
    string
  ]
  makeTextTree(small, { files: 50, bytes: 200_000 })
  makeTextTree(many, { files: 5_000, bytes: 60_000_000 })
  makeBinary(path.join(binary, 'app'), 100_000_000)
  for (const tree of [small, many, binary]) execFileSync('tar', ['-cf', `${tree}.tar`, '-C', tree, '.'])
  const pack = own('pack', many)
  const alone = own('zlib', `${many}.tar`)
  const tarred = 'tar --sort=name -C "$1" -c . |'
  return [
    { name: 'P1 5,000 files / zlib alone', a: pack, b: alone, goal: 0.65, of: 'ms' },
    { name: 'P1 the same, CPU', a: pack, b: alone, goal: 1.15, of: 'cpuMs' },
    { name: 'P2 the same / tar | gzip -6', a: pack, b: shell(`${tarred} gzip -6`, many), goal: 0.52, of: 'ms' },
    ...(hasPigz()
      ? [
          {
            name: 'P3 the same / tar | pigz -6',
            a: pack,
            b: shell(`${tarred} pigz -6`, many),
            goal: 1.1,
            of: 'ms' as const
          }
        ]
      : []),
    { name: 'P4 the same / node-tar', a: pack, b: own('tar', many), goal: 0.42, of: 'ms' },
    {
      name: 'P5 100 MB binary / zlib alone',
      a: own('pack', binary),
      b: own('zlib', `${binary}.tar`),
      goal: 0.6,
      of: 'ms'
    },
    {
      name: 'P6 50 files 200 KB / zlib alone',
      a: own('pack', small),
      b: own('zlib', `${small}.tar`),
      goal: 1.3,
      of: 'ms'
    }
  ]
}

function hasPigz(): boolean {
  return spawnSync('pigz', ['--version']).status === 0
}

function compare(pairs: number): void {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'))
  process.once('exit', () => rmSync(root, { recursive: true }))
  if (!hasPigz()) console.log('P3 needs pigz, which is not installed')
  for (const { name, a, b, goal, of } of measures(root)) {
    const ratios = Array.from({ length: pairs }, () => cost(a)[of] / cost(b)[of]).sort((x, y) => x - y)
    const at = (part: number): string => (ratios[Math.floor((ratios.length - 1) * part)] ?? 0).toFixed(2)
    console.log(`${name}: median ${at(0.5)} (${at(0)} to ${at(1)}, ${pairs} pairs), goal ${goal}`)
  }
}

const [mode = '5', place = ''] = process.argv.slice(2)
const work = WORK[mode]
if (work) await work(place)
else compare(Number(mode))
