import type { DescEnum } from '@bufbuild/protobuf'

const UNKNOWN = /^UNKNOWN_(-?\d+)$/

/** The value's name without the prefix that all values share; `UNKNOWN_<n>` for a number that has none. */
export function enumName(type: DescEnum, number: number): string {
  const name = type.value[number]?.name
  return name === undefined ? `UNKNOWN_${number}` : name.slice(sharedPrefix(type).length)
}

/** The number of a value, by its whole name or by the name without the shared prefix, in either letter case. */
export function enumNumber(type: DescEnum, name: string): number | undefined {
  const wanted = name.toUpperCase()
  const short = sharedPrefix(type).toUpperCase() + wanted
  const value = type.values.find((each) => [wanted, short].includes(each.name.toUpperCase()))
  if (value !== undefined) return value.number
  const unknown = UNKNOWN.exec(wanted)?.[1]
  return unknown !== undefined && type.open ? Number(unknown) : undefined
}

/**
 * Found from the values, not from the type's name: the values' spelling is documented, the type's name is not.
 */
function sharedPrefix(type: DescEnum): string {
  const names = type.values.map((value) => value.name)
  const [first = ''] = names
  let length = first.lastIndexOf('_') + 1
  while (length > 0 && !names.every((name) => name.startsWith(first.slice(0, length)) && name.length > length)) {
    length = first.lastIndexOf('_', length - 2) + 1
  }
  return first.slice(0, length)
}
