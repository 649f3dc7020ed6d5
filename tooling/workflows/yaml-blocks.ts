/** A block of YAML on a page: where it begins, and its text without the indent of the page. */
type YamlBlock = { readonly index: number; readonly line: number; readonly text: string }

const FENCE = /^([ \t]*)```ya?ml\n([\s\S]*?)^[ \t]*```$/gm

export function yamlBlocksOf(page: string): readonly YamlBlock[] {
  return Array.from(page.matchAll(FENCE), ({ index, 1: indent = '', 2: block = '' }) => ({
    index,
    line: page.slice(0, index).split('\n').length,
    text: block.replace(new RegExp(`^${indent}`, 'gm'), '')
  }))
}
