import path from 'node:path'
import type { Module } from './modules.ts'

/** What a room may import: rooms of src/, by name, and packages. */
export type RoomRule = { readonly rooms: readonly string[]; readonly packages: RegExp }

/** The doors of each folder, by file name; `all` where every file is one. */
export type Doors = Readonly<Record<string, readonly string[] | 'all'>>

/** The room of a file of src/; `.` is where the entries lie. */
export function roomOf(file: string): string {
  const [, room = '', ...rest] = file.split('/')
  return rest.length === 0 ? '.' : room
}

/** Sentences about imports that leave their room. */
export function crossings(modules: readonly Module[], rules: Readonly<Record<string, RoomRule>>): readonly string[] {
  return modules.flatMap(({ file, imports }) => {
    const rule = rules[roomOf(file)]
    if (!rule) return [`${file} lies in no room that has a rule`]
    return imports
      .filter(({ target }) => {
        const isOurs = target.startsWith('src/')
        return isOurs ? !rule.rooms.includes(roomOf(target)) : !rule.packages.test(target)
      })
      .map(({ target }) => `${file} imports ${target}`)
  })
}

/** Sentences about files that are imported from outside of their folder, and are none of its doors. */
export function forcedDoors(modules: readonly Module[], doors: Doors): readonly string[] {
  return modules.flatMap(({ file, imports }) =>
    imports
      .filter(({ target }) => target.startsWith('src/') && isFromOutside(file, target))
      .filter(({ target }) => !isDoor(target, doors))
      .map(({ target }) => `${file} imports ${target}, which is no door of ${path.posix.dirname(target)}`)
  )
}

/** Doors that nobody uses any more. */
export function unusedDoors(modules: readonly Module[], doors: Doors): readonly string[] {
  const used = new Set(
    modules.flatMap(({ file, imports }) =>
      imports.flatMap(({ target }) => (isFromOutside(file, target) ? [target] : []))
    )
  )
  const all = Object.entries(doors).flatMap(([folder, names]) =>
    names === 'all' ? [] : names.map((name) => `${folder}/${name}.ts`)
  )
  return all.filter((door) => !used.has(door))
}

function isDoor(target: string, doors: Doors): boolean {
  const open = doors[path.posix.dirname(target)]
  return open === 'all' || (open?.includes(path.posix.basename(target, '.ts')) ?? false)
}

/** What lies above a folder's own files may look into it as well as what lies beside it: both are outside. */
function isFromOutside(file: string, target: string): boolean {
  const folder = path.posix.dirname(target)
  return folder !== 'src' && !`${path.posix.dirname(file)}/`.startsWith(`${folder}/`)
}

/** Exports of `owners` that no module of `all` imports by name. */
export function unusedExports(owners: readonly Module[], all: readonly Module[]): readonly string[] {
  const taken = new Set(
    all.flatMap(({ imports }) => imports.flatMap(({ target, names }) => names.map((name) => `${target} ${name}`)))
  )
  return owners.flatMap(({ file, exports }) =>
    exports
      .filter((name) => !taken.has(`${file} ${name}`))
      .map((name) => `${file} exports ${name}, which nobody imports`)
  )
}

/** Files of the same name: a tab of an editor does not tell them apart. Entries are called main. */
export function namesakes(files: readonly string[]): readonly string[] {
  const byName = Map.groupBy(files, (file) => path.posix.basename(file))
  return [...byName]
    .filter(([name, list]) => list.length > 1 && name !== 'main.ts')
    .map(([, list]) => list.join(' and '))
}

/** Folders that hold more files than can be looked over. */
export function fullFolders(files: readonly string[], most: number): readonly string[] {
  const byFolder = Map.groupBy(files, (file) => path.posix.dirname(file))
  return [...byFolder]
    .filter(([, list]) => list.length > most)
    .map(([folder, list]) => `${folder} holds ${list.length} files`)
}
