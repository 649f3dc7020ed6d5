import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument
} from 'yaml'
import type { Json } from '../../model/values/json.ts'
import type { ParsedValue, Refused } from './parse-values.ts'

/** A value in a YAML file, with its line there. */
type YamlValue = {
  readonly line: number
  /** A scalar as it is written: `080` stays so. Undefined for lists, for mappings, and for nothing. */
  readonly text: string | undefined
}

/** A key of a YAML file, and what it holds: of a list or a mapping, what is in it one level deep. */
export type YamlEntry = YamlValue & {
  readonly key: string
  readonly json: Json
  readonly items: readonly YamlValue[] | undefined
  readonly fields: readonly YamlField[] | undefined
}

type YamlField = YamlValue & { readonly key: string }

/** YAML 1.2 as JSON, or where it is wrong: line and column, never the text. */
export function parseYaml(text: string): ParsedValue<Json> {
  const file = fileOf(text)
  return 'problem' in file ? file : { value: file.json }
}

/** The keys of a YAML mapping. A file of comments alone has none. */
export function parseYamlMapping(text: string): ParsedValue<readonly YamlEntry[]> {
  const file = fileOf(text)
  if ('problem' in file) return file
  if (file.json === null) return { value: [] }
  const root = resolved(file, file.document.contents)
  if (!isMap<Node, Node | null>(root)) {
    return { problem: 'is YAML, but no mapping', fix: 'Write `name: value` on each line.' }
  }
  const json = file.json as Readonly<Record<string, Json>>
  return {
    value: pairsOf(file, root).map(({ node, ...pair }) => ({
      ...pair,
      ...partsOf(file, node),
      json: json[pair.key] ?? null
    }))
  }
}

type YamlFile = { readonly document: Document.Parsed; readonly lines: LineCounter; readonly json: Json }

function fileOf(text: string): YamlFile | Refused {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true
  })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault) return faultOf(fault.code, lines.linePos(fault.pos[0]))
  try {
    return { document, lines, json: document.toJS() as Json }
  } catch {
    // What is left are aliases of nothing, and aliases that multiply.
    return { problem: 'has an alias that cannot be resolved', fix: 'Write the value out.' }
  }
}

const FAULTS: Partial<Readonly<Record<ErrorCode, string>>> = {
  DUPLICATE_KEY: 'names a key twice',
  MULTIPLE_DOCS: 'holds more than one document',
  TAB_AS_INDENT: 'is indented with a tab',
  TAG_RESOLVE_FAILED: 'has a tag that YAML does not know'
}

const FIX = 'Write valid YAML; a text with ": " or " #" in it stands in quotes.'

function faultOf(code: ErrorCode, { line, col }: { readonly line: number; readonly col: number }): Refused {
  return { problem: `${FAULTS[code] ?? 'is not YAML'} (line ${line}, column ${col})`, fix: FIX }
}

type Pair = YamlField & { readonly node: Node | undefined }

function pairsOf(
  file: YamlFile,
  { items }: { readonly items: readonly { readonly key: Node; readonly value: Node | null }[] }
): readonly Pair[] {
  return items.map(({ key, value }) => {
    const node = resolved(file, value)
    return { key: isScalar(key) ? String(key.value) : '', line: lineOf(file, key), text: writtenIn(node), node }
  })
}

function partsOf(file: YamlFile, node: Node | undefined): Pick<YamlEntry, 'items' | 'fields'> {
  return {
    items: isSeq<Node>(node)
      ? node.items.map((item) => ({ line: lineOf(file, item), text: writtenIn(resolved(file, item)) }))
      : undefined,
    fields: isMap<Node, Node | null>(node) ? pairsOf(file, node).map(({ node: _, ...field }) => field) : undefined
  }
}

/** What an alias stands for. */
function resolved({ document }: YamlFile, node: Node | null | undefined): Node | undefined {
  return (isAlias(node) ? node.resolve(document) : node) ?? undefined
}

function lineOf({ lines }: YamlFile, node: Node): number {
  return lines.linePos(node.range?.[0] ?? 0).line
}

/** Texts as YAML reads them; numbers and booleans as they stand there. */
function writtenIn(node: Node | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
