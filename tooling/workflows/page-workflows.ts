import { parse } from 'yaml'
import { yamlBlocksOf } from './yaml-blocks.ts'

/** A workflow that a page shows, where it begins, and its text as a checker of this repository can read it. */
type PageWorkflow = { readonly file: string; readonly line: number; readonly text: string }

const JOB = 'on: push\npermissions: {}\njobs:\n  shown:\n    runs-on: ubuntu-latest\n    steps:\n'

/** The workflows of a page, and its lists of steps, made workflows. What is less, such as a few inputs, is left out. */
export function workflowsOf(file: string, page: string): readonly PageWorkflow[] {
  return yamlBlocksOf(page).flatMap(({ line, text: block }) => {
    const text = whole(block)
    return text === undefined ? [] : [{ file, line, text: ofThisRepository(text) }]
  })
}

function whole(block: string): string | undefined {
  const value: unknown = parse(block)
  if (Array.isArray(value)) return value.every(isStep) ? JOB + block.replace(/^(?=.)/gm, '      ') : undefined
  return hasKey(value, 'jobs') ? block : undefined
}

const isStep = (value: unknown) => hasKey(value, 'uses') || hasKey(value, 'run')

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value
}

/** A checker knows the inputs and outputs of what lies here, and not of what a page must name by its version. */
function ofThisRepository(text: string): string {
  return text.replaceAll(/uses: dodil\/ignite-deploy(\/[^@\s]+)?@\S+/g, (_, inner = '/') => `uses: .${inner}`)
}
