import { StringDecoder } from 'node:string_decoder'

type LineCutter = {
  write(chunk: Uint8Array): void
  /** Gives what is left without a line end. */
  end(): void
}

/** Cuts a stream of UTF-8 bytes into lines, whatever the chunking. */
export function cutLines(onLine: (line: string) => void): LineCutter {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    write: (chunk) => {
      const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line.replace(/\r$/, ''))
    },
    end: () => {
      const last = rest + decoder.end()
      rest = ''
      if (last) onLine(last)
    }
  }
}
