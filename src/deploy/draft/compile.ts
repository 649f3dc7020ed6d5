import { DeployError, PlatformError } from '../../model/errors.ts'
import type { Draft } from '../../model/platform-state.ts'
import type { RemoteText } from '../../model/ports/ports.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { type DraftCode, isImage, isMadeByDraft } from '../../model/requests.ts'
import { follow } from '../log/follow.ts'
import { notMade } from '../log/not-made.ts'
import { conflict, fingerprint, sameFingerprint } from './draft.ts'
import type { ReadyDraft } from './finish-draft.ts'

/** A Rust draft that is still not compiled this long after the last sign of life was never taken up. */
const RUST_IDLE_MS = 30_000

/** Compiles the draft with its log in view. The state of the draft decides, not the log. Returns the draft as it is then. */
export async function compileDraft(run: Run, saved: Draft, code: DraftCode): Promise<ReadyDraft> {
  const { tools } = run
  const deployId = await beginCompile(run, saved, code)
  if (deployId === undefined) return nothingToCompile(run, saved, code)
  tools.report({ deployId })
  const remote = tools.log.remote()
  const watch = new DraftWatch(run, { saved, code, deployId })
  await follow({ open: (stop) => watch.log(stop), ended: (logEnded) => watch.ended(logEnded) }, remote, tools)
  const draft = watch.last
  tools.log.debug(`The draft is ${draft.status} (${watch.deployId}).`)
  if (hasFailed(draft)) throw await draftNotMade({ draft, isImage: isImage(code) }, remote)
  tools.report({ codeHash: draft.codeHash, imageRef: draft.imageRef, deployId: watch.deployId })
  return { draft, isMade: true, isImage: isImage(code) }
}

/** The id of the compile, empty where it is not known yet; undefined where there is none: some platforms compile as they save. */
async function beginCompile({ app, platform }: Run, saved: Draft, code: DraftCode): Promise<string | undefined> {
  const deployId = isMadeByDraft(code) ? await platform.compileDraft(app) : undefined
  return deployId ?? (isCompiling(saved) || hasFailed(saved) ? saved.deployId : undefined)
}

function nothingToCompile({ tools }: Run, saved: Draft, code: DraftCode): ReadyDraft {
  if (isRust(code)) {
    throw new DeployError('compile_failed', 'The platform does not compile this draft, and Rust must be compiled.', {
      hint: 'Check that `runtime` is right and that Cargo.toml lies at the root of `code`.'
    })
  }
  tools.log.info('The platform compiles nothing for this draft: it is built when it is published.')
  return { draft: saved, isMade: false, isImage: isImage(code) }
}

/** Reads the draft and remembers what tells that its compile is over. */
class DraftWatch {
  last: Draft
  readonly #run: Run
  readonly #saved: Draft
  readonly #code: DraftCode
  readonly #begun: string
  #sawCompiling = false
  /** The most bytes that one attachment to the log has given. */
  #heard = 0
  #lastSign: number

  constructor(run: Run, { saved, code, deployId }: { saved: Draft; code: DraftCode; deployId: string }) {
    this.#run = run
    this.#saved = saved
    this.#code = code
    this.#begun = deployId
    this.last = saved
    this.#lastSign = run.tools.clock.now()
  }

  /** By which the compile's log is found; empty until the platform names it. */
  get deployId(): string {
    return this.#begun || this.last.deployId
  }

  /** What it repeats when it is attached again is no sign of life. */
  async *log(stop: AbortSignal): AsyncIterable<Uint8Array> {
    if (this.deployId === '') throw noLog()
    let bytes = 0
    for await (const chunk of this.#run.platform.compileLog(this.deployId, stop)) {
      bytes += chunk.length
      if (bytes > this.#heard) {
        this.#heard = bytes
        this.#lastSign = this.#run.tools.clock.now()
      }
      yield chunk
    }
  }

  async ended(logEnded: boolean): Promise<boolean> {
    const draft = await this.#run.platform.readDraft(this.#run.app)
    if (!draft)
      throw new DeployError('draft_conflict', `The draft of ${appId(this.#run.app)} is gone while it compiles.`)
    checkSameDraft(this.#run, draft, { saved: this.#saved, deployId: this.#begun })
    this.last = draft
    if (isCompiling(draft)) {
      this.#sawCompiling = true
      return false
    }
    if (hasFailed(draft)) return true
    if (this.#isUntouchedRust(draft)) return this.#giveUpOnRust()
    return this.#sawCompiling || logEnded || isOther(draft, this.#saved)
  }

  #isUntouchedRust(draft: Draft): boolean {
    return isRust(this.#code) && draft.status === 'DRAFT'
  }

  #giveUpOnRust(): boolean {
    if (this.#run.tools.clock.now() - this.#lastSign < RUST_IDLE_MS) return false
    throw new DeployError('compile_failed', 'The platform took the draft and did not compile it.', {
      hint: 'Run the job again; if this repeats, ask the platform’s support and name the deploy_id.'
    })
  }
}

export function isCompiling({ status }: Draft): boolean {
  return /COMPILING|PENDING|QUEUED|BUILDING|RUNNING/.test(status)
}

export function hasFailed({ status, error }: Draft): boolean {
  return error !== '' || /FAIL|ERROR|CANCEL/.test(status)
}

/** The log may be named later, as one is that is not made yet. */
function noLog(): PlatformError {
  const details = { ambiguous: false, reason: 'platform_unavailable' } as const
  return new PlatformError('NOT_FOUND', 'The platform names no log of this draft.', details)
}

type DraftCompile = { readonly saved: Draft; readonly deployId: string }

/**
 * Compiling may give the draft another hash, and images a reference, but it is the same draft: saved at the same time, and
 * compiled under our id. Another one is another run's, and is not ours to test and publish.
 */
function checkSameDraft({ app }: Run, draft: Draft, { saved, deployId }: DraftCompile): void {
  const isSame =
    draft.createdAtMs === saved.createdAtMs &&
    draft.codeKind === saved.codeKind &&
    (draft.deployId === '' || deployId === '' || draft.deployId === deployId)
  if (!isSame) throw conflict(app, fingerprint(saved), draft)
}

function isOther(draft: Draft, saved: Draft): boolean {
  return draft.status !== saved.status || !sameFingerprint(fingerprint(draft), fingerprint(saved))
}

function isRust(code: DraftCode): boolean {
  return code.kind === 'compile' && code.runtime === 'rust'
}

type UnmadeDraft = Pick<ReadyDraft, 'draft' | 'isImage'>

/** The draft was not compiled, or its image not built. */
export function draftNotMade({ draft, isImage }: UnmadeDraft, remote: RemoteText): Promise<DeployError> {
  const { error, status } = draft
  const what = isImage ? 'image' : 'code'
  return notMade({ what, error, otherwise: `the draft’s status is ${status}` }, remote)
}
