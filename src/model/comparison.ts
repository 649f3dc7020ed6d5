/** Something that a deployment makes different from what is live, or would. Of values only those that are no secrets. */
export type Change = {
  /** `unknown`: whether it differs cannot be told. */
  readonly kind: 'added' | 'changed' | 'removed' | 'unknown'
  /** What kind of thing it is: `app` is the app itself, `code` what its files do not tell. */
  readonly part: 'app' | 'file' | 'env' | 'setting' | 'image' | 'code'
  readonly name: string
  /** From what to what, or why that is not known. Empty where there is nothing to say. */
  readonly detail: string
  /** Of a file that is text, is short, and is not likely to hold a secret. */
  readonly texts?: FileTexts
}

/** What a file was, and what it will be. */
export type FileTexts = { readonly before: string; readonly after: string }

/** Files that are packed, beside those of a version. */
export type FileComparison = {
  readonly changes: readonly Change[]
  /** How many files are the same in both. */
  readonly same: number
}

/** What is deployed, beside what is live. */
export type Comparison = FileComparison & {
  /** The active version; 0 is none. */
  readonly version: number
  /** What is seen to differ, in a few words: `2 files, env (MODE) and tier`. Empty where nothing is. */
  readonly line: string
}

/** Whether anything differs. */
export function isChanged({ changes }: Pick<Comparison, 'changes'>): boolean | 'unknown' {
  if (changes.some(({ kind }) => kind !== 'unknown')) return true
  return changes.length > 0 ? 'unknown' : false
}
