import { readFileSync } from 'node:fs'

/** Where the time of a run goes, in the order of the table. */
export const SHARES = [
  'compiling the files that it reads',
  'running the modules in them once',
  'the run’s own work',
  'Node’s JavaScript: its start, its modules, sockets and HTTP/2',
  'collecting garbage',
  'native code: Node’s start, the system',
  'waiting'
] as const

export type Share = (typeof SHARES)[number]

/** Milliseconds. */
export type Shares = Readonly<Record<Share, number>>

type Frame = { readonly functionName: string; readonly url: string }
type Profile = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }[]
  /** The node of each sample. */
  readonly samples: readonly number[]
  /** Microseconds from the sample before. */
  readonly timeDeltas: readonly number[]
}

/** Every sample of a profile that V8 wrote belongs to one share, by the functions that are on the stack. */
export function sharesOf(file: string): Shares {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const known = new Map<number, Share>()
  const shareAt = (id: number): Share => {
    const share = known.get(id) ?? shareOf(stackOf(id, { parents, frames }))
    known.set(id, share)
    return share
  }
  const sums = Object.fromEntries(SHARES.map((share) => [share, 0])) as Record<Share, number>
  samples.forEach((id, at) => {
    sums[shareAt(id)] += (timeDeltas[at + 1] ?? 0) / 1000
  })
  return sums
}

type Tree = { readonly parents: ReadonlyMap<number, number>; readonly frames: ReadonlyMap<number, Frame> }

/** From the function that runs to the one that was called first. */
function stackOf(id: number, { parents, frames }: Tree): readonly Frame[] {
  const stack: Frame[] = []
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const frame = frames.get(at)
    if (frame) stack.push(frame)
  }
  return stack
}

const COMPILES = ['wrapSafe', 'compileFunctionForCJSLoader', 'compileSourceTextModule', 'ModuleWrap']
/** What a bundle asks for a module with; it runs the module the first time. */
const REQUIRES = /^__(?:nccwpck|webpack)_require__/

function shareOf(stack: readonly Frame[]): Share {
  const [leaf] = stack
  if (leaf?.functionName === '(idle)') return 'waiting'
  if (leaf?.functionName === '(garbage collector)') return 'collecting garbage'
  if (leaf?.functionName === '(program)' || leaf?.functionName === '(root)')
    return 'native code: Node’s start, the system'
  if (COMPILES.includes(leaf?.functionName ?? '')) return 'compiling the files that it reads'
  const own = stack.filter(({ url }) => url !== '' && !url.startsWith('node:'))
  if (own.length === 0) return 'Node’s JavaScript: its start, its modules, sockets and HTTP/2'
  const isOnce = stack.some(({ functionName }) => REQUIRES.test(functionName))
  return isOnce ? 'running the modules in them once' : 'the run’s own work'
}
