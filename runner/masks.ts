type Span = { readonly start: number; readonly end: number }

/** The secrets of one job. As in the runner, a secret hides with every form in which it commonly leaks. */
export class Masks {
  readonly #forms = new Set<string>()

  /** Hides a value, and each line of a value of several lines. There is no lower limit: `a` hides every a. */
  add(secret: string): void {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim())
    for (const value of [secret, ...lines]) {
      if (value.trim() === '') continue
      for (const form of leakForms(value)) this.#forms.add(form)
    }
  }

  /** The text with every hidden form as `***`; forms that overlap or touch become one. */
  mask(text: string): string {
    const merged: Span[] = []
    for (const span of this.#spans(text)) {
      const last = merged.at(-1)
      if (last !== undefined && span.start <= last.end) {
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
      } else {
        merged.push(span)
      }
    }
    let shown = ''
    let position = 0
    for (const { start, end } of merged) {
      shown += `${text.slice(position, start)}***`
      position = end
    }
    return shown + text.slice(position)
  }

  /** Whether the runner would drop this value from the job's outputs. */
  hides(text: string): boolean {
    return this.mask(text) !== text
  }

  #spans(text: string): Span[] {
    const spans: Span[] = []
    for (const form of this.#forms) {
      for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
        spans.push({ start, end: start + form.length })
      }
    }
    return spans.sort((left, right) => left.start - right.start)
  }
}

/** The forms that the runner's encoders give (HostContext.cs); PowerShell's two are left out. */
function leakForms(value: string): readonly string[] {
  const bytes = Buffer.from(value)
  return [
    value,
    // A secret behind a prefix of unknown length (`user:secret`) starts at one of three places of a base64 group.
    ...[0, 1, 2].map((shift) => bytes.subarray(bytes.length > shift ? shift : 0).toString('base64')),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    escapeUriData(value),
    escapeXml(value),
    value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  ]
}

/** .NET's EscapeDataString: encodeURIComponent, and the five marks that it leaves alone. */
function escapeUriData(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

function escapeXml(value: string): string {
  const names: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '&': 'amp' }
  return value.replace(/[<>"'&]/g, (mark) => `&${names[mark]};`)
}
