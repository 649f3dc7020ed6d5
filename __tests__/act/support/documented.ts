import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, parse, parseDocument, visit, type YAMLMap } from 'yaml'
import { yamlBlocksOf } from '../../../tooling/workflows/yaml-blocks.ts'
import { ROOT } from '../../support/deploying.ts'

/** A workflow that a page shows as a whole. */
export type DocumentedWorkflow = {
  /** The page and the heading: `docs/workflows.md, Rust`; of several below one heading with a number. */
  readonly name: string
  readonly text: string
  /** As act calls them: those of a matrix have numbers. */
  readonly jobs: readonly string[]
}

type Jobs = Readonly<Record<string, { readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown[]>> } }>>

/** The workflows of a page, in their order. */
export function workflowsOf(page: string): readonly DocumentedWorkflow[] {
  const text = readFileSync(path.join(ROOT, page), 'utf8')
  const found = yamlBlocksOf(text).flatMap(({ text: block, index }) => {
    const { jobs } = parse(block) as { readonly jobs?: Jobs }
    const headings = [...text.slice(0, index).matchAll(/^## (.+)$/gm)]
    return jobs ? [{ heading: headings.at(-1)?.[1] ?? '', text: block, jobs: namesOf(jobs) }] : []
  })
  return found.map(({ heading, text, jobs }, at) => {
    const number = found.slice(0, at).filter((each) => each.heading === heading).length + 1
    return { name: `${page}, ${heading}${number > 1 ? ` (${number})` : ''}`, text, jobs }
  })
}

function namesOf(jobs: Jobs): readonly string[] {
  return Object.entries(jobs).flatMap(([name, { strategy }]) => {
    const [values] = Object.values(strategy?.matrix ?? {})
    return values === undefined ? [name] : values.map((_, at) => `${name}-${at + 1}`)
  })
}

/** The block of Python that stands on a page. */
export function pythonOf(page: string): string {
  return /^```python\n([\s\S]*?)^```$/m.exec(readFileSync(path.join(ROOT, page), 'utf8'))?.[1] ?? ''
}

/** The same workflow for an emulator: where it deploys to is changed, in every step of the action, and nothing else. */
export function forEmulator(text: string): string {
  const document = parseDocument(text)
  visit(document, {
    Map: (_, step) => {
      if (!String(step.get('uses') ?? '').startsWith('dodil/ignite-deploy')) return
      const inputs = step.get('with')
      if (!isMap(inputs)) throw new Error(`a step without inputs:\n${text}`)
      point(inputs)
    }
  })
  return document.toString({ lineWidth: 0 })
}

function point(inputs: YAMLMap): void {
  for (const [input, name] of [
    ['api-endpoint', 'IGNITE_ENDPOINT'],
    ['auth-url', 'IGNITE_AUTH_URL']
  ])
    inputs.set(input, `\${{ vars.${name} }}`)
}
