/**
 * Waits for all of them, and throws what the first one failed with: what is still under way when the run tells its end
 * would go on after it.
 */
export async function all<T extends readonly unknown[]>(
  works: {
    readonly [K in keyof T]: Promise<T[K]>
  }
): Promise<T> {
  const ends = await Promise.allSettled(works)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as unknown as T
}
