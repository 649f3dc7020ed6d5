import type { Advise } from './action/failure.ts'
import type { Pinned } from './action/pinned/pinned.ts'
import type { InputReader } from './inputs/input-reader.ts'
import { adviceFor } from './platform/advice/advice.ts'
import { whereModule } from './source/missing-module.ts'
import { whyLeftOut } from './source/why-left-out.ts'

type Evidence = { readonly inputs: InputReader; readonly pinned: Pinned; readonly workspace: string }

/** Knows failures by their words, and by what was packed. */
export function adviser({ inputs, pinned, workspace }: Evidence): Advise {
  const isGiven = (name: string): boolean => inputs.given([name]).length > 0
  return (text, speaker) =>
    adviceFor({
      text,
      speaker,
      isGiven,
      lookUp: (misses, name) => {
        // What the platform clones by itself is not what was packed.
        const packed = isGiven('code') ? pinned.packed : undefined
        if (packed === undefined) return undefined
        const place = { ...packed, workspace }
        if (misses !== 'file') return whereModule(misses, name, place)
        const says = whyLeftOut(name, place)
        return says === undefined ? undefined : { says, isSure: true }
      }
    })
}
