/**
 * Every text that a secret may stand as: itself, and what base64 (at any offset), URLs, forms and JSON make of it. Where
 * one of these spellings holds the secret, it holds one of these texts. White space around the secret is no part of it.
 */
export function secretForms(secret: string): readonly string[] {
  const value = secret.toWellFormed().trim()
  const escaped = NEVER_ESCAPED.test(value) ? [] : [...urlForms(value), ...jsonForms(value)]
  return [...new Set([value, ...base64Forms(value), ...escaped])]
}

/** URLs, forms and JSON have these characters as they are. Most tokens are made of them, and are long. */
const NEVER_ESCAPED = /^[\w.-]*$/

/**
 * The part of a secret's base64 that does not depend on what stands before and after it: one for each of the three
 * places in a group of three bytes where it can begin, in both alphabets.
 */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)])
    const firstOwn = Math.ceil((shift * 8) / 6)
    const endOfOwn = Math.floor((bytes.length * 8) / 6)
    return [bytes.toString('base64'), bytes.toString('base64url')].map((text) => text.slice(firstOwn, endOfOwn))
  })
}

/**
 * Languages do not agree on what a URL must escape, and in which case: JavaScript leaves `!'()*`, Python's `quote` leaves
 * `/` and escapes those, others follow RFC 3986 strictly. In a form a space is `+`.
 */
function urlForms(secret: string): readonly string[] {
  const ours = encodeURIComponent(secret)
  const strict = ours.replace(/[!'()*]/g, percentEscape)
  const inUrls = [ours, strict, strict.replaceAll('%2F', '/'), encodeURI(secret)]
  const inForms = [ours, strict, new URLSearchParams([['', secret]]).toString().slice(1)]
  const forms = [...inUrls, ...inForms.map((form) => form.replaceAll('%20', '+'))]
  return [...forms, ...forms.map((form) => form.replace(/%../g, (escaped) => escaped.toLowerCase()))]
}

function percentEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** What encoders write as `\uXXXX` that JSON allows as it is: nothing, then what Go, Gson and .NET have for it. */
const NUMBERED_IN_JSON = ['', '<>&\u2028\u2029', "<>&'=\u2028\u2029", '<>&\'"+`\u007f'] as const

/** Some write all that is not ASCII by its number, in either case of hex; PHP's also escapes a slash. */
function jsonForms(secret: string): readonly string[] {
  const cases = [false, true]
  return NUMBERED_IN_JSON.flatMap((numbered) =>
    cases.flatMap((isAscii) =>
      cases.flatMap((isUpper) => {
        const isNumbered = (each: string) => numbered.includes(each) || (isAscii && each > '\u007f')
        const form = [...secret].map((each) => jsonForm(each, isNumbered(each), isUpper)).join('')
        return [form, form.replaceAll('/', '\\/')]
      })
    )
  )
}

function jsonForm(character: string, isNumbered: boolean, isUpper: boolean): string {
  const plain = JSON.stringify(character).slice(1, -1)
  return isNumbered || plain.startsWith('\\u') ? jsonNumber(character, isUpper) : plain
}

function jsonNumber(character: string, isUpper: boolean): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at).toString(16))
  return units.map((hex) => `\\u${(isUpper ? hex.toUpperCase() : hex).padStart(4, '0')}`).join('')
}
