/**
 * What `import { … } from "ignite/store"` means in the emulator: texts by key, which live as long as the process. The
 * platform's own file is not public.
 */
const values = new Map<string, string>()

/** The value, or undefined. */
export async function get(key: string): Promise<string | undefined> {
  return values.get(key)
}

export async function set(key: string, value: string): Promise<void> {
  values.set(key, value)
}

/** Says whether there was one. */
export async function remove(key: string): Promise<boolean> {
  return values.delete(key)
}

/** The keys that begin with `prefix`, sorted. */
export async function list(prefix = ''): Promise<readonly string[]> {
  return [...values.keys()].filter((key) => key.startsWith(prefix)).sort()
}
