import type { Remark } from '../../model/ports/packing-port.ts'
import { enumerate } from '../../model/values/words.ts'
import { printable } from '../files/names.ts'
import { askedInVain, type IgnoreFile } from '../rules/ignore-file.ts'
import type { WalkRoot } from './listed-tree.ts'
import { submodulesAround } from './submodules.ts'

/** What is found on the way through a tree and is worth a line, though it keeps nothing from being packed. */
export class TreeRemarks {
  readonly #neverPacked = new Set<string>()
  readonly #empty: { readonly real: string; readonly shownPath: string }[] = []

  rules(file: IgnoreFile): void {
    for (const name of askedInVain(file)) this.#neverPacked.add(name)
  }

  empty(real: string, shownPath: string): void {
    this.#empty.push({ real, shownPath })
  }

  all({ root, purpose, platform }: WalkRoot): readonly Remark[] {
    return [...this.#ofRules(), ...this.#ofSubmodules(root), ...ofWindows(purpose, platform)]
  }

  #ofRules(): readonly Remark[] {
    if (this.#neverPacked.size === 0) return []
    const names = enumerate([...this.#neverPacked].map((name) => `\`${printable(name)}\``))
    return [{ level: 'notice', text: `An ignore file asks for ${names}, which is never packed.` }]
  }

  #ofSubmodules(root: string): readonly Remark[] {
    if (this.#empty.length === 0) return []
    const submodules = submodulesAround(root)
    const empty = this.#empty.filter(({ real }) => submodules.has(real))
    if (empty.length === 0) return []
    const names = enumerate(empty.map(({ shownPath }) => `\`${printable(shownPath)}\``))
    const are = empty.length === 1 ? 'is an empty submodule' : 'are empty submodules'
    return [{ level: 'warning', text: `${names} ${are}. Set \`submodules: true\` of actions/checkout.` }]
  }
}

function ofWindows(purpose: WalkRoot['purpose'], platform: WalkRoot['platform']): readonly Remark[] {
  if (platform !== 'win32' || purpose !== 'context') return []
  const text = 'Windows does not say which files may be executed: every file of the context is sent with the mode 0755.'
  return [{ level: 'notice', text }]
}
