import { readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { SourceError } from '../../model/errors.ts'
import { contains, posixPath } from '../files/containment.ts'
import { codeOf, readFailure } from '../files/file-faults.ts'
import { printable } from '../files/names.ts'
import { exclusionOfWhole } from '../rules/exclusions.ts'

/** What a symlink stands for. */
type LinkTarget = {
  /** Absolute, without symlinks. */
  readonly real: string
  /** POSIX path of the target from the root. */
  readonly origin: string
  readonly stats: Stats
  /** True where the target or a directory above it is left out because it is likely to hold a secret. */
  readonly isSensitive: boolean
}

type Symlink = { readonly real: string; readonly shownPath: string }
type LinkScope = { readonly root: string; readonly exclude: readonly string[] }

/**
 * Follows a symlink as far as the tree goes. Throws SourceError for one that is broken, loops, leaves the tree, or leads
 * to what is never packed: leaving such a link out in silence would break the app instead.
 */
export function followSymlink(link: Symlink, tree: LinkScope): LinkTarget {
  const { real, stats } = resolved(link)
  if (!contains(tree.root, real)) throw badLink(link, 'leads out of the directory that is packed')
  const origin = posixPath(tree.root, real)
  const exclusion = origin === '' ? 'keep' : exclusionOfWhole(origin, stats.isFile())
  if (exclusion === 'never' || tree.exclude.some((each) => contains(each, real))) {
    throw badLink(link, 'leads to something that is never packed')
  }
  return { real, origin, stats, isSensitive: exclusion === 'withhold' }
}

function resolved(link: Symlink): { readonly real: string; readonly stats: Stats } {
  try {
    const real = realpathSync(link.real)
    return { real, stats: statSync(real) }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ELOOP') throw badLink(link, 'is part of a loop of symlinks')
    if (code === 'ENOENT' || code === 'ENOTDIR') throw badLink(link, 'leads nowhere')
    throw readFailure(error, link.shownPath)
  }
}

/** Names the link with its target, as the link holds it. */
export function badLink(link: Symlink, fault: string): SourceError {
  const target = printable(readlinkSync(link.real))
  return new SourceError(`The symlink \`${printable(link.shownPath)}\` (to \`${target}\`) ${fault}.`, {
    hint: 'Leave it out by an `.igniteignore`, or replace it by what it leads to.'
  })
}
