/** Writes lines as Kaniko does. */
export type KanikoLog = (text: string) => void

/** Kaniko counts the seconds since its start. */
export function kanikoLog(say: (chunk: Uint8Array) => void): KanikoLog {
  const start = performance.now()
  return (text) => {
    const seconds = Math.floor((performance.now() - start) / 1000)
    say(Buffer.from(`INFO[${String(seconds).padStart(4, '0')}] ${text}\n`))
  }
}
