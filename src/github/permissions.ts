/** A key of `permissions:` and its value. */
export type Permission = { readonly name: string; readonly level: string }

/**
 * What to write under `permissions:` by GitHub's header `x-accepted-github-permissions`, in which semicolons part the sets of
 * which one will do. `wanted` where it is one of them, since a call that reads asks for less than the next one, which writes,
 * and where the server has no such header.
 */
export function neededPermissions(accepted: string | undefined, wanted: Permission): readonly Permission[] {
  const sets = (accepted ?? '').split(';').map(readSet)
  const isWanted = sets.some(([only, ...others]) => only?.name === wanted.name && others.length === 0)
  return isWanted ? [wanted] : (sets.find((set) => set.length > 0) ?? [wanted])
}

function readSet(text: string): readonly Permission[] {
  return [...text.matchAll(/([a-z_]+)=(read|write|admin)/g)].map(([, name = '', level = '']) => ({
    name: name.replaceAll('_', '-'),
    level
  }))
}

/** The lines to write: what the job has by now is not there any more once `permissions:` is written. */
export function permissionLines(needed: readonly Permission[]): readonly string[] {
  const all = new Map([['contents', 'read'], ...needed.map(({ name, level }) => [name, level] as const)])
  return ['permissions:', ...[...all].map(([name, level]) => `  ${name}: ${level}`)]
}
